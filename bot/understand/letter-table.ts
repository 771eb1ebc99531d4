/** Which UTF-16 units stand in `letters`: 1 for those, 0 for any other. To look one up costs less than to search a string. */
export function letterTable(letters: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let at = 0; at < letters.length; at++) table[letters.charCodeAt(at)] = 1;
  return table;
}
