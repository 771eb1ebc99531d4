import { NOBODY, type Roster } from './roster.ts';
import { BURDENS } from './rotation.ts';
import { PRICE, type Terrain } from './terrain.ts';

/** Half-built rosters that are carried on at once. */
const WIDTH = 48;
/** So many slots back a choice may still stand in the way of the next one. */
const LOOK_BACK = 8;

interface Path {
  readonly who: Int16Array;
  readonly levels: readonly Float64Array[];
  readonly gaps: number;
  readonly price: number;
}

/**
 * Exchanging one shift after another ends where only a change of the whole month would fill the last gap: two people who take
 * turns leave no other order. So the days are gone through in their order, many half-built rosters at a time, and the one with
 * the fewest gaps is taken over if it has fewer than the roster. Whether it was.
 */
export function coverGaps(roster: Roster): boolean {
  const { terrain } = roster;
  const open = [...roster.who.keys()].filter((slot) => roster.who[slot] === NOBODY);
  if (!open.some((slot) => terrain.candidates[slot]!.length > 0)) return false;

  const order = [...terrain.slots.keys()].sort(
    (one, other) => terrain.slots[one]!.startAt.getTime() - terrain.slots[other]!.startAt.getTime() || one - other,
  );
  const empty: Path = {
    who: new Int16Array(terrain.slots.length).fill(NOBODY),
    levels: terrain.places.map(({ level }) => Float64Array.from(level)),
    gaps: 0,
    price: 0,
  };
  const paths = order.reduce(
    (found, slot, at) => carriedOn(found, slot, order.slice(Math.max(0, at - LOOK_BACK), at), terrain),
    [empty],
  );
  const best = paths[0]!;
  if (best.gaps >= open.length) return false;
  for (const slot of order) roster.put(slot, NOBODY);
  for (const slot of order) if (best.who[slot] !== NOBODY) roster.put(slot, best.who[slot]!);
  return true;
}

/** Every path with every choice for the slot; of those that leave the same to the next slots only the best. */
function carriedOn(paths: readonly Path[], slot: number, before: readonly number[], terrain: Terrain): Path[] {
  const found = new Map<string, Path>();
  for (const path of paths) {
    for (const place of [...terrain.candidates[slot]!, NOBODY]) {
      const next = withChoice(path, slot, place, before, terrain);
      if (!next) continue;
      const key = [...before, slot].map((one) => next.who[one]).join();
      const known = found.get(key);
      if (!known || isBetter(next, known)) found.set(key, next);
    }
  }
  return [...found.values()].sort((one, other) => one.gaps - other.gaps || one.price - other.price).slice(0, WIDTH);
}

function withChoice(
  path: Path,
  slot: number,
  place: number,
  before: readonly number[],
  { pair, personOf, slots, single }: Terrain,
): Path | undefined {
  const who = Int16Array.from(path.who);
  if (place === NOBODY) return { ...path, who, gaps: path.gaps + 1 };

  let price = path.price + single[place]![slot]!;
  for (const other of before) {
    const there = path.who[other]!;
    if (there !== NOBODY && personOf[there] === personOf[place]) price += pair[slot * slots.length + other]!;
  }
  if (price === Number.POSITIVE_INFINITY) return undefined;

  who[slot] = place;
  const level = Float64Array.from(path.levels[place]!);
  for (let burden = 0; burden < BURDENS.length; burden++) {
    const counts = slots[slot]!.counts[burden]!;
    if (counts > 0) price += PRICE.burdens[burden]! * (2 * level[burden]! + 1);
    level[burden]! += counts;
  }
  return { ...path, who, price, levels: path.levels.map((own, at) => (at === place ? level : own)) };
}

function isBetter(one: Path, other: Path): boolean {
  return one.gaps < other.gaps || (one.gaps === other.gaps && one.price < other.price);
}
