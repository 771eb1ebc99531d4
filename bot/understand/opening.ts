import { isHan } from './han.ts';
import type { Heard } from './heard.ts';
import type { Name } from './people/find-names.ts';
import type { Span } from './span.ts';

/** Numbers and a unit that stand before what is said, and where that begins. */
export interface Opening {
  readonly numbers: readonly string[];
  readonly unit?: Name | undefined;
  readonly next: number;
}

/** 、 and 和 between them; 石桥乡那件T0612, 高铺镇这边T0612. */
const FILLER = /[\s,:;。、]|和|与|及|(?:这边|那边|那件|这件|那个|这个)(?=的|[\s,:]|[A-Za-z]{1,2}\s?\d)/y;
/** Any other Chinese character at once ends the front of a text. */
const FILLER_BEGINS = '和与及这那';

/** Numbers of matters and at most one unit at the front of a text, in any order: T0612 石桥乡 …, 石桥乡：T0612 … */
export function openingOf(heard: Heard, from = 0): Opening {
  return from === 0 ? heard.opening : takeOpening(heard, from);
}

/** The same, read anew. */
export function takeOpening(
  { text, numbers, names }: Pick<Heard, 'text' | 'numbers' | 'names'>,
  from: number,
): Opening {
  const taken: string[] = [];
  let unit: Name | undefined;
  let at = from;
  for (;;) {
    const number = beginningAt(numbers, at);
    const name = unit ? undefined : beginningAt(names, at, 'unit');
    if (number) taken.push(number.no);
    if (name) unit = name;
    const next = number?.to ?? name?.to ?? fillerEnd(text, at);
    if (next === at) return { numbers: taken, next: at, ...(unit && { unit }) };
    at = next;
  }
}

function beginningAt<T extends Span & { readonly kind?: string }>(
  spans: readonly T[],
  at: number,
  kind?: string,
): T | undefined {
  for (const span of spans) if (span.from === at && (kind === undefined || span.kind === kind)) return span;
  return undefined;
}

function fillerEnd(text: string, at: number): number {
  if (isHan(text.charCodeAt(at)) && !FILLER_BEGINS.includes(text[at]!)) return at;
  FILLER.lastIndex = at;
  return FILLER.test(text) ? FILLER.lastIndex : at;
}

/** What a message is about. */
interface MatterSlots {
  task?: string;
  tasks?: readonly string[];
  unit?: string;
}

/** `task` for one number, `tasks` for several, and the unit as written. */
export function matterSlots(heard: Heard, ...openings: readonly Opening[]): Readonly<MatterSlots> {
  const all: string[] = [];
  let unit: Name | undefined;
  for (const opening of openings) {
    for (const number of opening.numbers) all.push(number);
    unit ??= opening.unit;
  }
  const slots = numberSlots(all);
  if (unit) slots.unit = heard.words(unit);
  return slots;
}

/** The same; a number that stands elsewhere in the message counts where its front names none: 李区长，T0612我们办完了. */
export function matterSlotsAnywhere(heard: Heard, ...openings: readonly Opening[]): Readonly<MatterSlots> {
  const slots = matterSlots(heard, ...openings);
  return slots.task || slots.tasks ? slots : { ...allNumbers(heard), ...slots };
}

/** Every number of the message, wherever it stands. */
export function allNumbers({ numbers }: Heard): Readonly<MatterSlots> {
  return numbers.length === 0 ? {} : numberSlots(numbers.map(({ no }) => no));
}

function numberSlots(all: readonly string[]): MatterSlots {
  const numbers = eachOnce(all);
  if (numbers.length === 0) return {};
  return numbers.length === 1 ? { task: numbers[0]! } : { tasks: numbers };
}

function eachOnce(numbers: readonly string[]): readonly string[] {
  return numbers.length < 2 ? numbers : [...new Set(numbers)];
}

/** ，原因：人手不够。 → 人手不够. */
const REASON_EDGES = /^[\s,。;:、]*(?:(?:原因|理由)(?:[是为:]|(?=\s))|因为|由于)?[\s,。;:、]*|[\s,。;:!、]+$/g;

/** A stretch of the message as a reason or a remark, without the marks around it; undefined where nothing is left. */
export function remark(heard: Heard, from: number, to = heard.text.length): string | undefined {
  const piece = heard.text.slice(from, to);
  const trimmed = piece.replace(REASON_EDGES, '');
  if (trimmed === '') return undefined;
  const start = from + piece.indexOf(trimmed);
  return heard.words({ from: start, to: start + trimmed.length });
}
