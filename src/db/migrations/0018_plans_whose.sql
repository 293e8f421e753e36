-- Everything above what these units reach, on whatever day it was above: the papers of who stands over an office are for it to read.
create function unit_above(roots uuid[]) returns setof uuid language sql stable parallel safe as $$
  with recursive above as (
    select unit.parent_id as id from unit where unit.id in (select unit_reach(roots)) and unit.parent_id is not null
    union
    select unit.parent_id from above join unit on unit.id = above.id where unit.parent_id is not null
  )
  select id from above
$$;
