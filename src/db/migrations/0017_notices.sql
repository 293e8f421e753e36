-- What somebody should hear of: told to a person, or to whoever holds one of some roles at a unit (without a unit: in the whole house) on the day
-- they look. `values` fill the words of notice.<kind>; no names of persons stand there, so that nothing has to be searched when one asks to be
-- forgotten.
create table notice (
  id uuid primary key,
  kind text not null,
  values jsonb not null,
  subject_kind text not null,
  subject_id text not null,
  person_id uuid references person (id) on delete cascade,
  -- No foreign key: having told somebody of something must not keep a unit from being taken back.
  unit_id uuid,
  roles text[],
  -- Who did it knows already.
  by_id uuid,
  at timestamptz not null,
  demo boolean not null default false,
  check ((person_id is null) = (roles is not null)),
  check (person_id is null or unit_id is null)
);
create index notice_person on notice (person_id, at) where person_id is not null;
create index notice_unit on notice (unit_id, at) where roles is not null;

create table notice_read (
  notice_id uuid not null references notice (id) on delete cascade,
  person_id uuid not null references person (id),
  read_at timestamptz not null,
  primary key (notice_id, person_id)
);
create index notice_read_person on notice_read (person_id);

-- A unit and all those it came after: what is told to an office that has merged since is heard at the one that came after it.
create function unit_forerunners(unit uuid) returns setof uuid language sql stable parallel safe as $$
  with recursive gone as (
    select unit as id
    union
    select predecessor_id from unit_succession join gone on successor_id = gone.id
  )
  select id from gone
$$;
