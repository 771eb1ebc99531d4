/** A cryptographic source given from outside: rules have no randomness of their own. */
export type RandomBytes = (bytes: number) => Uint8Array;

/** Each try succeeds with more than one half; a source that fails so often in a row is broken. */
const TRIES = 128;

/**
 * A whole number from 0 to `count` − 1, each equally likely (rejection sampling). Throws a RangeError unless `count` lies
 * between 1 and 2^53, and for a source that only ever answers what has to be rejected.
 */
export function drawBelow(random: RandomBytes, count: number): number {
  if (!Number.isInteger(count) || count < 1 || count > 2 ** 53) throw new RangeError(`cannot draw one of ${count}`);

  const bits = bitsFor(count);
  for (let tries = 0; tries < TRIES; tries++) {
    const drawn = drawBits(random, bits);
    if (drawn < count) return drawn;
  }
  throw new RangeError('the random source is broken');
}

/** True in `percent` of all cases; in none for 0, in all for 100. */
export function drawChance(random: RandomBytes, percent: number): boolean {
  return drawBelow(random, 1_000_000) < Math.round(percent * 10_000);
}

export function drawOne<T>(random: RandomBytes, choices: readonly T[]): T {
  return choices[drawBelow(random, choices.length)]!;
}

/** A copy in random order, every order equally likely. */
export function shuffled<T>(random: RandomBytes, items: readonly T[]): T[] {
  return drawSome(random, items, items.length);
}

/** So many of the items (all, where there are fewer), every choice and every order of it equally likely. */
export function drawSome<T>(random: RandomBytes, items: readonly T[], count: number): T[] {
  const copy = [...items];
  const end = Math.min(count, copy.length);
  for (let index = 0; index < end; index++) {
    const other = index + drawBelow(random, copy.length - index);
    [copy[index], copy[other]] = [copy[other]!, copy[index]!];
  }
  return copy.slice(0, end);
}

/** Hexadecimal digits of so many random bytes. */
export function drawHex(random: RandomBytes, bytes: number): string {
  return Array.from(random(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** How many bits the largest of `count` numbers has. */
function bitsFor(count: number): number {
  let bits = 0;
  while (2 ** bits < count) bits++;
  return bits;
}

/** By arithmetic and not by shifts, which end at 32 bits. */
function drawBits(random: RandomBytes, bits: number): number {
  const length = Math.ceil(bits / 8);
  const bytes = random(length);
  if (bytes.length !== length) throw new RangeError(`the random source gave ${bytes.length} bytes for ${length}`);

  const surplus = 2 ** (length * 8 - bits);
  return bytes.reduce((value, byte, index) => value * 256 + (index === 0 ? Math.floor(byte / surplus) : byte), 0);
}
