import type { Calendar } from '../../calendar/calendar.ts';
import type { Day } from '../../thing.ts';
import type { DateAt, Problem, RosterLayer } from './draft.ts';
import { monthEnds } from './resolve-dates.ts';
import type { Duty } from './slots.ts';

export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** So many days of a month make it a roster for that month, whatever its title says. */
const MOST_OF_A_MONTH = 15;

/** The days that the roster is to cover: the range of its title, else whole months where it is one for months. */
export function spanOf(duties: readonly Duty[], dates: readonly DateAt[]): Span | undefined {
  const days = [...new Set(duties.map(({ day }) => day))].sort();
  const [from, to] = [days[0], days.at(-1)];
  if (!from || !to) return undefined;
  if (dates.some(({ period }) => period.range)) return { from, to };

  const isMonthly = (day: Day) =>
    dates.some(({ period }) => period.monthly) ||
    days.filter((other) => other.slice(0, 7) === day.slice(0, 7)).length >= MOST_OF_A_MONTH;
  return { from: isMonthly(from) ? monthEnds(from).first : from, to: isMonthly(to) ? monthEnds(to).last : to };
}

/** Every day of the span, from today on, on which a layer that the roster has is left to nobody. */
export function gapsIn(duties: readonly Duty[], span: Span, today: Day, calendar: Calendar): Problem[] {
  const layers = [...new Set(duties.map(({ layer }) => layer))].filter((layer) => layer !== 'reserve');
  const names = new Map(layers.map((layer) => [layer, namesOf(duties, layer)]));
  const at = new Map<string, Duty[]>();
  for (const duty of duties)
    at.set(`${duty.day} ${duty.layer}`, [...(at.get(`${duty.day} ${duty.layer}`) ?? []), duty]);

  const gaps: Problem[] = [];
  for (let day = span.from < today ? today : span.from; day <= span.to; day = calendar.addDays(day, 1)) {
    for (const layer of layers) {
      for (const gap of gapsOn(at.get(`${day} ${layer}`) ?? [], names.get(layer)!)) {
        gaps.push({ kind: 'gap', level: 'error', days: [day], layer, ...gap });
      }
    }
  }
  return gaps;
}

/** A duty for the whole day covers its parts; where the day has parts, each of them is needed. */
function gapsOn(found: readonly Duty[], names: readonly (string | undefined)[]): Pick<Problem, 'name' | 'cell'>[] {
  const isCovered = (duty: Duty) => duty.people.length > 0 || duty.unread !== undefined;
  if (found.some((duty) => !duty.name && isCovered(duty))) return [];

  const parted = found.some(({ name }) => name) || !names.includes(undefined);
  const needed = parted ? names.filter((name) => name !== undefined) : [undefined];
  return needed
    .filter((name) => !found.some((duty) => duty.name === name && isCovered(duty)))
    .map((name) => {
      const cell = found.find((duty) => duty.name === name)?.cells[0];
      return { ...(name && { name }), ...(cell && { cell }) };
    });
}

function namesOf(duties: readonly Duty[], layer: RosterLayer): (string | undefined)[] {
  return [...new Set(duties.filter((duty) => duty.layer === layer).map(({ name }) => name))];
}
