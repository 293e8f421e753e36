-- One paper that changes the map on one day: what it founded, merged, split, renamed, moved, ended. What it made carries its id, so that all of
-- it can be shown, and taken back while nothing else stands on it. steps: as entered (features/units/reorganising/inputs.ts).
create table reorganisation (
  id uuid primary key,
  day date not null,
  title text not null check (title = btrim(title) and title <> ''),
  legal_basis text not null,
  steps jsonb not null,
  made_at timestamptz not null,
  -- The person; null for the command line on the machine itself.
  made_by uuid references person (id),
  undone_at timestamptz,
  demo boolean not null default false
);
create index reorganisation_day on reorganisation (day desc, id);

alter table place add column reorganisation_id uuid references reorganisation (id);
alter table unit add column reorganisation_id uuid references reorganisation (id);
-- Of a name: the reorganisation that gave it to somebody who was there before.
alter table place_name add column reorganisation_id uuid references reorganisation (id);
alter table unit_name add column reorganisation_id uuid references reorganisation (id);
alter table place_succession add column reorganisation_id uuid references reorganisation (id);
alter table unit_succession add column reorganisation_id uuid references reorganisation (id);
create index place_reorganisation on place (reorganisation_id) where reorganisation_id is not null;
create index unit_reorganisation on unit (reorganisation_id) where reorganisation_id is not null;
create index place_name_reorganisation on place_name (reorganisation_id) where reorganisation_id is not null;
create index unit_name_reorganisation on unit_name (reorganisation_id) where reorganisation_id is not null;
create index place_succession_reorganisation on place_succession (reorganisation_id) where reorganisation_id is not null;
create index unit_succession_reorganisation on unit_succession (reorganisation_id) where reorganisation_id is not null;

-- moved: the same office under another parent or at another seat. A parent never changes, so it goes on in a new row.
alter table place_succession drop constraint place_succession_kind_check;
alter table place_succession add constraint place_succession_kind_check
  check (kind in ('merged', 'split', 'renamed', 'moved', 'abolished'));
alter table unit_succession drop constraint unit_succession_kind_check;
alter table unit_succession add constraint unit_succession_kind_check
  check (kind in ('merged', 'split', 'renamed', 'moved', 'abolished'));

-- A reorganisation while it is being entered: kept step by step, so that it outlives a lost session.
create table reorganisation_draft (
  id uuid primary key,
  -- { title, day, legal_basis, steps }, the first three as far as they are known.
  content jsonb not null,
  made_by uuid references person (id),
  changed_at timestamptz not null
);

-- The map of a day. Who lives on a day has a living parent and a living seat, so down and up are walked among the living.

-- A unit and all that is under it on a day.
create function unit_within(roots uuid[], on_day date) returns setof uuid language sql stable parallel safe as $$
  with recursive inside (id) as (
    select id from unit where id = any (roots) and valid_from <= on_day and (valid_to is null or on_day < valid_to)
    union
    select below.id from unit below join inside on below.parent_id = inside.id
    where below.valid_from <= on_day and (below.valid_to is null or on_day < below.valid_to)
  )
  select id from inside
$$;
create function place_within(roots uuid[], on_day date) returns setof uuid language sql stable parallel safe as $$
  with recursive inside (id) as (
    select id from place where id = any (roots) and valid_from <= on_day and (valid_to is null or on_day < valid_to)
    union
    select below.id from place below join inside on below.parent_id = inside.id
    where below.valid_from <= on_day and (below.valid_to is null or on_day < below.valid_to)
  )
  select id from inside
$$;

-- Who has come after each, as of a day: itself while it lives, else all that live then and follow it by successions up to that day. Nobody for
-- what was abolished, or is not there yet. Several after a split: who adds figures up asks unit_counted, which counts a row once.
create function unit_followers(roots uuid[], as_of date) returns table (root_id uuid, follower_id uuid)
  language sql stable parallel safe as $$
  with recursive later (root, id) as (
    select id, id from unit where id = any (roots)
    union
    select later.root, after.successor_id from later join unit_succession after on after.predecessor_id = later.id
    where after.day <= as_of and after.successor_id is not null
  )
  select later.root, later.id from later join unit on unit.id = later.id
  where unit.valid_from <= as_of and (unit.valid_to is null or as_of < unit.valid_to)
$$;
create function place_followers(roots uuid[], as_of date) returns table (root_id uuid, follower_id uuid)
  language sql stable parallel safe as $$
  with recursive later (root, id) as (
    select id, id from place where id = any (roots)
    union
    select later.root, after.successor_id from later join place_succession after on after.predecessor_id = later.id
    where after.day <= as_of and after.successor_id is not null
  )
  select later.root, later.id from later join place on place.id = later.id
  where place.valid_from <= as_of and (place.valid_to is null or as_of < place.valid_to)
$$;

-- Whose figures, of whatever day, count under a unit on the map of a day: what is under it then, what all of these came from, and what was
-- abolished under any of them (a district's figures stay in the total of its province). Each once.
create function unit_counted(root uuid, as_of date) returns setof uuid language sql stable parallel safe as $$
  with recursive counted (id) as (
    select id from unit where id = root and valid_from <= as_of and (valid_to is null or as_of < valid_to)
    union
    select next.id from counted cross join lateral (
      select below.id from unit below
      where below.parent_id = counted.id and below.valid_from <= as_of
        and (below.valid_to is null or as_of < below.valid_to
          or exists (select from unit_succession gone where gone.predecessor_id = below.id and gone.kind = 'abolished'))
      union all
      select predecessor_id from unit_succession where successor_id = counted.id and day <= as_of
    ) next
  )
  select id from counted
$$;
create function place_counted(root uuid, as_of date) returns setof uuid language sql stable parallel safe as $$
  with recursive counted (id) as (
    select id from place where id = root and valid_from <= as_of and (valid_to is null or as_of < valid_to)
    union
    select next.id from counted cross join lateral (
      select below.id from place below
      where below.parent_id = counted.id and below.valid_from <= as_of
        and (below.valid_to is null or as_of < below.valid_to
          or exists (select from place_succession gone where gone.predecessor_id = below.id and gone.kind = 'abolished'))
      union all
      select predecessor_id from place_succession where successor_id = counted.id and day <= as_of
    ) next
  )
  select id from counted
$$;

-- A language products are made in and people are taught in, by its BCP 47 tag.
create table language (
  tag text primary key,
  name_vi text not null,
  name_en text not null,
  name_km text,
  -- What its speakers call it; null while nobody has told.
  own_name text,
  -- ISO 15924, as written here: Stieng is written in Latin letters in Viet Nam, in Khmer ones across the border.
  script text not null check (script ~ '^[A-Z][a-z]{3}$'),
  direction text not null default 'ltr' check (direction in ('ltr', 'rtl')),
  -- A font family it needs; null where the house's own font has its letters.
  font text
);
-- Other names and codes that papers use. One may mean several languages: "tiếng Stiêng".
create table language_alias (
  tag text not null references language (tag) on delete cascade,
  alias text not null check (alias = btrim(alias) and alias <> ''),
  primary key (tag, alias)
);

-- Codes and scripts: ISO 639-3, ISO 15924.
insert into language (tag, name_vi, name_en, name_km, own_name, script, font) values
  ('vi', 'Tiếng Việt', 'Vietnamese', 'ភាសាវៀតណាម', 'Tiếng Việt', 'Latn', null),
  ('km', 'Tiếng Khmer', 'Khmer', 'ភាសាខ្មែរ', 'ភាសាខ្មែរ', 'Khmr', 'Noto Sans Khmer'),
  ('en', 'Tiếng Anh', 'English', 'ភាសាអង់គ្លេស', 'English', 'Latn', null),
  ('sti', 'Tiếng Stiêng Bù Lơ', 'Bulo Stieng', null, null, 'Latn', null),
  ('stt', 'Tiếng Stiêng Bù Đek', 'Budeh Stieng', null, null, 'Latn', null),
  ('cmo', 'Tiếng Mnông Trung', 'Central Mnong', null, null, 'Latn', null),
  ('mng', 'Tiếng Mnông Đông', 'Eastern Mnong', null, null, 'Latn', null),
  ('mnn', 'Tiếng Mnông Nam', 'Southern Mnong', null, null, 'Latn', null),
  ('nut', 'Tiếng Nùng', 'Nung', null, null, 'Latn', null),
  ('tyz', 'Tiếng Tày', 'Tay', null, null, 'Latn', null),
  ('crw', 'Tiếng Chơ Ro', 'Chrau', null, null, 'Latn', null),
  ('kpm', 'Tiếng Cơ Ho', 'Koho', null, null, 'Latn', null),
  ('cma', 'Tiếng Mạ', 'Maa', null, null, 'Latn', null),
  ('mtq', 'Tiếng Mường', 'Muong', null, null, 'Latn', null);
insert into language_alias (tag, alias) values
  ('vi', 'vie'), ('vi', 'Việt ngữ'), ('vi', 'tiếng phổ thông'),
  ('km', 'khm'), ('km', 'Khmer'), ('km', 'tiếng Campuchia'), ('km', 'tiếng Cam-pu-chia'), ('km', 'tiếng Khơ-me'), ('km', 'tiếng Khơ me'),
  ('en', 'eng'), ('en', 'Anh ngữ'),
  ('sti', 'tiếng Stiêng'), ('sti', 'tiếng S''tiêng'), ('sti', 'tiếng Xtiêng'),
  ('stt', 'tiếng Stiêng'), ('stt', 'tiếng S''tiêng'), ('stt', 'tiếng Xtiêng'),
  ('cmo', 'tiếng Mnông'), ('cmo', 'tiếng M''nông'),
  ('mng', 'tiếng Mnông'), ('mng', 'tiếng M''nông'),
  ('mnn', 'tiếng Mnông'), ('mnn', 'tiếng M''nông'),
  ('crw', 'tiếng Chrau'), ('crw', 'tiếng Chơ-ro'),
  ('kpm', 'tiếng K''ho'), ('kpm', 'tiếng Kơ Ho');
