-- Somebody who left keeps the row, without roles and sign-in. Who asked to be forgotten (Law 91/2025/QH15) keeps only the id: the record and
-- the history of roles speak of it, and nobody can tell any more who it was.
alter table person
  alter column name drop not null,
  add column ended_at timestamptz,
  add column erasure_asked_at timestamptz,
  add column erased_at timestamptz,
  add check ((name is null) = (erased_at is not null)),
  add check (erased_at is null or ended_at is not null);
-- In the order of a Vietnamese list of names: by the given name, which stands last.
create index person_in_order on person ((substring(name from '[^ ]+$')) collate "vi-x-icu", name collate "vi-x-icu", id);

-- A one-time link by which a person sets a password: the first, or a new one. Only its digest is kept; there is one at a time.
create table person_link (
  id uuid primary key,
  person_id uuid not null unique references person (id),
  token_sha256 text not null unique,
  -- Whether it also takes away the second factor: who has lost the telephone sets a new password as well.
  without_second_factor boolean not null,
  made_at timestamptz not null,
  expires_at timestamptz not null
);

-- A second factor (TOTP, RFC 6238). It counts from confirmed_at on.
create table second_factor (
  person_id uuid primary key references person (id),
  -- Sealed with the house's secret (src/ports/vault.server.ts).
  sealed_secret text not null,
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  -- The step of 30 s whose code was accepted last: a code seen over somebody's shoulder is of no use.
  last_step bigint not null default 0,
  -- SHA-256 of the recovery codes that are left; each has 50 random bits.
  recovery text[] not null default '{}'
);

-- The right password was given and the code is still to come: what the browser holds meanwhile is no session.
create table sign_in_pending (
  token_sha256 text primary key,
  person_id uuid not null references person (id),
  expires_at timestamptz not null
);

-- Attempts to sign in, for a while: several server processes count together. Accounts and addresses stand as digests.
create table sign_in_attempt (
  id uuid primary key,
  at timestamptz not null,
  kind text not null check (kind in ('password', 'code')),
  account text not null,
  address text not null,
  failed boolean not null default true
);
create index sign_in_attempt_account on sign_in_attempt (account, at);
create index sign_in_attempt_address on sign_in_attempt (address, at);
create index sign_in_attempt_at on sign_in_attempt (at);

-- The sign-in library's part for user names is no longer used.
alter table auth_user drop column display_username;
