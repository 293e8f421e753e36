import { describe, expect, it } from 'vitest';
import read from './thread.ts';

const content = new TextEncoder().encode(
  'KẾ HOẠCH\nThông tin đối ngoại vùng biên giới năm 2023\n1. Sở Ngoại vụ chủ trì mở lớp tập huấn.',
);

describe('a document read in a thread (C-0)', () => {
  it('comes back as a reading', async () => {
    expect(await read({ content, name: 'a.txt', registry: [] })).toMatchObject({ coverage: 1 });
  });

  it('is refused for the reason its reader gives', async () => {
    const refused = read({ content: new Uint8Array(), name: 'a.txt', registry: [] });
    await expect(refused).rejects.toMatchObject({ name: 'Refusal', code: 'empty', detail: {} });
  });

  it('is refused as broken when reading fails in a way nobody foresaw; the fault is not lost', async () => {
    const fault = new RangeError('Maximum call stack size exceeded');
    const registry = new Proxy([], {
      get() {
        throw fault;
      },
    });
    await expect(read({ content, name: 'a.txt', registry })).rejects.toMatchObject({
      name: 'Refusal',
      code: 'broken',
      detail: { unforeseen: 'Maximum call stack size exceeded' },
      cause: fault,
    });
  });
});
