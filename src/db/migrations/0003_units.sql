-- Places (địa bàn) and units (cơ quan, đơn vị) live and die: valid_from counts, valid_to is the first day on which it is no more.
-- A parent never changes: who comes under another one is followed by a new row (succession). So the map of any day is a tree that can be
-- read from the rows that live on that day, and what was counted before keeps its place in the tree of its own day.
create table place (
  id uuid primary key,
  code text not null unique,
  kind text not null check (kind in ('country', 'province', 'district', 'commune', 'border_gate', 'post_area')),
  parent_id uuid references place (id),
  -- Order of places that touch the border, from one end of the line to the other; null for places away from it.
  border_order integer,
  valid_from date not null,
  valid_to date,
  legal_basis text,
  demo boolean not null default false,
  check (valid_to is null or valid_to > valid_from),
  check (parent_id is distinct from id)
);
create index place_parent on place (parent_id);
create index place_border on place (border_order) where border_order is not null;

create table unit (
  id uuid primary key,
  code text not null unique,
  kind text not null check (kind in ('ministry', 'party_body', 'committee', 'department', 'division', 'armed_force', 'border_post',
    'press', 'association', 'group', 'other')),
  parent_id uuid references unit (id),
  place_id uuid references place (id),
  valid_from date not null,
  valid_to date,
  legal_basis text,
  demo boolean not null default false,
  check (valid_to is null or valid_to > valid_from),
  check (parent_id is distinct from id)
);
create index unit_parent on unit (parent_id);
create index unit_place on unit (place_id);

-- Names per language (BCP 47), one at a time; their lives lie within the life of who bears them. A rename ends the names of all languages
-- and begins the new ones on the same day, by the paper named. That no two overlap is kept by the commands, under a lock on the bearer:
-- an exclusion constraint would need an extension that not every server has.
create table place_name (
  place_id uuid not null references place (id) on delete cascade,
  lang text not null,
  name text not null check (name = btrim(name) and name <> ''),
  valid_from date not null,
  valid_to date,
  legal_basis text,
  primary key (place_id, lang, valid_from),
  check (valid_to is null or valid_to > valid_from)
);
create table unit_name (
  unit_id uuid not null references unit (id) on delete cascade,
  lang text not null,
  name text not null check (name = btrim(name) and name <> ''),
  valid_from date not null,
  valid_to date,
  legal_basis text,
  primary key (unit_id, lang, valid_from),
  check (valid_to is null or valid_to > valid_from)
);

-- Other names and abbreviations under which papers call a unit: "Sở TT&TT", "STTTT". Two units may share one, in different days.
create table unit_alias (
  unit_id uuid not null references unit (id) on delete cascade,
  alias text not null check (alias = btrim(alias) and alias <> ''),
  primary key (unit_id, alias)
);

-- Who came after whom. A merger is several rows with one successor, a split several with one predecessor; abolished has none.
create table unit_succession (
  id uuid primary key,
  kind text not null check (kind in ('merged', 'split', 'renamed', 'abolished')),
  predecessor_id uuid not null references unit (id) on delete cascade,
  successor_id uuid references unit (id) on delete cascade,
  day date not null,
  legal_basis text not null,
  demo boolean not null default false,
  check ((kind = 'abolished') = (successor_id is null)),
  check (predecessor_id is distinct from successor_id)
);
create unique index unit_succession_once on unit_succession (predecessor_id, coalesce(successor_id, predecessor_id), day);
create index unit_succession_successor on unit_succession (successor_id);
create table place_succession (
  id uuid primary key,
  kind text not null check (kind in ('merged', 'split', 'renamed', 'abolished')),
  predecessor_id uuid not null references place (id) on delete cascade,
  successor_id uuid references place (id) on delete cascade,
  day date not null,
  legal_basis text not null,
  demo boolean not null default false,
  check ((kind = 'abolished') = (successor_id is null)),
  check (predecessor_id is distinct from successor_id)
);
create unique index place_succession_once on place_succession (predecessor_id, coalesce(successor_id, predecessor_id), day);
create index place_succession_successor on place_succession (successor_id);
