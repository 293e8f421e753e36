-- What the record is searched by: the words of a command's name, of why, and of the values from which and to which something was changed.
-- Keys of before and after are no words, nor are ids and digests. Signs between words are taken out on both sides, so that
-- "KH-UBND" finds "05/KH-UBND".
create function event_plain(written text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(fold(written), '[!-/:-@\[-`{-~]+', ' ', 'g')
$$;
create function event_values(fields jsonb) returns text language sql immutable strict parallel safe as $$
  select string_agg(value #>> '{}', ' ')
  from jsonb_path_query(fields, 'strict $.**') value
  where jsonb_typeof(value) in ('string', 'number') and value #>> '{}' !~ '^[0-9a-f-]{36,64}$'
$$;
create function event_words(command text, why text, before jsonb, after jsonb) returns tsvector
  language sql immutable parallel safe as $$
  select to_tsvector('simple', event_plain(left(
    command || ' ' || coalesce(why, '') || ' ' || coalesce(event_values(before), '') || ' ' || coalesce(event_values(after), ''), 100000)))
$$;
-- As typed by people: all of the words, in any order, each whole: a syllable is a word in Vietnamese, and the beginnings of words would
-- keep the planner from knowing how rare they are.
create function event_asked(typed text) returns tsquery language sql immutable strict parallel safe as $$
  select plainto_tsquery('simple', event_plain(typed))
$$;
alter table event add column words tsvector generated always as (event_words(command, why, before, after)) stored;
create index event_words_in on event using gin (words);
-- So that the planner takes a word it has not met for as rare as it is: by default it thinks that thousands of a million events hold it, and
-- walks through them all from the newest.
alter table event alter column words set statistics 500;

-- Pages of the record go on from the last event seen, newest first: each filter has an index that ends with that order.
drop index event_subject;
create index event_subject on event (subject_kind, subject_id, at, id);
drop index event_actor;
create index event_actor on event (actor_id, at, id) where actor_id is not null;
drop index event_unit;
create index event_unit on event (unit_id, at, id) where unit_id is not null;
create index event_command on event (command, at, id);
create index event_kind on event (subject_kind, at, id);
create index event_role on event (role, at, id) where role is not null;

-- A head that was written down elsewhere is never taken back.
alter table audit_anchor
  add check (position > 0),
  add check (hash ~ '^[0-9a-f]{64}$'),
  add check (kind in ('backup', 'report', 'paper'));
create trigger audit_anchor_stays before update or delete or truncate on audit_anchor
  for each statement execute function event_stays();

-- One verification of the chain, as somebody asked for it: how far it has come, and what it found.
create table audit_check (
  id uuid primary key,
  begun_at timestamptz not null,
  -- Null in a row that nobody has taken up yet.
  moved_at timestamptz,
  position bigint not null default 0,
  -- How many links there were when it was asked for.
  links bigint not null,
  ended_at timestamptz,
  -- Verified of src/features/record/verify.server.ts; null while it runs.
  result jsonb,
  check ((ended_at is null) = (result is null))
);
create index audit_check_begun on audit_check (begun_at desc);
