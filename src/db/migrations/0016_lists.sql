-- Lists and finding at a million rows (docs/decisions/0012). The words of a text, folded: what a search compares with. Cut at what is neither
-- letter, digit nor sign in any script we write; Khmer is not cut here, as it puts no blanks between its words. No regular expressions: these
-- run for every row that is written.
create function words_of(text text) returns text[] language sql immutable parallel safe as $$
  select array_remove(string_to_array(translate(fold(text),
    E'\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000a\u000b\u000c\u000d\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016'
    '\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f!"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~\u00a0«»“”‘’‚„–—…•·',
    repeat(' ', 100)), ' '), '')
$$;
create function tokens_of(text text) returns tsvector language sql immutable parallel safe as $$
  select array_to_tsvector(array(select left(word, 100) from unnest(words_of(text)) word))
$$;

-- Every word must be there; the last one may still be being typed, from three letters on: shorter ones are syllables of their own (xã, sở),
-- and begin half of all words. Null when there is no word in it: that matches nothing.
create function search_of(text text) returns tsquery language sql immutable parallel safe as $$
  select string_agg('''' || left(word, 100) || '''' || case when i = cardinality(words_of(text)) and length(word) > 2 then ':*' else '' end, ' & ')::tsquery
  from unnest(words_of(text)) with ordinality as word (word, i)
$$;

alter table plan_node add column tokens tsvector generated always as (tokens_of(text)) stored;
create index plan_node_tokens on plan_node using gin (tokens);
alter table plan add column tokens tsvector generated always as (
  tokens_of(title || ' ' || coalesce(issuer, '') || ' ' || coalesce(number, '') || ' ' || coalesce(symbol, ''))) stored;
create index plan_tokens on plan using gin (tokens);
alter table person add column tokens tsvector generated always as (tokens_of(name)) stored;
create index person_tokens on person using gin (tokens);
-- In the order of a Vietnamese list of names, as lists ask for it.
drop index person_in_order;
create index person_in_order on person (
  (coalesce(substring(name from '[^ ]+$'), '')) collate "vi-x-icu", (coalesce(name, '')) collate "vi-x-icu", id);
create index auth_user_username_begins on auth_user (username text_pattern_ops);
alter table unit_name add column tokens tsvector generated always as (tokens_of(name)) stored;
create index unit_name_tokens on unit_name using gin (tokens);
alter table unit_alias add column tokens tsvector generated always as (tokens_of(alias)) stored;
create index unit_alias_tokens on unit_alias using gin (tokens);
alter table place_name add column tokens tsvector generated always as (tokens_of(name)) stored;
create index place_name_tokens on place_name using gin (tokens);

-- Tasks in the order of their plans, the newest first, and of the text.
create index plan_node_in_order on plan_node (plan_id desc, position) where task_id is not null;
-- The tasks of an agency without a look into the table; the other half are agencies that the register does not know.
drop index assignment_unit;
create index assignment_unit on assignment (unit_id, node_id, role);
create index assignment_unknown on assignment (fold(unit_name)) where unit_id is null;

-- The days on which a deadline falls due within the time of its plan: what dueDays of src/features/plans/rules.ts says, as rows, so that
-- "what do we owe by when" is a question to an index. Made by a trigger: whoever writes a deadline cannot forget it.
create table due (
  id bigint generated always as identity primary key,
  deadline_id uuid not null references deadline (id) on delete cascade,
  day date not null,
  unique (deadline_id, day)
);
create index due_day on due (day, id);

create function day_in(year integer, month integer, day integer) returns date language sql immutable parallel safe as $$
  select least((make_date(year, month, 1) + interval '1 month')::date - 1, make_date(year, month, 1) + (day - 1))
$$;

create function due_days(rule jsonb, first date, last date) returns setof date language plpgsql immutable parallel safe as $$
declare
  kind text := rule->>'kind';
  years integer[] := case when rule->>'year' is null
    then array(select generate_series(extract(year from first)::int, extract(year from last + 1)::int)) else array[(rule->>'year')::int] end;
  days date[];
begin
  case kind
    when 'date' then days := array[(rule->>'date')::date];
    when 'range' then days := array[(rule->>'to')::date];
    when 'year' then days := array[make_date((rule->>'year')::int, 12, 31)];
    when 'yearly' then days := array(select day_in(year, (rule->>'month')::int, (rule->>'day')::int) from unnest(years) year);
    when 'monthly' then days := array(
      select day_in(year, month, (rule->>'day')::int) from unnest(years) year, generate_series(1, 12) month
      where rule->>'every' = 'month' or month % 3 = 0);
    when 'month' then days := array(
      select day_in(year, month::int, 31) from unnest(years) year, jsonb_array_elements_text(rule->'months') month);
    when 'quarter' then days := array(
      select day_in(year, quarter::int * 3, 31) from unnest(years) year, jsonb_array_elements_text(rule->'quarters') quarter);
    else return;
  end case;
  -- "Trước ngày 20/6" read strictly: the 19th is the last day in time.
  return query
    select distinct kept from (select said - case when rule->>'bound' = 'before' then 1 else 0 end as kept from unnest(days) said) it
    where kept between first and last order by kept;
end $$;

-- Within the time of its version of the plan; one that names no period: from the day it was issued, for five years.
create function due_of(deadline deadline) returns setof date language sql stable as $$
  select due_days(deadline.rule, began, coalesce(version.period_to, (began + interval '5 years')::date))
  from plan_node
  join plan_version version on version.id = plan_node.version_id
  cross join lateral (
    select coalesce(least(version.period_from, version.issued_on), (version.adopted_at at time zone 'Asia/Ho_Chi_Minh')::date) as began
  ) life
  where plan_node.id = deadline.node_id
$$;
create function deadline_falls_due() returns trigger language plpgsql as $$
begin
  delete from due using changed where due.deadline_id = changed.id;
  insert into due (deadline_id, day) select changed.id, due_of(changed) from changed;
  return null;
end $$;
create trigger deadline_falls_due after insert on deadline
  referencing new table as changed for each statement execute function deadline_falls_due();
create trigger deadline_changes_due after update on deadline
  referencing new table as changed for each statement execute function deadline_falls_due();
create function version_moves_due() returns trigger language plpgsql as $$
begin
  delete from due using deadline where deadline.id = due.deadline_id and deadline.in_version = new.id;
  insert into due (deadline_id, day) select deadline.id, due_of(deadline) from deadline where in_version = new.id;
  return null;
end $$;
create trigger version_moves_due after update of period_from, period_to, issued_on on plan_version
  for each row execute function version_moves_due();
insert into due (deadline_id, day) select id, due_of(deadline) from deadline;

-- A deadline whose words name no agency is due for every agency that has a task in that version of the plan. Which these are, as an index can
-- answer it.
alter table deadline add column common boolean not null default true, add column in_version uuid;
update deadline set in_version = plan_node.version_id, common = not exists (select from assignment where node_id = plan_node.id)
from plan_node where plan_node.id = deadline.node_id;
create index deadline_version on deadline (in_version) where common;
create table version_unit (
  -- No foreign key: what hangs on a unit is the assignment that this was made of.
  unit_id uuid not null,
  version_id uuid not null references plan_version (id) on delete cascade,
  primary key (unit_id, version_id)
);
create index version_unit_version on version_unit (version_id);

create function deadline_of_whom() returns trigger language plpgsql as $$
begin
  new.common := not exists (select from assignment where node_id = new.node_id);
  new.in_version := (select version_id from plan_node where id = new.node_id);
  return new;
end $$;
create trigger deadline_of_whom before insert or update of node_id on deadline
  for each row execute function deadline_of_whom();
create function assignment_comes() returns trigger language plpgsql as $$
begin
  insert into version_unit (unit_id, version_id)
  select distinct changed.unit_id, plan_node.version_id from changed join plan_node on plan_node.id = changed.node_id
  where changed.unit_id is not null
  on conflict do nothing;
  update deadline set common = false from changed where deadline.node_id = changed.node_id and common;
  return null;
end $$;
create function assignment_goes() returns trigger language plpgsql as $$
begin
  delete from version_unit using gone
  where version_unit.unit_id = gone.unit_id and not exists (
    select from assignment join plan_node on plan_node.id = assignment.node_id
    where assignment.unit_id = version_unit.unit_id and plan_node.version_id = version_unit.version_id);
  update deadline set common = true from gone
  where deadline.node_id = gone.node_id and not common and not exists (select from assignment where node_id = deadline.node_id);
  return null;
end $$;
create trigger assignment_comes after insert on assignment
  referencing new table as changed for each statement execute function assignment_comes();
create trigger assignment_moves_to after update on assignment
  referencing new table as changed for each statement execute function assignment_comes();
create trigger assignment_moves_from after update on assignment
  referencing old table as gone for each statement execute function assignment_goes();
create trigger assignment_goes after delete on assignment
  referencing old table as gone for each statement execute function assignment_goes();
insert into version_unit (unit_id, version_id)
select distinct assignment.unit_id, plan_node.version_id from assignment join plan_node on plan_node.id = assignment.node_id
where assignment.unit_id is not null;
