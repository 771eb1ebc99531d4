/** Which paragraph of a text a place stands in, counted from 1; lines without words count for none. */
export function paragraphsOf(text: string): (at: number) => number {
  const starts: number[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') starts.push(from);
    from += line.length + 1;
  }
  return (at) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return Math.max(1, low);
  };
}
