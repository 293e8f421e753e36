/** Whether a text is written in Vietnamese with its marks: the rules of reading know no other language. */

/**
 * Judged by letters that hardly any other language writes: đ, ơ, ư, and vowels with hook, dot below, or two marks. They are a seventh
 * of a Vietnamese text's letters in any letter case and any normal form; French, Romanian, Portuguese or Croatian have next to none.
 * Numbers do not count, so that a table of figures with a few words is still Vietnamese. Text typed in an old encoding (TCVN3, VNI)
 * shows signs amid its words instead, text typed without marks nothing at all: neither is.
 */
export function isVietnamese(text: string): boolean {
  const nfc = text.normalize('NFC');
  let letters = 0;
  let own = 0;
  for (const [letter] of nfc.matchAll(/\p{L}/gu)) {
    letters++;
    if (OWN.test(letter)) own++;
  }
  const signs = nfc.match(SIGNS_IN_WORDS)?.length ?? 0;
  return own > 0 && own >= letters * 0.04 && signs <= letters * 0.02;
}

const OWN = /^[đơưảạẻẹỉịỏọủụỷỵĩũỹằắẳẵặầấẩẫậềếểễệồốổỗộờớởỡợừứửữự]$/iu;
/** What the bytes of TCVN3 letters look like when read as another encoding. */
const SIGNS_IN_WORDS = /[¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿]\p{L}|\p{L}[¨©ª«¬®¯µ¶·¸¹º»¼½¾]/gu;
