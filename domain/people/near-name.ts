/** Two ways of writing one name compare equal: width of letters, spaces and dots do not count. */
export function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s·•]/g, '')
    .toLowerCase();
}

/** `part`: what was said is a piece of the name · `similar`: most characters stand in the same order. */
export type Nearness = 'part' | 'similar';

/** How near a said name comes to a known one; undefined if too far to propose it. Equal names are not near but the same. */
export function nearness(said: string, name: string): Nearness | undefined {
  const [word, known] = [plainName(said), plainName(name)];
  if (word === known || word.length < 2 || known.length < 2) return undefined;
  if (known.includes(word)) return 'part';

  // 开发区 and 经开区 share two characters of three, in order.
  const shared = commonInOrder(word, known);
  return shared >= 2 && shared * 3 >= Math.max(word.length, known.length) * 2 ? 'similar' : undefined;
}

/** The known word that is most likely meant, or undefined if none comes near. */
export function nearestWord(said: string, words: readonly string[]): string | undefined {
  const scored = words.map((word) => ({
    word,
    shared: commonInOrder(plainName(said), plainName(word)) / Math.max(said.length, word.length),
  }));
  scored.sort((one, other) => other.shared - one.shared);
  return scored[0] && scored[0].shared >= 0.5 ? scored[0].word : undefined;
}

/** Length of the longest run of characters that both have in the same order, gaps allowed. */
function commonInOrder(one: string, other: string): number {
  let above = new Array<number>(other.length + 1).fill(0);
  for (const character of one) {
    const row = [0];
    for (let column = 1; column <= other.length; column++) {
      const same = character === other[column - 1];
      row.push(same ? above[column - 1]! + 1 : Math.max(above[column]!, row[column - 1]!));
    }
    above = row;
  }
  return above[other.length]!;
}
