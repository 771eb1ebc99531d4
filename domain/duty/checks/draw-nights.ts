import { asksOf, type Drawn, type Ground, NONE } from './ground.ts';
import type { DrawInput } from './plan.ts';
import { drawChance, drawOne, drawSome, type RandomBytes, shuffled } from './random.ts';

/** One person's night at one post: the minutes of a shift that lie in a night and are open. */
interface Turn {
  readonly ground: Ground;
  readonly night: number;
  readonly minutes: ReadonlySet<number>;
}

/** Sets of moments tried for a night; the one that suits most people is taken, so that the search ends. */
const TRIES = 32;

/**
 * Draws for the whole office: each night has `checksPerNight` moments, and at each a subset of those on duty is asked, in even
 * parts of every stratum. Whoever cannot be asked at any of these moments and has had no check in the whole period is given
 * a moment apart. Nobody is asked twice in a shift or, minding two posts, twice in a night.
 */
export function drawNights(grounds: readonly Ground[], input: DrawInput): Drawn[] {
  const { checksPerNight, rules, random } = input;
  if (checksPerNight < 1) throw new RangeError('a plan for nights needs at least one draw a night');

  const turns = grounds.flatMap(turnsOf);
  const drawn = new Rounds(rules.sameUnitMinutes);
  for (const [night, picked] of byKey(pickTurns(turns, rules.nightSharePercent, random), ({ night }) => night)) {
    const moments = drawMoments(picked, checksPerNight, random);
    drawn.open(night, moments);
    for (const turn of shuffled(random, picked)) drawn.join(turn, shuffled(random, moments));
  }
  for (const ground of shuffled(random, grounds)) makeUp(ground, turns, drawn, random);
  return drawn.all;
}

/** Moments of the nights and who is asked at them, so far. */
class Rounds {
  readonly all: Drawn[] = [];
  readonly #moments = new Map<number, readonly number[]>();
  readonly #asked = new Set<string>();
  readonly #gap: number;

  constructor(gap: number) {
    this.#gap = gap;
  }

  open(night: number, moments: readonly number[]): void {
    this.#moments.set(night, moments);
  }

  momentsOf(night: number): readonly number[] {
    return this.#moments.get(night) ?? [];
  }

  has(ground: Ground): boolean {
    return this.all.some((one) => one.ground === ground);
  }

  /** Puts somebody into the smallest of the draws that suit him, counting first his own stratum; false if none does. */
  join(turn: Turn, moments: readonly number[]): boolean {
    const size = (minute: number) => {
      const there = this.all.filter((one) => one.minute === minute);
      const stratum = there.filter((one) => one.ground.unit.stratum === turn.ground.unit.stratum);
      return stratum.length * 1_000_000 + there.length;
    };
    const [minute] = moments.filter((one) => this.#suits(turn, one)).sort((a, b) => size(a) - size(b));
    if (minute === undefined) return false;

    this.all.push({ ground: turn.ground, minute });
    for (const key of asksOf(turn.ground, minute)) this.#asked.add(key);
    return true;
  }

  #suits({ ground, minutes }: Turn, minute: number): boolean {
    const isApart = (other: Drawn) => other.ground !== ground || Math.abs(other.minute - minute) >= this.#gap;
    return (
      minutes.has(minute) && asksOf(ground, minute).every((key) => !this.#asked.has(key)) && this.all.every(isApart)
    );
  }
}

function turnsOf(ground: Ground): Turn[] {
  const turns = new Map<string, Turn & { readonly minutes: Set<number> }>();
  for (let minute = 0; minute < ground.open.length; minute++) {
    const night = ground.nightOf[minute]!;
    if (!ground.open[minute] || night === NONE) continue;
    const key = `${night} ${ground.shiftOf[minute]}`;
    const turn = turns.get(key) ?? { ground, night, minutes: new Set() };
    turn.minutes.add(minute);
    turns.set(key, turn);
  }
  return [...turns.values()];
}

/** The share of every stratum in every night; a unit that is in none of them gets one of its nights by lot. */
function pickTurns(turns: readonly Turn[], percent: number, random: RandomBytes): Turn[] {
  const strata = byKey(turns, ({ ground, night }) => `${night} ${ground.unit.stratum ?? ''}`);
  const picked = new Set(
    [...strata.values()].flatMap((stratum) => {
      const exact = (stratum.length * percent) / 100;
      const rest = drawChance(random, (exact % 1) * 100) ? 1 : 0;
      return drawSome(random, stratum, Math.floor(exact) + rest);
    }),
  );
  for (const own of byKey(turns, ({ ground }) => ground).values()) {
    if (!own.some((turn) => picked.has(turn))) picked.add(drawOne(random, own));
  }
  return turns.filter((turn) => picked.has(turn));
}

function drawMoments(turns: readonly Turn[], count: number, random: RandomBytes): number[] {
  const open = [...new Set(turns.flatMap(({ minutes }) => [...minutes]))];
  const left = (moments: readonly number[]) =>
    turns.filter(({ minutes }) => !moments.some((minute) => minutes.has(minute))).length;

  let best = drawSome(random, open, count);
  for (let tries = 1; tries < TRIES && left(best) > 0; tries++) {
    const moments = drawSome(random, open, count);
    if (left(moments) < left(best)) best = moments;
  }
  return best;
}

/** A unit that came away empty is let into a draw of one of its nights, and otherwise gets a moment of its own. */
function makeUp(ground: Ground, turns: readonly Turn[], drawn: Rounds, random: RandomBytes): void {
  if (drawn.has(ground)) return;
  const own = shuffled(
    random,
    turns.filter((turn) => turn.ground === ground),
  );
  const ways = [
    ...own.map((turn) => () => drawn.join(turn, shuffled(random, drawn.momentsOf(turn.night)))),
    ...own.map((turn) => () => shuffled(random, [...turn.minutes]).some((minute) => drawn.join(turn, [minute]))),
  ];
  ways.some((way) => way());
}

function byKey<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
