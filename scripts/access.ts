/** Writes docs/access.md from the verbs and roles of src/core/access.ts; a test fails when it is stale. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { accessMatrix } from '../src/core/access_matrix.ts';

const path = join(import.meta.dirname, '../docs/access.md');
writeFileSync(path, await format(accessMatrix(), { parser: 'markdown' }));
