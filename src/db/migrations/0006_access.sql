-- Roles are held at a unit and reach down from it; without a unit they hold in the whole house. They begin and end on days, also in advance.
alter table role_grant
  add column unit_id uuid references unit (id),
  add column valid_from date not null default '2000-01-01',
  -- The first day on which it holds no more; null while nobody knows of an end.
  add column valid_to date,
  -- Held in place of this one, by somebody else, for some days: it holds only while that one does.
  add column instead_of uuid references role_grant (id),
  add check (valid_to is null or valid_to > valid_from),
  add check (instead_of is null or valid_to is not null);
alter table role_grant alter column valid_from drop default;
drop index role_grant_once;
create index role_grant_person on role_grant (person_id) where ended_at is null;
create index role_grant_unit on role_grant (unit_id) where ended_at is null;
create index role_grant_instead on role_grant (instead_of) where instead_of is not null;

-- In which role somebody did it, at which unit that role is held, and whether in somebody's place. `unit_id` is the unit of the thing itself:
-- by it the record is shown to those whose it is. No foreign keys: the record outlives what it speaks of.
alter table event
  add column role text,
  add column role_unit_id uuid,
  add column instead_of uuid,
  -- The personal key by which a program did it in the person's name.
  add column key_id uuid,
  add column unit_id uuid;
create index event_unit on event (unit_id, at) where unit_id is not null;
create index event_at on event (at, id);

-- What a person may ask to be forgotten (Law 91/2025/QH15, Art. 14). In the event itself stands only a digest, salted so that nobody can
-- find the value by trying; salt and value stand here, and go when the person asks. The chain over the events stays whole.
create table event_personal (
  event_id uuid not null,
  side text not null check (side in ('before', 'after')),
  field text not null,
  person_id uuid not null,
  salt text not null,
  value text not null,
  primary key (event_id, side, field)
);
create index event_personal_person on event_personal (person_id);

-- The hash chain. Writers only leave the event's id here; one of them, after its commit, takes what lies here and appends the links in
-- order, so that nobody waits for anybody.
create table event_unlinked (
  event_id uuid primary key
);
create table event_link (
  position bigint primary key,
  event_id uuid not null unique,
  -- SHA-256, in hex, of the hash before and the event as it was written (src/core/chain.server.ts).
  hash text not null
);
create trigger event_link_stays before update or delete or truncate on event_link
  for each statement execute function event_stays();

insert into event_unlinked (event_id) select id from event;

-- Where the head of the chain was written down outside of this database: in a backup, later in a signed report.
create table audit_anchor (
  id uuid primary key,
  position bigint not null,
  hash text not null,
  kind text not null,
  place text not null,
  at timestamptz not null
);
create index audit_anchor_position on audit_anchor (position);

-- A unit, all that was ever below it, and all that it or they came after: whoever holds a role at an office also answers for what its
-- forerunners did. Walks two indexes (unit_parent, unit_succession_successor); a cycle ends by itself.
create function unit_reach(roots uuid[]) returns setof uuid language sql stable parallel safe as $$
  with recursive reached as (
    select unnest(roots) as id
    union
    select next.id
    from reached
    cross join lateral (
      select unit.id from unit where unit.parent_id = reached.id
      union all
      select predecessor_id from unit_succession where successor_id = reached.id
    ) next
  )
  select id from reached
$$;
