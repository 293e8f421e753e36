/** Small papers for tests, as an office types them, and a house that has read one. */
import { expect } from 'vitest';
import { execute } from '#core/command.server.ts';
import { operator, type TestHouse } from '#house.testing.ts';
import { bring } from './commands.server.ts';

export const by = { actor: operator };
export const code = (it: string) => expect.objectContaining({ name: 'Problem', code: it }) as Error;

export interface Paper {
  number?: string;
  title?: string;
  issuer?: string;
  tasks: string[];
}

const LINES = [
  'Sở Ngoại vụ chủ trì, phối hợp với Sở Y tế biên soạn cẩm nang cửa khẩu trước ngày 20/6/2024.',
  'Sở Y tế chủ trì tổ chức tuyên truyền phòng bệnh cho nhân dân vùng biên giới trong quý II năm 2024.',
  'Ủy ban nhân dân các xã thường xuyên phát thanh bằng tiếng Khmer trên loa truyền thanh cơ sở.',
];

export const paper = ({
  number = '12',
  title = 'Công tác thông tin đối ngoại năm 2024',
  issuer = 'TỈNH BÌNH PHƯỚC',
  tasks = LINES,
}: Partial<Paper> = {}) =>
  new TextEncoder().encode(`ỦY BAN NHÂN DÂN
${issuer}

Số: ${number}/KH-UBND
Bình Phước, ngày 05 tháng 01 năm 2024

KẾ HOẠCH
${title}

I. MỤC ĐÍCH
Giới thiệu hình ảnh địa phương với bạn bè quốc tế và nhân dân các xã biên giới.

II. NHIỆM VỤ
${tasks.map((text, i) => `${i + 1}. ${text}`).join('\n')}
`);

/** The id of a reading of such a paper. */
export async function brought(house: TestHouse, of: Partial<Paper> = {}): Promise<string> {
  return (await execute(house, bring, { content: paper(of), name: 'ke-hoach.txt' }, by)).id;
}
