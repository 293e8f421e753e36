/** Languages by their BCP 47 tags: what a product is made in, what a class is held in. */

/** Whether a tag is well formed and in its usual writing: "vi", "km", "sti", "en-GB". */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
