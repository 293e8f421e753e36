-- A person who works here. As little as the work needs (Law 91/2025/QH15): a name to show. Credentials stand in auth_* and are
-- written by the sign-in library alone, apart from the rows a command makes together with a person.
create table person (
  id uuid primary key,
  name text not null check (name = btrim(name) and name <> ''),
  created_at timestamptz not null,
  demo boolean not null default false
);

-- A role a person holds; ended rather than deleted, so that the record can say what somebody was allowed on a day.
create table role_grant (
  id uuid primary key,
  person_id uuid not null references person (id),
  role text not null,
  granted_at timestamptz not null,
  ended_at timestamptz,
  check (ended_at is null or ended_at >= granted_at)
);
create unique index role_grant_once on role_grant (person_id, role) where ended_at is null;

-- The one-time link by which the first administrator comes in. Only its digest is kept.
create table founding_link (
  id uuid primary key,
  token_sha256 text not null unique,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table auth_user (
  id uuid primary key references person (id),
  name text not null,
  -- The library demands an address; nobody is ever written to at <id>@users.invalid (RFC 2606).
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  username text unique,
  display_username text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table auth_session (
  id uuid primary key,
  user_id uuid not null references auth_user (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_session_user on auth_session (user_id);
create table auth_account (
  id uuid primary key,
  user_id uuid not null references auth_user (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index auth_account_user on auth_account (user_id);
create table auth_verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_verification_identifier on auth_verification (identifier);
