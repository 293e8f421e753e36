import { describe, expect, it } from 'vitest';
import { marker } from './markers.ts';

describe('markers of paragraphs (C-0)', () => {
  it.each([
    ['1. Mục đích', '1.', [1]],
    ['1.2.3. Nội dung', '1.2.3.', [1, 2, 3]],
    ['12/ Sở Y tế', '12/', [12]],
    ['đ) Báo cáo', 'đ)', [5]],
    ['IV. TỔ CHỨC', 'IV.', [4]],
    ['C. TỔ CHỨC', 'C.', [3]],
    ['Điều 5. Hiệu lực', 'Điều 5.', [5]],
    ['- Sở Y tế', '-', []],
    ['Phần thứ hai', 'Phần thứ hai', [2]],
  ])('%s begins with %s', (text, written, path) => {
    expect(marker(text)).toMatchObject({ text: written, path });
  });

  it.each(['15/KH-UBND ngày 03/4/2023', '20-CT/TW ngày 05/9/2022', '3.0', '0.5 ha rừng', '2023. Sở Y tế', 'Mục tiêu'])(
    '%s begins with none',
    (text) => {
      expect(marker(text)).toBeNull();
    },
  );
});
