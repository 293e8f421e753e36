-- Places (địa bàn) and units (cơ quan, đơn vị) live and die: valid_from counts, valid_to is the first day on which it is no more.
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

-- Names per language (BCP 47). A rename without succession ends the old name and begins the new one on the same day.
create table place_name (
  place_id uuid not null references place (id) on delete cascade,
  lang text not null,
  name text not null check (name = btrim(name) and name <> ''),
  valid_from date not null,
  valid_to date,
  primary key (place_id, lang, valid_from),
  check (valid_to is null or valid_to > valid_from)
);
create table unit_name (
  unit_id uuid not null references unit (id) on delete cascade,
  lang text not null,
  name text not null check (name = btrim(name) and name <> ''),
  valid_from date not null,
  valid_to date,
  primary key (unit_id, lang, valid_from),
  check (valid_to is null or valid_to > valid_from)
);

-- Other names and abbreviations under which papers call a unit: "Sở TT&TT", "STTTT".
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
  check ((kind = 'abolished') = (successor_id is null)),
  check (predecessor_id is distinct from successor_id)
);
create unique index unit_succession_once on unit_succession (predecessor_id, coalesce(successor_id, predecessor_id), day);
create table place_succession (
  id uuid primary key,
  kind text not null check (kind in ('merged', 'split', 'renamed', 'abolished')),
  predecessor_id uuid not null references place (id) on delete cascade,
  successor_id uuid references place (id) on delete cascade,
  day date not null,
  legal_basis text not null,
  check ((kind = 'abolished') = (successor_id is null)),
  check (predecessor_id is distinct from successor_id)
);
create unique index place_succession_once on place_succession (predecessor_id, coalesce(successor_id, predecessor_id), day);
