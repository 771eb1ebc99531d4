import { NOBODY, type Roster } from './roster.ts';

/** A slot given to another place; or, with `other`, two slots of a layer exchanged. */
interface Move {
  readonly slot: number;
  readonly place: number;
  readonly other: number;
  readonly price: number;
}

/** Moves looked at before the search stops, however the roster stands by then: steps, never a clock. */
const MOST_LOOKS = 200_000;
/** Rounds without a better roster after which a small one has been tried enough. */
const MOST_IDLE = 250;
/** How many rounds a slot may not go back to the place that it was taken from. */
const REMEMBERED = 12;
const EPSILON = 1e-6;

/** Fills the scarce slots first: those with few candidates, then holidays, weekends, nights, then by time. */
export function fill(roster: Roster): void {
  const { slots, candidates } = roster.terrain;
  const scarcity = (slot: number) => {
    const [night, weekend, holiday] = slots[slot]!.counts;
    return candidates[slot]!.length * 10 - (holiday! * 4 + weekend! * 2 + night!);
  };
  const order = [...slots.keys()].sort((a, b) => scarcity(a) - scarcity(b) || a - b);
  for (const slot of order) {
    let best = NOBODY;
    let bestPrice = Number.POSITIVE_INFINITY;
    for (const place of candidates[slot]!) {
      const price = roster.priceOf(place, NOBODY, slot);
      if (price < bestPrice - EPSILON) [best, bestPrice] = [place, price];
    }
    if (best !== NOBODY) roster.put(slot, best);
  }
}

/**
 * Takes the best move again and again. At a dead end it goes on through worse rosters without turning back (tabu search)
 * until `isGood` or until it has looked long enough, and leaves the cheapest roster it has seen. Among equal moves the first
 * in order is taken, so the same input always ends in the same roster.
 */
export function improve(roster: Roster, isGood: () => boolean): void {
  const places = roster.terrain.places.length + 1;
  const barred = new Int32Array(roster.who.length * places);
  let best = { who: Int16Array.from(roster.who), price: 0 };
  let price = 0;
  let looks = 0;
  let idle = 0;

  for (let round = 1; looks < MOST_LOOKS && idle < MOST_IDLE; round++) {
    const isBarred = (slot: number, place: number) => barred[slot * places + place + 1]! > round;
    const found = bestMove(roster, isBarred, best.price - price);
    looks += found.looks;
    const { move } = found;
    if (found.looks === 0 || ((!move || move.price > -EPSILON) && best.price >= price - EPSILON && isGood())) break;
    // Everything is barred for the moment: that passes with the rounds.
    if (!move) {
      idle++;
      continue;
    }

    for (const slot of move.other === NOBODY ? [move.slot] : [move.slot, move.other]) {
      barred[slot * places + roster.who[slot]! + 1] = round + REMEMBERED + (round % 5);
    }
    take(roster, move);
    price += move.price;
    idle = price < best.price - EPSILON ? 0 : idle + 1;
    if (idle === 0) best = { who: Int16Array.from(roster.who), price };
  }
  for (const [slot, place] of best.who.entries()) if (roster.who[slot] !== place) roster.put(slot, NOBODY);
  for (const [slot, place] of best.who.entries()) if (roster.who[slot] !== place) roster.put(slot, place);
}

function take(roster: Roster, { slot, place, other }: Move): void {
  const from = roster.who[slot]!;
  roster.put(slot, NOBODY);
  if (other !== NOBODY) {
    roster.put(other, NOBODY);
    roster.put(other, from);
  }
  roster.put(slot, place);
}

/** The cheapest move that is not barred, or that leads to a roster better than any before. */
function bestMove(
  roster: Roster,
  isBarred: (slot: number, place: number) => boolean,
  record: number,
): { move: Move | undefined; looks: number } {
  const { terrain, who } = roster;
  let move: Move | undefined;
  let looks = 0;

  const offer = (slot: number, place: number, other: number, price: number) => {
    looks++;
    if (!(price < (move?.price ?? Number.POSITIVE_INFINITY) - EPSILON)) return;
    const tabu = isBarred(slot, place) || (other !== NOBODY && isBarred(other, who[slot]!));
    if (!tabu || price < record - EPSILON) move = { slot, place, other, price };
  };

  for (let slot = 0; slot < who.length; slot++) {
    const from = who[slot]!;
    const left = roster.priceOf(from, slot, NOBODY);
    for (const place of terrain.candidates[slot]!) {
      if (place !== from) offer(slot, place, NOBODY, left + roster.priceOf(place, NOBODY, slot));
    }
    for (let other = slot + 1; other < who.length; other++) {
      const to = who[other]!;
      if (to === from || terrain.slots[other]!.layer !== terrain.slots[slot]!.layer) continue;
      if ((to !== NOBODY && !terrain.open[to]![slot]) || (from !== NOBODY && !terrain.open[from]![other])) continue;
      offer(slot, to, other, roster.priceOf(from, slot, other) + roster.priceOf(to, other, slot));
    }
  }
  return { move, looks };
}
