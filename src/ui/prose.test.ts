import { describe, expect, it } from 'vitest';
import { prose } from './prose.ts';

describe('the handbook’s Markdown', () => {
  it('knows title, headings, paragraphs, both kinds of list, bold, keys and links', () => {
    const text =
      '# Đầu đề\n\nMột **đoạn** có `Ctrl+K`\nvà [nhật ký](/record).\n\n## Phần một\n\n- một\n- hai\n  dòng\n\n1. thứ nhất';
    expect(prose(text)).toEqual({
      title: 'Đầu đề',
      blocks: [
        {
          kind: 'paragraph',
          line: [
            { kind: 'text', text: 'Một ' },
            { kind: 'bold', text: 'đoạn' },
            { kind: 'text', text: ' có ' },
            { kind: 'key', text: 'Ctrl+K' },
            { kind: 'text', text: ' và ' },
            { kind: 'link', text: 'nhật ký', href: '/record' },
            { kind: 'text', text: '.' },
          ],
        },
        { kind: 'heading', level: 2, text: 'Phần một', id: 'phan-mot' },
        { kind: 'list', ordered: false, items: [[{ kind: 'text', text: 'một' }], [{ kind: 'text', text: 'hai dòng' }]] },
        { kind: 'list', ordered: true, items: [[{ kind: 'text', text: 'thứ nhất' }]] },
      ],
    });
  });
  it('refuses what it would show wrong', () => {
    for (const wrong of ['không đầu đề', '# a\n\n<b>x</b>', '# a\n\n| a | b |', '# a\n\n```\nx\n```', '# a\n\n> trích'])
      expect(() => prose(wrong), wrong).toThrow();
  });
});
