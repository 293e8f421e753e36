/** The foot: who signs, and who gets the paper (II.7, II.9, article 13). */
import { article, at, none, part, type Rule } from './rule.ts';

export const FOOT_RULES = [
  {
    id: 'signer_missing',
    source: part('II.7'),
    look: ({ name, post, authority }) => (name && (post || authority.length > 0) ? none : at(name ?? post)),
  },
  {
    id: 'authority_no_blank',
    source: part('II.7'),
    look: ({ authority }) =>
      authority
        .filter(({ text }) => /^(TM|KT|TL|TUQ|Q)\.(?=\S)/.test(text))
        .flatMap((line) => at(line, { text: line.text, expected: line.text.replace('.', '. ') })),
  },
  {
    // A people's committee acts as a body: whoever signs for its chairman signs on its behalf first.
    id: 'authority_collective_missing',
    source: article(13),
    look({ authority: [first], committee, type }) {
      const missing = first && committee && type !== 'CT' && /^KT\.?\s*CHỦ TỊCH$/u.test(first.text);
      return missing ? at(first, { text: first.text }) : none;
    },
  },
  {
    id: 'deputy_post',
    source: part('II.7.b'),
    look({ authority, post }) {
      const instead = authority.find(({ text }) => /^KT\./i.test(text));
      const deputy = !post || /^(?:PHÓ|THỨ TRƯỞNG|QUYỀN)(?!\p{L})/iu.test(post.text);
      return instead && !deputy ? at(post, { text: instead.text, post: post.text }) : none;
    },
  },
  {
    id: 'name_with_title',
    source: part('II.7.c'),
    look: ({ name }) => (name && TITLES.test(name.text) ? at(name, { text: name.text }) : none),
  },
  {
    id: 'name_in_capitals',
    source: part('II.7.đ'),
    look: ({ name }) =>
      name && name.text === name.text.toLocaleUpperCase('vi') && /\p{L}{2}/u.test(name.text)
        ? at(name, { text: name.text })
        : none,
  },
  {
    id: 'recipients_missing',
    source: part('II.9'),
    look: ({ recipients, name, authority }) =>
      recipients.length === 0 && (name || authority.length > 0) ? at(name ?? authority[0] ?? null) : none,
  },
  {
    id: 'as_above_missing',
    source: part('II.9.b'),
    look: ({ to, recipients, type }) => {
      const said = recipients.some(({ text }) => /^như (?:trên|kính gửi)/i.test(text));
      return to && type !== null && recipients.length > 0 && !said ? at(recipients[0] ?? null) : none;
    },
  },
  {
    id: 'recipient_ending',
    source: part('II.9.d'),
    look({ recipients, party }) {
      if (party) return none;
      const wrong = recipients.find(({ text }, i) => !text.trimEnd().endsWith(i === recipients.length - 1 ? '.' : ';'));
      return wrong ? at(wrong, { text: wrong.text, expected: wrong === recipients.at(-1) ? '.' : ';' }) : none;
    },
  },
  {
    id: 'archive_colon',
    source: part('II.9'),
    look({ recipients }) {
      const archive = recipients.find(({ text }) => ARCHIVE.test(text));
      return archive && !/^lưu\s*:/i.test(archive.text) ? at(archive, { text: archive.text.replace(/[\s.;]+$/, '') }) : none;
    },
  },
  {
    id: 'archive_missing',
    source: part('II.9'),
    look: ({ recipients }) =>
      recipients.length > 0 && !recipients.some(({ text }) => ARCHIVE.test(text)) ? at(recipients.at(-1) ?? null) : none,
  },
] as const satisfies Rule[];

const ARCHIVE = /^lưu(?!\p{L})/iu;
/** Degrees and ranks: II.7.c leaves them to armed forces, schools, hospitals and research, by their own rules. */
const TITLES = /^(?:GS|PGS|TS|ThS|Th\.S|BS|CKI+|KS|CN|NGƯT|NGND|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uý))(?![\p{L}])/iu;
