import { minuteMs } from '../../calendar/civil-day.ts';
import type { ThingId } from '../../thing.ts';
import { drawNights } from './draw-nights.ts';
import { drawSpread } from './draw-spread.ts';
import { type Drawn, type Ground, groundOf, minutesOf, NONE, nightKey, nightsOf, shiftAt } from './ground.ts';
import { plainName } from './plain-name.ts';
import { byTimeAndName, type DrawInput, type Plan, type PlannedCheck, type Shortfall } from './plan.ts';
import { drawChance, shuffled } from './random.ts';

/**
 * Draws the unannounced checks of a period, at random and in advance.
 *
 * **Every unit is checked at least once** where its shifts leave a minute for it; otherwise `shortfalls` says which unit is
 * short and of what. All minutes lie on a published shift and keep the distances of the rules.
 *
 * **Nobody is safe after a check.** Checks are not dealt out one each: in a week's plan every unit has the sure one, then a
 * second with 25 %, after that a third with 25 % of those (1.31 a week on average), and all of them are spread over the whole
 * week together, each set of permitted minutes being equally likely. So what has happened says little about what comes:
 * whoever was asked on Monday morning is asked again in that week in about 42 of 100 cases, whoever was asked on Wednesday
 * evening in 28. With whole-day shifts the chance to be asked in the next two hours is about 1 in 45 at the beginning of the
 * week, and 1 in 110 for whoever has just been asked. The price of the promise is that a unit that was not asked all week is
 * sure of it in its last hours; that makes nobody less present. Only the rules themselves give safe time: two hours after a
 * check, half an hour around hand-overs, and the night in ordinary times.
 *
 * In night plans the share of people drawn (half) is drawn anew every night, within each stratum, whoever was asked the night
 * before. A plan of one single night asks everybody once, in one draw or the other, because each unit is due once per plan;
 * a plan over several nights is the better secret. Who is drawn at all is unknown to everyone until the period is over.
 *
 * Throws a RangeError for a period that is too long, two units of one name, or a broken random source.
 */
export function drawPlan(input: DrawInput): Plan {
  assertNames(input);
  const nightOf = nightsOf(input);
  const grounds = input.units.map((unit) => groundOf(unit, input, nightOf));
  const drawn = input.kind === 'week' ? drawWeek(grounds, input) : drawNights(grounds, input);

  const { no, kind, fromAt, toAt } = input;
  const checks = drawn.map((one) => plannedCheck(one, fromAt)).sort(byTimeAndName);
  return { no, kind, fromAt, toAt, checks, shortfalls: grounds.flatMap((ground) => shortfall(ground, drawn, input)) };
}

function drawWeek(grounds: readonly Ground[], { rules, random }: DrawInput): Drawn[] {
  const asked = new Set<string>();
  // In random order, so that of two units with one person on duty neither always yields to the other.
  return shuffled(random, grounds).flatMap((ground) => {
    let wanted = rules.perUnit;
    while (wanted < rules.maxPerUnit && drawChance(random, rules.againPercent)) wanted++;

    const free = withoutAsked(ground, asked);
    const minutes = drawSpread(free, wanted, rules.sameUnitMinutes, random);
    for (const minute of minutes) if (ground.nightOf[minute] !== NONE) asked.add(nightKey(ground, minute));
    return minutes.map((minute) => ({ ground, minute }));
  });
}

function withoutAsked(ground: Ground, asked: ReadonlySet<string>): Ground {
  if (asked.size === 0) return ground;
  const isFree = (minute: number) => ground.nightOf[minute] === NONE || !asked.has(nightKey(ground, minute));
  return { ...ground, open: ground.open.map((open, minute) => (open && isFree(minute) ? 1 : 0)) };
}

function plannedCheck({ ground, minute }: Drawn, fromAt: Date): PlannedCheck {
  const { unit, name, trial } = ground.unit;
  const { id, person } = shiftAt(ground, minute);
  return { at: new Date(fromAt.getTime() + minute * minuteMs), unit, name: plainName(name), trial, shift: id, person };
}

function shortfall({ unit, closedBy }: Ground, drawn: readonly Drawn[], input: DrawInput): Shortfall[] {
  const wanted = input.kind === 'week' ? input.rules.perUnit : 1;
  const placed = drawn.filter(({ ground }) => ground.unit === unit).length;
  if (placed >= wanted) return [];
  return [{ unit: unit.unit, name: plainName(unit.name), wanted, placed, reason: closedBy ?? 'no-room' }];
}

function assertNames(input: DrawInput): void {
  if (!/^[A-Z][A-Z0-9]*$/.test(input.no)) throw new RangeError(`not the number of a plan: "${input.no}"`);
  minutesOf(input);

  const names = new Map<string, ThingId>();
  for (const { name, unit } of input.units) {
    const plain = plainName(name);
    if (!plain || names.has(plain)) throw new RangeError(`${unit} needs a name of its own: "${name}"`);
    names.set(plain, unit);
  }
}
