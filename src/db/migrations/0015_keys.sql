-- Keys by which a person's own programs ask in the person's name. Only the digest of the secret is kept: 256 random bits need no salt and no
-- slow hash (NIST SP 800-63B, 5.1.2.2, on look-up secrets).
create table api_key (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  name text not null check (name = btrim(name) and name <> ''),
  secret_sha256 text not null unique,
  -- Verbs of src/core/access.ts it carries; never more than the person holds when it is used.
  verbs text[] not null check (cardinality(verbs) > 0),
  made_at timestamptz not null,
  -- The first day on which it is good no more.
  expires_on date not null,
  -- A day is enough to see which keys are idle; the hour would watch people work.
  last_used_on date,
  revoked_at timestamptz
);
create index api_key_person on api_key (person_id);
