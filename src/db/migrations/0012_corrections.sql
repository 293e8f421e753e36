-- What people correct of a reading before it is adopted (C-0). The reading stays as it was read; what counts is the reading with its
-- corrections, in their order. A correction is one row, written at once: nothing is lost when a session ends.
create table plan_correction (
  reading_id uuid not null references plan_reading (id) on delete cascade,
  position integer not null check (position > 0),
  -- Operations of src/features/plans/correcting/operations.ts that were made, and are undone, together.
  operations jsonb not null,
  -- undone: may be made again; replaced: undone, and something else was done instead.
  state text not null default 'stands' check (state in ('stands', 'undone', 'replaced')),
  -- Null: the command line.
  made_by uuid references person (id),
  made_at timestamptz not null,
  primary key (reading_id, position)
);

alter table plan_reading
  -- Grows with every correction, undoing and redoing: whoever corrects names the one he saw.
  add column version integer not null default 0,
  -- Whose it is; null: of the whole house.
  add column unit_id uuid references unit (id),
  -- What it is known by when a changed paper comes in again.
  add column number text,
  add column symbol text,
  add column issuer text,
  add column title text,
  -- The newer reading of a changed paper that took its place.
  add column replaced_by uuid references plan_reading (id) on delete set null;
update plan_reading set
  number = reading#>>'{document,number,value}',
  symbol = reading#>>'{document,symbol,value}',
  issuer = reading#>>'{document,issuer,value}',
  title = reading#>>'{document,title,value}';
create index plan_reading_number on plan_reading (number, symbol);
create index plan_reading_title on plan_reading (md5(fold(title)));
create index plan_reading_unit on plan_reading (unit_id);

alter table plan add column unit_id uuid references unit (id);
create index plan_unit on plan (unit_id);

-- A person may name an agency or a day that the text does not say.
alter table assignment alter column span_start drop not null, alter column span_end drop not null;
alter table deadline alter column span_start drop not null, alter column span_end drop not null;
