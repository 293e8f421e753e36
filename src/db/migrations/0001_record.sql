-- The record of every change. Append-only: neither update nor delete is granted to anybody, a trigger holds it even for the owner.
-- No foreign key to the subject: the record must outlive what it speaks of.
create table event (
  id uuid primary key,
  at timestamptz not null,
  command text not null,
  actor_kind text not null check (actor_kind in ('person', 'operator', 'system', 'nobody')),
  actor_id uuid,
  subject_kind text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  why text,
  demo boolean not null default false,
  check ((actor_kind = 'person') = (actor_id is not null))
);
create index event_subject on event (subject_kind, subject_id, at);
create index event_actor on event (actor_id, at) where actor_id is not null;

create function event_stays() returns trigger language plpgsql as $$
begin
  raise exception 'event is append-only' using errcode = 'restrict_violation';
end $$;
create trigger event_stays before update or delete or truncate on event
  for each statement execute function event_stays();

-- One row per idempotency key: the same key again gives the same answer and changes nothing, also when both arrive at once
-- (the second waits on this row until the first has committed).
create table idempotency (
  key uuid primary key,
  command text not null,
  actor text not null,
  input_hash text not null,
  -- json, not jsonb: the same answer means the same letters, fields in their order.
  output json,
  at timestamptz not null
);
