/** A name as it is sealed and compared: one form of every character, no blanks, and nothing that has a meaning in our lines. */
export function plainName(name: string): string {
  return plainText(name).replace(/[\s;【】「」『』"“”>|│]/g, '');
}

/** Text as people paste it, in one form: half-width digits and punctuation, nothing invisible. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '');
}
