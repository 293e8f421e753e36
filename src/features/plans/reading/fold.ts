/** Ways of writing that mean the same: case, old and new tone marks (hoà, hòa; Uỷ, Ủy), dashes, kinds of blank, abbreviations. */

/** Same length as the given NFC text, so that what is found in it has the same place in the original. */
export const fold = remembered(folded);

/** For comparing names: folded, abbreviations written out, joining words and punctuation dropped. */
export const nameKey = remembered(keyOf);

/** Every run of white space as one blank. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** True when all of its letters are capitals, and there are at least two. */
export function isCaps(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase() && /\p{L}[^\p{L}]*\p{L}/u.test(text);
}

/** The same sentence is looked at by many rules: its last few thousand answers are kept. */
function remembered(compute: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = compute(text);
    if (known.size >= 4096) known.clear();
    if (text.length < 4096) known.set(text, answer);
    return answer;
  };
}

function folded(text: string): string {
  let out = text.toLowerCase();
  if (out.length !== text.length) out = Array.from(text, lowerSame).join('');
  return out
    .replace(/(?<!q)[ou][àáảãạèéẻẽẹỳýỷỹỵ](?![\p{L}\p{M}])/gu, (pair) => NEW_STYLE.get(pair) ?? pair)
    .replace(/[–—−‐‑]/g, '-')
    .replace(/[\s\u00a0\u200b\ufeff]/g, ' ');
}

function keyOf(name: string): string {
  let key = ` ${fold(name.normalize('NFC'))
    .replace(/[.,;:()"“”'’*_[\]-]/g, ' ')
    .replace(/&/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()} `;
  for (const [pattern, words] of EXPANSIONS) key = key.replace(pattern, words);
  return key
    .replace(/ (và|việt nam)(?= )/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const NEW_STYLE = new Map<string, string>();
for (const [first, old, marked, last] of [
  ['o', 'àáảãạ', 'òóỏõọ', 'a'],
  ['o', 'èéẻẽẹ', 'òóỏõọ', 'e'],
  ['u', 'ỳýỷỹỵ', 'ùúủũụ', 'y'],
] as const) {
  for (let i = 0; i < old.length; i++) NEW_STYLE.set(`${first}${old[i]}`, `${marked[i]}${last}`);
}

const lowerSame = (char: string) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char);

/** Abbreviations that every office uses; the names of the ministries' fields of 2023 and of 2025. */
const EXPANSIONS: [RegExp, string][] = (
  [
    ['ubnd', 'ủy ban nhân dân'],
    ['hđnd', 'hội đồng nhân dân'],
    ['ubmttq(?:vn)?', 'ủy ban mặt trận tổ quốc'],
    ['mttq(?:vn)?', 'mặt trận tổ quốc'],
    ['ubmt', 'ủy ban mặt trận'],
    ['ub mặt trận', 'ủy ban mặt trận'],
    ['tt ?tt', 'thông tin truyền thông'],
    ['stttt', 'sở thông tin truyền thông'],
    ['vh ?tt ?dl', 'văn hóa thể thao du lịch'],
    ['vh ?tt(?= )', 'văn hóa thông tin'],
    ['lđ ?tb ?xh', 'lao động thương binh xã hội'],
    ['nn ?ptnt', 'nông nghiệp phát triển nông thôn'],
    ['ptnt', 'phát triển nông thôn'],
    ['nn ?mt', 'nông nghiệp môi trường'],
    ['tn ?mt', 'tài nguyên môi trường'],
    ['kh ?đt', 'kế hoạch đầu tư'],
    ['gd ?đt', 'giáo dục đào tạo'],
    ['kh ?cn', 'khoa học công nghệ'],
    ['gtvt', 'giao thông vận tải'],
    ['bđbp', 'bộ đội biên phòng'],
    ['bch', 'bộ chỉ huy'],
    ['chqs', 'chỉ huy quân sự'],
    ['bch qs', 'bộ chỉ huy quân sự'],
    ['pt ?th', 'phát thanh truyền hình'],
    ['tncs(?: hồ chí minh| hcm)?', 'thanh niên cộng sản hồ chí minh'],
    ['hcm', 'hồ chí minh'],
    ['lhpn', 'liên hiệp phụ nữ'],
    ['ccb', 'cựu chiến binh'],
    ['lđlđ', 'liên đoàn lao động'],
    ['vp', 'văn phòng'],
    ['tttt', 'thông tin truyền thông'],
    ['ttđt', 'thông tin điện tử'],
    ['cntt', 'công nghệ thông tin'],
    ['kbnn', 'kho bạc nhà nước'],
    ['bhxh', 'bảo hiểm xã hội'],
    ['csxh', 'chính sách xã hội'],
    ['ntm', 'nông thôn mới'],
    ['htx', 'hợp tác xã'],
    ['vsattp', 'vệ sinh an toàn thực phẩm'],
    ['pccc', 'phòng cháy chữa cháy'],
    ['cnch', 'cứu nạn cứu hộ'],
    ['đbqh', 'đại biểu quốc hội'],
    ['thpt', 'trung học phổ thông'],
    ['thcs', 'trung học cơ sở'],
    ['tp', 'thành phố'],
    ['tx', 'thị xã'],
    ['kcn', 'khu công nghiệp'],
    ['kkt', 'khu kinh tế'],
    ['vhnt', 'văn học nghệ thuật'],
    ['nhcsxh', 'ngân hàng chính sách xã hội'],
  ] as [string, string][]
).map(([short, words]) => [new RegExp(` ${short}(?= )`, 'g'), ` ${words}`]);
