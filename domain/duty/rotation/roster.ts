import { BURDENS } from './rotation.ts';
import { PRICE, type Terrain } from './terrain.ts';

/** Nobody. */
export const NOBODY = -1;

/** A roster under construction: who has which slot, and what every change would cost. */
export interface Roster {
  readonly terrain: Terrain;
  /** Place by slot; `NOBODY` where it is empty. */
  readonly who: Int16Array;
  /** Served by each place after the span, at `[place][burden]`: levels with this roster's shifts. */
  readonly levels: readonly Float64Array[];
  /** What changes if the place gives up one slot and takes another; `NOBODY` stands for none. Infinite if it may not. */
  priceOf(place: number, without: number, withSlot: number): number;
  put(slot: number, place: number): void;
}

export function emptyRoster(terrain: Terrain): Roster {
  const { slots, places, pair, single, breakOf, standingIn, cap, personOf } = terrain;
  const count = slots.length;
  const who = new Int16Array(count).fill(NOBODY);
  const levels = places.map(({ level }) => Float64Array.from(level));
  const has = new Int16Array(places.length);
  const inBreak = standingIn.map((counts) => Int16Array.from(counts));
  const slotsOfPerson: number[][] = Array.from({ length: terrain.people }, () => []);
  const kinds = BURDENS.length;
  const burdens = Int8Array.from(slots.flatMap(({ counts }) => counts));

  function levelPrice(place: number, without: number, withSlot: number): number {
    const level = levels[place]!;
    let price = 0;
    for (let burden = 0; burden < kinds; burden++) {
      const gained = withSlot === NOBODY ? 0 : burdens[withSlot * kinds + burden]!;
      const change = gained - (without === NOBODY ? 0 : burdens[without * kinds + burden]!);
      if (change !== 0) price += PRICE.burdens[burden]! * (2 * level[burden]! * change + change * change);
    }
    return price;
  }

  function breakPrice(place: number, without: number, withSlot: number): number {
    const from = without === NOBODY ? NOBODY : breakOf[without]!;
    const to = withSlot === NOBODY ? NOBODY : breakOf[withSlot]!;
    if (from === to) return 0;
    // The n-th shift in one break adds n − 1 pairs.
    const gained = to === NOBODY ? 0 : inBreak[place]![to]!;
    const lost = from === NOBODY ? 0 : inBreak[place]![from]! - 1;
    return PRICE.sameBreak * (gained - lost);
  }

  function overloadPrice(place: number, without: number, withSlot: number): number {
    const change = Number(withSlot !== NOBODY) - Number(without !== NOBODY);
    const square = (excess: number) => (excess > 0 ? excess * excess : 0);
    const excess = has[place]! - cap[place]!;
    return change === 0 ? 0 : PRICE.overload * (square(excess + change) - square(excess));
  }

  function restPrice(place: number, without: number, withSlot: number): number {
    let price = 0;
    for (const slot of slotsOfPerson[personOf[place]!]!) {
      if (slot === without) continue;
      if (withSlot !== NOBODY) price += pair[withSlot * count + slot]!;
      if (without !== NOBODY) price -= pair[without * count + slot]!;
    }
    return price;
  }

  return {
    terrain,
    who,
    levels,
    priceOf(place, without, withSlot) {
      if (place === NOBODY) return PRICE.unfilled * (Number(withSlot !== NOBODY) - Number(without !== NOBODY));
      const own = single[place]!;
      const alone = (withSlot === NOBODY ? 0 : own[withSlot]!) - (without === NOBODY ? 0 : own[without]!);
      if (alone === Number.POSITIVE_INFINITY) return alone;
      const rest = restPrice(place, without, withSlot);
      if (rest === Number.POSITIVE_INFINITY) return rest;
      return (
        alone +
        rest +
        levelPrice(place, without, withSlot) +
        breakPrice(place, without, withSlot) +
        overloadPrice(place, without, withSlot)
      );
    },
    put(slot, place) {
      move(who[slot]!, slot, -1);
      move(place, slot, 1);
      who[slot] = place;
    },
  };

  function move(place: number, slot: number, change: 1 | -1): void {
    if (place === NOBODY) return;
    const level = levels[place]!;
    for (let burden = 0; burden < kinds; burden++) level[burden]! += change * burdens[slot * kinds + burden]!;
    has[place]! += change;
    if (breakOf[slot]! !== NOBODY) inBreak[place]![breakOf[slot]!]! += change;
    const own = slotsOfPerson[personOf[place]!]!;
    if (change === 1) own.push(slot);
    else own.splice(own.indexOf(slot), 1);
  }
}
