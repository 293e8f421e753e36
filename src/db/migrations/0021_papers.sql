-- The register of papers that go out (Decree 30/2020/NĐ-CP, art. 15, 16): each unit counts from 01 on 1 January to 31 December, once for paper and
-- electronic documents together, in each of its registers. The last number stands in a row of its own, changed under a
-- lock on the run: of two at once the second waits, and what is rolled back leaves no gap.
create table paper_run (
  unit_id uuid not null references unit (id),
  -- The abbreviation of a type that is counted by itself, or "chung" for those that a unit counts together: its head decides.
  register text not null check (register <> ''),
  year integer not null check (year between 1900 and 2999),
  last integer not null check (last > 0),
  last_day date not null,
  primary key (unit_id, register, year)
);

create table paper (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  register text not null,
  year integer not null,
  number integer not null check (number > 0),
  type text not null,
  symbol text not null check (symbol <> ''),
  title text not null check (title <> ''),
  issued_on date not null,
  -- What it is a paper of: a plan, later a report. No foreign key: a number that was given stays given.
  subject_kind text,
  subject_id uuid,
  -- The PDF that left to be signed, and what came of it: its bytes are the beginning of those.
  exported_sha256 text check (exported_sha256 ~ '^[0-9a-f]{64}$'),
  signed_sha256 text check (signed_sha256 ~ '^[0-9a-f]{64}$'),
  -- Who signed, as the certificates say, in order: [{ name, issuer, serial, valid_from, valid_to, at }].
  signatures jsonb not null default '[]',
  signed_at timestamptz,
  given_by uuid references person (id),
  given_at timestamptz not null,
  -- A number is never given twice: a paper that did not go out keeps it, with the reason.
  void_at timestamptz,
  void_why text,
  demo boolean not null default false,
  tokens tsvector generated always as (tokens_of(title || ' ' || symbol || ' ' || number::text)) stored,
  constraint paper_number_once unique (unit_id, register, year, number),
  check (extract(year from issued_on) = year),
  check ((subject_kind is null) = (subject_id is null)),
  check ((signed_sha256 is null) = (signed_at is null)),
  check (signed_sha256 is null or exported_sha256 is not null),
  check ((void_at is null) = (void_why is null))
);
create index paper_in_order on paper (issued_on desc, id desc);
create index paper_unit on paper (unit_id, issued_on desc, id desc);
create index paper_subject on paper (subject_kind, subject_id);
create index paper_tokens on paper using gin (tokens);
