/** The head of the chain as people write it down, and what of the record is shown at once. */
/** Position and hash of the last link. */
export interface Head {
  position: number;
  hash: string;
}

/** "1284:9f3a-77c1-…": sixteen groups of four, to be compared by eye with what stands on paper. */
export function written({ position, hash }: Head): string {
  return `${position}:${hash.match(/.{4}/g)?.join('-')}`;
}

/** What `written` wrote, also with other signs or spaces between the groups; null when it cannot be one. */
export function readHead(typed: string): Head | null {
  const [, position = '', rest = ''] = /^\s*(\d{1,15})\s*:([\s\S]*)$/.exec(typed) ?? [];
  const hash = rest.replace(/[\s.·\-–—]/g, '').toLowerCase();
  return Number(position) > 0 && /^[0-9a-f]{64}$/.test(hash) ? { position: Number(position), hash } : null;
}

export const ANCHOR_KINDS = ['backup', 'report', 'paper'] as const;

export const EVENTS_A_PAGE = 50;
