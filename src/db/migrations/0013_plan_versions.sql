-- A plan is amended by a further document, not by silent edits (docs/decisions/0011). Each document gives a version: the plan's whole text
-- and tree as it stands from a day on. Tasks keep their identity through all versions, so that what is done under them stays theirs.
create table plan_version (
  id uuid primary key,
  plan_id uuid not null references plan (id) on delete cascade,
  -- Null: begun from its parent plan, without a paper of its own.
  reading_id uuid references plan_reading (id),
  number text,
  symbol text,
  issued_on date,
  title text not null,
  period_from date,
  period_to date,
  text text not null,
  -- Null: from the plan's beginning.
  valid_from date,
  -- First day on which the next version stands in its place; null: the last there is.
  valid_to date,
  adopted_at timestamptz not null,
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  constraint plan_version_reading_once unique (reading_id)
);
create unique index plan_version_day on plan_version (plan_id, coalesce(valid_from, '-infinity'));
insert into plan_version (id, plan_id, reading_id, number, symbol, issued_on, title, period_from, period_to, text, adopted_at)
  select id, id, reading_id, number, symbol, issued_on, title, period_from, period_to, text, adopted_at from plan;

alter table plan
  drop column reading_id,
  drop column text,
  -- Frame plan of the province → its yearly plans, those of departments and of districts.
  add column parent_id uuid references plan (id),
  add column parent_relation text check (parent_relation in ('year', 'department', 'district')),
  add constraint plan_parent_whole check ((parent_id is null) = (parent_relation is null)),
  add constraint plan_parent_other check (parent_id is distinct from id);
create index plan_parent on plan (parent_id);

alter table plan_legal_basis drop constraint plan_legal_basis_plan_id_fkey;
alter table plan_legal_basis rename column plan_id to version_id;
alter table plan_legal_basis add foreign key (version_id) references plan_version (id) on delete cascade;

-- A task lives through the versions; ended_on is the first day on which no version obliges anybody to it.
alter table task drop constraint task_id_fkey;
alter table task add column ended_on date;

alter table plan_node
  add column version_id uuid references plan_version (id) on delete cascade,
  add column task_id uuid references task (id) on delete cascade,
  drop constraint plan_node_plan_id_position_key;
update plan_node set version_id = plan_id, task_id = (select id from task where task.id = plan_node.id);
alter table plan_node alter column version_id set not null, add unique (version_id, position);
create index plan_node_plan on plan_node (plan_id);
create unique index plan_node_task on plan_node (task_id, version_id) where task_id is not null;

alter table assignment drop constraint assignment_task_id_fkey;
alter table assignment rename column task_id to node_id;
alter table assignment add foreign key (node_id) references plan_node (id) on delete cascade;

-- A task of a plan that carries out one of its parent plan: proposed by likeness, confirmed by a person.
create table task_link (
  task_id uuid not null references task (id) on delete cascade,
  parent_task_id uuid not null references task (id) on delete cascade,
  made_by uuid references person (id),
  made_at timestamptz not null,
  primary key (task_id, parent_task_id),
  check (task_id <> parent_task_id)
);
create index task_link_parent on task_link (parent_task_id);
