import { sql } from 'kysely';
import { query } from '#core/command.server.ts';
import * as inputs from './inputs.ts';

/**
 * Languages by their Vietnamese names, Vietnamese first; or those that are called so by tag, name or other name, with or without diacritics:
 * "tiếng Campuchia" is km, "tiếng Stiêng" sti and stt.
 */
export const list = query({
  name: 'language.list',
  verb: 'units.view',
  input: inputs.list,
  async run({ db }, { called }) {
    let rows = db
      .selectFrom('language')
      .selectAll()
      .select(sql<'ltr' | 'rtl'>`direction`.as('direction'))
      .select(
        sql<string[]>`array(select alias from language_alias its where its.tag = language.tag order by alias)`.as('aliases'),
      );
    if (called)
      rows = rows.where(
        sql<boolean>`fold(${called}) in (
          select fold(name) from unnest(array[language.tag, name_vi, name_en, name_km, own_name]) as name
          union all select fold(alias) from language_alias its where its.tag = language.tag)`,
      );
    const found = await rows.execute();
    return found.toSorted((a, b) => Number(b.tag === 'vi') - Number(a.tag === 'vi') || COLLATOR.compare(a.name_vi, b.name_vi));
  },
});

const COLLATOR = new Intl.Collator('vi');
