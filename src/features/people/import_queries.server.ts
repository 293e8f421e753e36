import { Readable } from 'node:stream';
import { query } from '#core/command.server.ts';
import { t } from '#core/text.ts';
import { writeSheet, type Column } from '#ports/spreadsheet.server.ts';
import * as inputs from './inputs.ts';
import { COLUMNS } from './sheet.ts';

/** The empty sheet in which people are brought in, as a file. */
export const template = query({
  name: 'person.template',
  verb: 'people.change',
  input: inputs.nothing,
  run: async () => {
    const columns = COLUMNS.map((column): Column => ({
      title: t('vi', `import.${column}`),
      kind: /from|to/.test(column) ? 'day' : 'text',
    }));
    return { file_name: 'nguoi-dung.xlsx', content: Readable.from(writeSheet(t('vi', 'import.sheet'), columns, [])) };
  },
});
