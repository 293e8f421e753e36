/** A few units and places for the finder. */
import { sql } from 'kysely';
import { query } from '#core/command.server.ts';
import { matches } from '#core/listing.server.ts';
import { finding, type Found } from '#core/finding.ts';

/** By any name, alias or code it ever had; those that live come first. */
export const findUnits = query({
  name: 'unit.find',
  verb: 'units.view',
  input: finding,
  async run({ db }, { search, most }): Promise<Found[]> {
    const { rows } = await sql<Found>`
      select '/units/' || code as href, (select jsonb_object_agg(lang, name order by valid_from) from unit_name where unit_id = unit.id) as names,
        (select name from unit_name where unit_id = unit.parent_id and lang = 'vi' order by valid_from desc limit 1) as note, demo
      from unit where id in (
        select unit_id from unit_name where ${matches('unit_name.tokens', search)}
        union select unit_id from unit_alias where ${matches('unit_alias.tokens', search)}
        union select unit.id from unit where unit.code = lower(${search}))
      order by valid_to is not null, code limit ${most}`.execute(db);
    return rows;
  },
});

/** By any name it ever had; those that are there come first. */
export const findPlaces = query({
  name: 'place.find',
  verb: 'units.view',
  input: finding,
  async run({ db }, { search, most }): Promise<Found[]> {
    const { rows } = await sql<Found>`
      select '/units/places/' || code as href, (select jsonb_object_agg(lang, name order by valid_from) from place_name where place_id = place.id) as names,
        (select name from place_name where place_id = place.parent_id and lang = 'vi' order by valid_from desc limit 1) as note, demo
      from place where id in (select place_id from place_name where ${matches('place_name.tokens', search)})
      order by valid_to is not null, border_order, code limit ${most}`.execute(db);
    return rows;
  },
});
