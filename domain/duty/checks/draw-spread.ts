import { type Ground, NONE } from './ground.ts';
import { drawBelow, type RandomBytes } from './random.ts';

/**
 * The search stands at a minute and knows whether the shift on duty has been asked at night: place `2 * minute + asked`.
 * `taken` is where it stands after a check there (NONE where there may be none), `passed` after none.
 */
interface Moves {
  readonly taken: Int32Array;
  readonly passed: Int32Array;
}

/**
 * Draws up to `wanted` minutes for one unit: of all sets of minutes that are open, keep `gap` minutes between each other and
 * hold at most one night check per shift, each is equally likely. Where so many do not fit it draws as many as do.
 *
 * The sets are counted first (backwards, minute by minute) and then one is picked by its number, so that nothing has to be
 * tried again: the search always ends after minutes × checks steps, and "does not fit" is a fact and not a time-out.
 */
export function drawSpread(ground: Ground, wanted: number, gap: number, random: RandomBytes): number[] {
  const moves = movesOf(ground, gap);
  const ways = countWays(moves, wanted);
  const minutes: number[] = [];
  let left = ways.findLastIndex((table) => table[0]! > 0);
  if (left < 1) return minutes;

  const none = NONE;
  let number = drawBelow(random, ways[left]![0]!);
  for (let place = 0; left > 0; ) {
    const next = moves.taken[place]!;
    const count = next === none ? 0 : ways[left - 1]![next]!;
    if (number < count) {
      minutes.push(Math.floor(place / 2));
      place = next;
      left--;
    } else {
      number -= count;
      place = moves.passed[place]!;
    }
  }
  return minutes;
}

/** In how many ways 0, 1, … `wanted` checks fit from every place on; exact, because refused beyond 2^53. */
function countWays({ taken, passed }: Moves, wanted: number): Float64Array[] {
  const none = NONE;
  const end = taken.length;
  const ways = [new Float64Array(end + 2).fill(1)];

  for (let checks = 1; checks <= wanted; checks++) {
    const fewer = ways[checks - 1]!;
    const table = new Float64Array(end + 2);
    for (let place = end - 1; place >= 0; place--) {
      const next = taken[place]!;
      table[place] = table[passed[place]!]! + (next === none ? 0 : fewer[next]!);
    }
    if (table[0]! > Number.MAX_SAFE_INTEGER) throw new RangeError(`too many ways to place ${checks} checks`);
    ways.push(table);
  }
  return ways;
}

/** That a shift was asked at night is carried along while it lasts, and forgotten when another one is on duty. */
function movesOf({ open, shiftOf, nightOf }: Ground, gap: number): Moves {
  const end = open.length;
  const none = NONE;
  const taken = new Int32Array(2 * end).fill(none);
  const passed = new Int32Array(2 * end);

  for (let minute = 0; minute < end; minute++) {
    const place = 2 * minute;
    const shift = shiftOf[minute];
    passed[place] = place + 2;
    passed[place + 1] = place + 2 + (shiftOf[minute + 1] === shift ? 1 : 0);
    if (open[minute] !== 1) continue;

    const next = Math.min(minute + gap, end);
    const asked = shiftOf[next] === shift ? 1 : 0;
    const isNight = nightOf[minute] !== none;
    taken[place] = 2 * next + (isNight ? asked : 0);
    if (!isNight) taken[place + 1] = 2 * next + asked;
  }
  return { taken, passed };
}
