import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Request } from '../../../bot/understand/jsonl.ts';
import { isoShanghai } from '../../../domain/calendar/iso.ts';
import { momentOf } from './moments.ts';
import { calendar, outwardAnswer } from './reading.ts';

/** A time as it is to be read; moments are formulas (moments.ts) until they are worked out. */
export interface MeantTime {
  readonly kind: 'deadline' | 'at' | 'range' | 'recurrence' | 'none';
  readonly due?: string;
  readonly start?: string;
  readonly end?: string;
  readonly rrule?: string;
  readonly cal?: string;
  /** Empty where the rule has no anchor in the text, and so no next occurrence; absent where it is not judged. */
  readonly next?: readonly string[];
  readonly grain?: 'day' | 'minute';
  readonly provisional?: true;
}

/** A message and the time it is about. */
export interface TimeCase extends Pick<Request, 'text' | 'ref' | 'config'> {
  readonly id: string;
  /** The kind of phrase, by which the score is told. */
  readonly tag: string;
  /** `accept` names other right answers: what differs, or, where the kind differs, all of it. */
  readonly calc: MeantTime & { readonly accept?: readonly Partial<MeantTime>[] };
  readonly note?: string;
}

export interface Judgement {
  readonly got: Readonly<Record<string, unknown>> | null;
  readonly wanted: readonly MeantTime[];
  readonly right: boolean;
  /** Another date than any right one, said without a question and not marked as provisional: the worst that can happen. */
  readonly silentlyWrong: boolean;
}

/** None where the file is not there: phrases that have been looked at are open, and new ones may not have been written yet. */
export function timeCasesIn(corpus: 'blind' | 'open'): TimeCase[] {
  const file = new URL(`./${corpus}/times.jsonl`, import.meta.url);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as TimeCase);
}

export function judged({ text, ref, config, calc }: TimeCase): Judgement {
  const { time, ask } = outwardAnswer({ text, ref, ...(config && { config }) });
  const { accept = [], ...first } = calc;
  const others = accept.map((other) => (other.kind ? { grain: first.grain, ...other } : { ...first, ...other }));
  const wanted = [first, ...others].map((meant) => worked(meant as MeantTime, new Date(ref)));
  const right = wanted.some((meant) => isRight(time, meant));
  const sure = time !== null && ask === undefined && !time.provisional;
  return { got: time, wanted, right, silentlyWrong: sure && !wanted.some((meant) => isSameDate(time, meant)) };
}

/** Moments as ISO with +08:00. */
function worked({ due, start, end, next, ...rest }: MeantTime, now: Date): MeantTime {
  const iso = (formula: string) => isoShanghai(momentOf(formula, now, calendar));
  return {
    ...rest,
    ...(due && { due: iso(due) }),
    ...(start && { start: iso(start) }),
    ...(end && { end: iso(end) }),
    ...(next && { next: next.map(iso) }),
  };
}

type Got = Readonly<Record<string, unknown>>;

function isRight(got: Got | null, wanted: MeantTime): boolean {
  if (!got || wanted.kind === 'none') return !got && wanted.kind === 'none';

  const { rrule, cal, next, ...plain } = wanted;
  return (
    Object.entries(plain).every(([name, value]) => value === undefined || got[name] === value) &&
    got.cal === cal &&
    isSameRule(got.rrule, rrule) &&
    (!next || isDeepStrictEqual(got.next ?? [], next))
  );
}

/** The same days, to the minute where both name a clock; what kind of time it is does not matter here. */
function isSameDate(got: Got, wanted: MeantTime): boolean {
  if (got.rrule || wanted.rrule) return got.cal === wanted.cal && isSameRule(got.rrule, wanted.rrule);

  const length = got.grain === 'day' || wanted.grain === 'day' ? 'YYYY-MM-DD'.length : undefined;
  const datesOf = ({ due, start, end }: Got) =>
    [due ?? start, end].map((moment) => (moment as string | undefined)?.slice(0, length));
  return wanted.kind !== 'none' && isDeepStrictEqual(datesOf(got), datesOf({ ...wanted }));
}

/** A rule is a set of parts, and a part a set of values. */
function isSameRule(got: unknown, wanted: string | undefined): boolean {
  if (typeof got !== 'string' || wanted === undefined) return got === wanted;
  return isDeepStrictEqual(partsOf(got), partsOf(wanted));
}

function partsOf(rrule: string): string[] {
  return rrule
    .split(';')
    .map((part) => {
      const [name, values = ''] = part.split('=');
      return `${name}=${values.split(',').toSorted().join()}`;
    })
    .toSorted();
}
