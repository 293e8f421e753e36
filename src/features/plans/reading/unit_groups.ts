/** Groups named as a group: "các sở, ban, ngành tỉnh", "các cơ quan báo chí", and the vague "các cơ quan liên quan". */
import { fold } from './fold.ts';
import { plain, stick } from './scan.ts';
import type { Mention, Scan } from './scan.ts';
import { STOPS } from './unit_verbs.ts';
import { BAN, PLACE_KIND } from './unit_words.ts';

export function groupAt(scan: Scan, at: number): Mention[] | null {
  const village = stick(VILLAGE, scan.folded, at);
  if (village) {
    const name = stick(OWN_NAME, scan.text, at + village[0].length);
    return [plain(scan, at, at + village[0].length + (name?.[0].length ?? 0))];
  }
  const head = stick(GROUP, scan.folded, at) ?? stick(BARE_GROUP, scan.folded, at);
  if (!head) return null;
  const bare = at + head[0].trimEnd().length;
  const own = scan.caps ? -1 : scan.text.slice(at, bare + 12).search(OFFICE_NEXT);
  const end = own >= 0 && at + own < bare ? at + own : modifiers(scan, bare);
  const found = plain(scan, at, end);
  const folded = fold(found.name);
  return [
    {
      ...found,
      name: found.name.replace(/^(?:tất cả|toàn thể)\s+/iu, ''),
      group: true,
      vague: VAGUE.test(folded) || NOBODY.test(folded),
    },
  ];
}

/** Words that narrow the group down: "báo chí của tỉnh", "trực thuộc", "có liên quan". */
function modifiers(scan: Scan, from: number): number {
  let at = from;
  for (let words = 0; words < 9; words++) {
    const whose = stick(WHOSE, scan.text, at);
    if (whose) return at + whose[0].length;
    const fixed = stick(FIXED, scan.folded, at);
    if (fixed) {
      at += fixed[0].length;
      continue;
    }
    const word = stick(WORD, scan.folded, at);
    if (!word) break;
    const wordAt = at + word[0].length - (word[1]?.length ?? 0);
    const letter = scan.text[wordAt] ?? '';
    if (STOPS.test(scan.folded.slice(wordAt, wordAt + 24)) && letter === letter.toLowerCase()) break;
    if (letter !== letter.toLowerCase() && !scan.caps && !/^(?:thpt|thcs|trung|mầm|tiểu|đảng|nhà)$/.test(word[1] ?? '')) break;
    at += word[0].length;
  }
  return at;
}

const NOUN =
  'sở|ban|khoa|bộ|nhà trường|học viện|ngành|cơ quan|đơn vị|địa phương|phòng|tổ chức|đoàn thể|hội|đoàn|trường(?! hợp)|cơ sở|doanh nghiệp|hợp tác xã|huyện|thị xã|thành phố|xã|phường|thị trấn|quận|đồn|bệnh viện|trung tâm|chủ đầu tư|chủ rừng|công ty|ngân hàng|tổ|đội|thôn|ấp|bản|làng|buôn|xóm|khóm|khu phố|hộ|cấp|cục|chi cục|viện|báo|đài|nhà thầu|trạm|khu|tập thể|cá nhân|ban quản lý|cấp ủy|tổ chức đảng|chi bộ|đảng bộ|chi|đảng ủy|chính quyền|chi nhánh|hiệp hội|nhà mạng|nông lâm trường|lực lượng|già làng|trưởng thôn|trưởng bản|người có uy tín';
const nouns = NOUN.split('|')
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replace(/ /g, '\\s+')
  .replace(/(?<=\|)bản(?=\|)/, BAN);
const GROUP = new RegExp(
  `(?:(?:tất cả|toàn thể)\\s+)?(?:các|những)\\s+(?:${nouns})(?![\\p{L}])(?:(?:\\s*[,/]\\s*|\\s+và\\s+|\\s*-\\s*)(?:các\\s+)?(?:${nouns})(?![\\p{L}]))*`,
  'uy',
);
/** "các bản, Đoàn Thanh niên xã": the next one has a name of its own. */
const OFFICE_NEXT = /(?:\s*[,/]\s*|\s+và\s+)\p{Lu}\p{Ll}+(?:\s\p{Ll}+)?\s\p{Lu}/u;
/** Those who answer for a village are named by their post. */
const VILLAGE =
  /(?:các\s+)?(?:ông(?:,?\s+\(?bà\)?)?\s+)?(?:(?:các\s+)?trưởng\s+(?:các\s+)?(?:thôn|bản|ấp|buôn|khóm|khu\s+phố|làng|xóm)|(?:các\s+)?(?:già\s+làng|người\s+có\s+uy\s+tín)(?:\s+trong\s+đồng\s+bào(?:\s+dân\s+tộc(?:\s+thiểu\s+số)?)?)?|tổ\s+trưởng\s+(?:các\s+)?tổ\s+dân\s+phố)(?:\s*,\s*(?:trưởng\s+)?(?:thôn|bản|ấp|khu\s+phố|buôn|làng))*(?![\p{L}])/uy;
const OWN_NAME = /\s+\p{Lu}[\p{L}\p{M}'’]*(?:\s+\p{Lu}[\p{L}\p{M}'’]*)*/uy;
/** Without "các": "Sở, ban, ngành cấp tỉnh"; also a kind of person that answers for a village. */
const BARE_GROUP =
  /(?:khu\s+phố|thôn|ấp|bản)(?=\s*[,;])|(?:cấp\s+ủy|đảng\s+ủy|chi\s+bộ)\s*,\s*(?:chỉ\s+huy|thủ\s+trưởng|lãnh\s+đạo)(?:\s+các)?\s+(?:cơ\s+quan|đơn\s+vị|đồn)(?:\s*,\s*(?:cơ\s+quan|đơn\s+vị|đồn))*(?![\p{L}])|(?:cấp\s+ủy\s*(?:,|và)\s+)?(?:chính\s+quyền|tổ\s+chức\s+đảng)(?:\s*(?:,|và)\s+(?:mặt\s+trận\s+tổ\s+quốc|đoàn\s+thể|các\s+đoàn\s+thể|chính\s+quyền))*\s+(?:cơ\s+sở|địa\s+phương|các\s+cấp|các\s+(?:xã|huyện|phường)(?:\s*(?:,|và)\s*(?:xã|phường|thị\s+trấn|thị\s+xã|thành\s+phố|đặc\s+khu)(?![\p{L}]))*)(?![\p{L}])|(?:sở|ban|phòng|cơ quan|ngành|xã)\s*,\s*(?:ban|ngành|đơn vị|đoàn thể|phường|phòng|địa phương)(?![\p{L}])(?:(?:\s*,\s*|\s+và\s+)(?:ban|ngành|đơn vị|đoàn thể|thị trấn|phường|huyện|thị xã|thành phố|địa phương)(?![\p{L}]))*/uy;
const FIXED = new RegExp(
  `\\s+(?:xây\\s+dựng\\s+đảng|đảng|(?:chuyên trách )?tham\\s+mưu\\s*,\\s*giúp\\s+việc)(?:(?:\\s+của)?\\s+(?:(?:tỉnh|huyện|thị|thành|quận)\\s+ủy|đảng\\s+ủy(?:\\s+(?:xã|phường|đặc\\s+khu))?))?(?![\\p{L}])|(?:\\s+|\\s*,\\s*|\\s+và\\s+)(?:mầm non|mẫu giáo|tiểu học|trung học cơ sở|trung học phổ thông|thcs|thpt|cao đẳng|trung cấp|đại học)(?![\\p{L}])|\\s+(?:(?:thuộc|trực thuộc)\\s+(?:sở|ban|văn phòng|ubnd\\s+(?:tỉnh|huyện|xã|thành phố|phường|thị xã|quận|thị trấn)|bộ|phòng|huyện ủy|tỉnh ủy|thành ủy|thị ủy|đảng ủy\\s+xã|đảng ủy)(?![\\p{L}])|(?:của|ở|trong|thuộc|trực thuộc|cấp|trên địa bàn|đóng trên địa bàn|cấp ủy|khối)\\s+(?:toàn\\s+)?(?:các\\s+)?(?:${PLACE_KIND}|trung ương|địa phương|cơ sở|cấp (?:tỉnh|huyện|xã))(?![\\p{L}])|có liên quan|liên quan(?: khác)?|còn lại|(?:chuyên môn )?khác|được (?:giao|phân công)(?: (?:chủ trì|thực hiện))?(?: (?:các )?nhiệm vụ)?|nông,? lâm nghiệp|trên địa bàn|có thẩm quyền|tỉnh|huyện|trực thuộc|báo chí|truyền thông|chính trị\\s?-\\s?xã hội|giáo dục thường xuyên|giáo dục|sản xuất(?:,? kinh doanh)?|tham gia)(?![\\p{L}])`,
  'uy',
);
/** "trực thuộc Bộ Tư lệnh": whose they are. */
const WHOSE =
  /\s+(?:trực\s+)?thuộc\s+(?:Bộ|Sở|Ban|Cục|Đảng ủy|Tỉnh ủy|Huyện ủy|Tổng cục|Văn phòng)(?:\s+\p{Lu}[\p{L}\p{M}]*(?:\s+\p{Ll}[\p{L}\p{M}]*)?){0,4}(?:\s+(?:tỉnh|huyện|xã|phường)(?![\p{L}]))?/uy;
const WORD = /\s+([\p{L}\p{M}]+)(?![\p{L}\p{M}])/uy;
const VAGUE = /liên quan|hữu quan|chức năng|thẩm quyền|khác$|nêu trên|nói trên|kể trên|được (?:giao|phân công)/;
const NOBODY =
  /^(?:các|những) (?:cơ quan|đơn vị|ngành|địa phương|cấp|tổ chức|cá nhân|bộ phận|lực lượng)(?:(?:, | và | - )(?:các )?(?:cơ quan|đơn vị|ngành|địa phương|cấp|tổ chức|cá nhân|bộ phận))*$/;
