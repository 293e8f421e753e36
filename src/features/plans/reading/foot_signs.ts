/** By what the foot of a paper is known: authority, post, a mark of signing, the list of recipients. */
import { marker } from '#ports/documents/markers.ts';
import { isCaps } from './fold.ts';
import { typeName } from './kinds.ts';
import { pieces } from './lines.ts';
import type { Line } from './lines.ts';
import { isName } from './recipients.ts';

/** Whether a signature block, or the list of recipients beside it, begins at a line. */
export function beginsFoot(lines: Line[], at: number): boolean {
  const line = lines[at];
  if (!line) return false;
  return pieces(line).some((p, n) => {
    if (RECIPIENTS.test(p.folded) && (n > 0 || p.text.length < 60)) return true;
    if (isAuthority(p.text)) return signedSoon(lines, at);
    return (
      POST.test(p.folded) &&
      (isCaps(p.text) || line.block.look.bold || line.block.look.align === 'right') &&
      p.text.length < 70 &&
      !marker(line.text) &&
      !line.label &&
      signedSoon(lines, at)
    );
  });
}

/** A name, a mark of signing or the list of recipients follows. */
function signedSoon(lines: Line[], at: number): boolean {
  for (const line of lines.slice(at + 1, at + 9)) {
    for (const p of pieces(line)) {
      if (SIGNED.test(p.folded) || RECIPIENTS.test(p.folded) || isName(p.text)) return true;
    }
    if (line.text.length > 140 || marker(line.text)?.kind === 'roman' || typeName(line.text)) return false;
  }
  return false;
}

export const isAuthority = (text: string) => text.length < 110 && AUTHORITY.test(text) && isCaps(text) && !/\d/.test(text);

export const RECIPIENTS = /^(?:nơi nhận|nơi gửi)\s*[:;.]?/;
const AUTHORITY =
  /^(?:(?:TM|KT|TL|TUQ|Q|T\/M|K\/T|T\/L)\s?[./]\s?|(?:TM|KT|TL|TUQ|T\/M|K\/T|T\/L|QUYỀN|THỪA LỆNH|THAY MẶT|KÝ THAY)\s+)(?=\p{Lu})/u;
export const POST =
  /^(?:q(?:uyền|\.)\s*)?(?:phó |kt\.?\s*)?(?:chủ tịch|giám đốc|tổng giám đốc|bí thư|trưởng ban|trưởng phòng|chánh văn phòng|chánh thanh tra|cục trưởng|chi cục trưởng|bộ trưởng|thứ trưởng|chỉ huy trưởng|chính ủy|hiệu trưởng|viện trưởng|chánh án|tổng biên tập|chủ nhiệm|trưởng đoàn|đồn trưởng|chính trị viên|tổng cục trưởng|thủ trưởng|phó chánh văn phòng|phó trưởng ban|phó bí thư|phó trưởng phòng|phó trưởng|tổng thư ký|đội trưởng|trạm trưởng|ủy viên|thường trực|thủ tướng)(?![\p{Ll}])[^.;:]{0,50}$/u;
export const SIGNED = /^\(?\s*(?:đã ký|ký tên|\[?đã ký số|chữ ký|ký, (?:ghi|đóng))/;
