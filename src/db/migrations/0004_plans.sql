-- A file that somebody brought in, and what was read in it. It stays as read: what an office adopts is copied from it, so that the
-- plan can always be held against its source.
create table plan_reading (
  id uuid primary key,
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  file_size bigint not null check (file_size > 0),
  -- The Reading as src/features/plans/reading/reading.ts describes it.
  reading jsonb not null,
  read_at timestamptz not null,
  discarded_at timestamptz,
  demo boolean not null default false
);
create index plan_reading_file on plan_reading (file_sha256);

create table plan (
  id uuid primary key,
  -- One plan per reading; the same file cannot be adopted twice either (see plan.adopt).
  reading_id uuid not null unique references plan_reading (id),
  kind text not null,
  number text,
  symbol text,
  issued_on date,
  place text,
  issuer text,
  title text not null,
  period_from date,
  period_to date,
  text text not null,
  adopted_at timestamptz not null,
  demo boolean not null default false,
  check (period_from is null or period_to is null or period_from <= period_to)
);
create index plan_adopted on plan (adopted_at desc, id);

create table plan_legal_basis (
  plan_id uuid not null references plan (id) on delete cascade,
  position integer not null,
  kind text,
  number text,
  issued_on date,
  issuer text,
  title text,
  span_start integer not null,
  span_end integer not null check (span_start < span_end),
  primary key (plan_id, position)
);

-- Headings, items, paragraphs and table rows in text order; [span_start, span_end) in UTF-16 units of plan.text.
create table plan_node (
  id uuid primary key,
  plan_id uuid not null references plan (id) on delete cascade,
  position integer not null,
  parent_id uuid references plan_node (id) on delete cascade,
  kind text not null check (kind in ('heading', 'item', 'paragraph', 'table_row')),
  marker text,
  level integer not null check (level > 0),
  text text not null,
  span_start integer not null,
  span_end integer not null,
  cells jsonb,
  unique (plan_id, position),
  -- Nodes own disjoint spans (clause C-0): not said here, since an exclusion constraint on ranges needs more than any server offers.
  check (span_start < span_end)
);
create index plan_node_parent on plan_node (parent_id);

-- A node that obliges somebody.
create table task (
  id uuid primary key references plan_node (id) on delete cascade,
  plan_id uuid not null references plan (id) on delete cascade
);
create index task_plan on task (plan_id);

-- unit_id is null while no unit of the register bears the name the paper uses.
create table assignment (
  id uuid primary key,
  task_id uuid not null references task (id) on delete cascade,
  unit_id uuid references unit (id),
  unit_name text not null,
  role text not null check (role in ('lead', 'coordinate', 'perform')),
  span_start integer not null,
  span_end integer not null check (span_start < span_end)
);
create index assignment_task on assignment (task_id);
create index assignment_unit on assignment (unit_id);

create table deadline (
  id uuid primary key,
  plan_id uuid not null references plan (id) on delete cascade,
  node_id uuid not null references plan_node (id) on delete cascade,
  text text not null,
  span_start integer not null,
  span_end integer not null check (span_start < span_end),
  -- DeadlineRule of src/features/plans/reading/reading.ts.
  rule jsonb not null
);
create index deadline_plan on deadline (plan_id);
create index deadline_node on deadline (node_id);
