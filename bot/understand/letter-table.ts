/** What \s stands for in a pattern. */
export const SPACES =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** Which UTF-16 units stand in `letters`: 1 for those, 0 for any other. To look one up costs less than to search a string. */
export function letterTable(letters: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let at = 0; at < letters.length; at++) table[letters.charCodeAt(at)] = 1;
  return table;
}

/** Whether a text begins with a letter of the table. */
export function opens(table: Uint8Array, text: string): boolean {
  return text !== '' && table[text.charCodeAt(0)] === 1;
}

/** Whether a text ends with a letter of the table: a cheap look before a pattern that goes up to the end. */
export function ends(table: Uint8Array, text: string): boolean {
  return text !== '' && table[text.charCodeAt(text.length - 1)] === 1;
}
