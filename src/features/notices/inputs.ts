import * as v from 'valibot';
import { paging } from '#core/paging.ts';

export const list = v.object({ unread: v.optional(v.boolean(), false), ...paging });
export const notice = v.object({ id: v.pipe(v.string(), v.uuid('field.id')) });
export const nothing = v.object({});
