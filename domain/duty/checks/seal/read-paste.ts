import { plainText } from '../plain-name.ts';
import type { PlanKind } from '../plan.ts';
import { DEVIATIONS, type DeviationKind, END_MARK, REVEAL_MARK, SEAL_MARK } from './seal-text.ts';
import { PLAN_KINDS, type SheetCheck, type SheetShortfall } from './sheet.ts';

export interface Period {
  readonly kind: PlanKind;
  readonly from: string;
  readonly to: string;
}

/** A seal as it was copied; what was not found in it is absent. */
export interface PastedSeal {
  readonly no: string;
  readonly period?: Period;
  readonly hash?: string;
}

export interface PastedDeviation extends SheetCheck {
  readonly kind: DeviationKind;
  readonly reason: string;
}

/** One message of a publication. */
export interface PastedPart {
  readonly no: string;
  readonly index: number;
  readonly of: number;
  readonly period?: Period;
  readonly salt?: string;
  readonly checks: readonly SheetCheck[];
  readonly deviations: readonly PastedDeviation[];
  readonly shortfalls: readonly SheetShortfall[];
  readonly count?: number;
  /** Lines between the marks that are nothing we ever write. */
  readonly unreadable: readonly string[];
  /** Whether the closing mark was found before the next message. */
  readonly complete: boolean;
}

export interface Paste {
  readonly seals: readonly PastedSeal[];
  readonly parts: readonly PastedPart[];
}

const SEAL = new RegExp(`【${SEAL_MARK}】([A-Z][A-Z0-9]*)`);
const PART = new RegExp(`【${REVEAL_MARK}(\\d{1,3})/(\\d{1,3})】([A-Z][A-Z0-9]*)`);
const END = new RegExp(`【${END_MARK}(\\d{1,3})/(\\d{1,3})】(?:共(\\d{1,5})次)?`);
/** `时段:2026-01-2600:00至2026-02-0200:00(常规)`, without its blanks. */
const PERIOD = /^时段:(\d{4}-\d\d-\d\d)(\d\d:\d\d)至(\d{4}-\d\d-\d\d)(\d\d:\d\d)\((常规|夜间)\)$/;
/** `2026-01-2602:13石桥乡;作废:通道中断`. */
const CHECK = /^(\d{4}-\d\d-\d\d)(\d\d:\d\d)([^;]+)(?:;(作废|暂停|补抽):?(.*))?$/;
const SHORT = /^未安排([^;]+);(.+)$/;
const SALT = /^盐:([0-9a-f]+)$/i;
const HASH = /^SHA-?256:([0-9a-f]*)$/i;

/**
 * Finds seals and publications in text copied from a chat. Names, times and other talk between the messages are passed over;
 * full-width characters, blanks, quotation marks and a hash broken over several lines are read as if they were not there.
 */
export function readPaste(text: string): Paste {
  const seals: PastedSeal[] = [];
  const parts: PastedPart[] = [];
  let open:
    | { kind: 'seal'; no: string; lines: string[] }
    | { kind: 'part'; head: RegExpExecArray; lines: string[] }
    | undefined;
  const close = (end?: RegExpExecArray) => {
    if (open?.kind === 'seal') seals.push(readSeal(open.no, open.lines));
    if (open?.kind === 'part') parts.push(readPart(open.head, open.lines, end));
    open = undefined;
  };

  for (const line of linesOf(text)) {
    const seal = SEAL.exec(line);
    const head = PART.exec(line);
    const end = END.exec(line);
    if (seal || head) {
      close();
      open = head ? { kind: 'part', head, lines: [] } : { kind: 'seal', no: seal![1]!, lines: [] };
    } else if (end && open?.kind === 'part') {
      close(end);
    } else {
      open?.lines.push(line);
    }
  }
  close();
  return { seals, parts };
}

/** Lines without blanks and without the marks of a quotation around them; empty ones are left out. */
function linesOf(text: string): string[] {
  return plainText(text)
    .split(/[\r\n\u2028\u2029]/)
    .map((line) =>
      line
        .replace(/\s/g, '')
        .replace(/^[>|│「『"“]+/, '')
        .replace(/[」』"”]+$/, ''),
    )
    .filter((line) => line !== '');
}

/** Period and hash, whatever else people have said after the message; the hash may be broken over lines. */
function readSeal(no: string, lines: readonly string[]): PastedSeal {
  const period = lines.map(periodOf).find((found) => found !== undefined);
  const start = lines.findIndex((line) => HASH.test(line));
  let hash = start < 0 ? '' : HASH.exec(lines[start]!)![1]!;
  for (let next = start + 1; start >= 0 && hash.length < 64 && /^[0-9a-f]+$/i.test(lines[next] ?? ''); next++)
    hash += lines[next];

  return { no, ...(period && { period }), ...(hash.length === 64 && { hash: hash.toLowerCase() }) };
}

function readPart([, index, of, no]: RegExpExecArray, lines: readonly string[], end?: RegExpExecArray): PastedPart {
  const checks: SheetCheck[] = [];
  const deviations: PastedDeviation[] = [];
  const shortfalls: SheetShortfall[] = [];
  const unreadable: string[] = [];
  let period: Period | undefined;
  let salt: string | undefined;

  for (const line of lines) {
    const check = CHECK.exec(line);
    const short = SHORT.exec(line);
    if (check) {
      const [, day, clock, name, word, reason] = check;
      const found = { at: `${day} ${clock}`, name: name! };
      const kind = kindOf(word);
      if (kind !== 'extra') checks.push(found);
      if (kind) deviations.push({ ...found, kind, reason: reason! });
    } else if (short) shortfalls.push({ name: short[1]!, reason: short[2]! });
    else if (SALT.test(line)) salt = SALT.exec(line)![1]!.toLowerCase();
    else if (PERIOD.test(line)) period = periodOf(line);
    else unreadable.push(line);
  }
  // An end of another part means that this one lost its own when it was copied; the last one carries the count.
  const complete = end !== undefined && end[1] === index && end[2] === of && (index !== of || end[3] !== undefined);
  return {
    ...{ no: no!, index: Number(index), of: Number(of), checks, deviations, shortfalls, unreadable, complete },
    ...(period && { period }),
    ...(salt && { salt }),
    ...(end?.[3] && { count: Number(end[3]) }),
  };
}

function kindOf(word: string | undefined): DeviationKind | undefined {
  return (Object.keys(DEVIATIONS) as DeviationKind[]).find((kind) => DEVIATIONS[kind] === word);
}

function periodOf(line: string): Period | undefined {
  const found = PERIOD.exec(line);
  if (!found) return undefined;
  const [, fromDay, fromClock, toDay, toClock, word] = found;
  const kind: PlanKind = word === PLAN_KINDS.night ? 'night' : 'week';
  return { kind, from: `${fromDay} ${fromClock}`, to: `${toDay} ${toClock}` };
}
