import type { Heard } from './heard.ts';
import type { Name } from './people/find-names.ts';

/** Numbers and a unit that stand before what is said, and where that begins. */
export interface Opening {
  readonly numbers: readonly string[];
  readonly unit?: Name | undefined;
  readonly next: number;
}

/** 、 and 和 between them; 石桥乡那件T0612, 高铺镇这边T0612. */
const FILLER = /[\s,:;。、]|和|与|及|(?:这边|那边|那件|这件|那个|这个)(?=的|[\s,:]|[A-Za-z]{1,2}\s?\d)/y;

/** Takes numbers of matters and at most one unit off the front of a text, in any order: T0612 石桥乡 …, 石桥乡：T0612 … */
export function openingOf(heard: Heard, from = 0): Opening {
  const numbers: string[] = [];
  let unit: Name | undefined;
  let at = from;
  for (;;) {
    FILLER.lastIndex = at;
    const number = heard.numbers.find((candidate) => candidate.from === at);
    const name = unit ? undefined : heard.names.find((candidate) => candidate.kind === 'unit' && candidate.from === at);
    if (number) numbers.push(number.no);
    if (name) unit = name;
    const next = number?.to ?? name?.to ?? (FILLER.test(heard.text) ? FILLER.lastIndex : at);
    if (next === at) return { numbers, next: at, ...(unit && { unit }) };
    at = next;
  }
}

/** `task` for one number, `tasks` for several, and the unit as written. */
export function matterSlots(heard: Heard, ...openings: readonly Opening[]) {
  const numbers = [...new Set(openings.flatMap((opening) => opening.numbers))];
  const unit = openings.find((opening) => opening.unit)?.unit;
  return {
    ...(numbers.length === 1 && { task: numbers[0]! }),
    ...(numbers.length > 1 && { tasks: numbers }),
    ...(unit && { unit: heard.words(unit) }),
  };
}

/** The same; a number that stands elsewhere in the message counts where its front names none: 李区长，T0612我们办完了. */
export function matterSlotsAnywhere(heard: Heard, ...openings: readonly Opening[]) {
  const atFront = openings.some((opening) => opening.numbers.length > 0);
  return { ...(atFront ? {} : allNumbers(heard)), ...matterSlots(heard, ...openings) };
}

/** Every number of the message, wherever it stands. */
export function allNumbers(heard: Heard) {
  const numbers = [...new Set(heard.numbers.map(({ no }) => no))];
  return { ...(numbers.length === 1 && { task: numbers[0]! }), ...(numbers.length > 1 && { tasks: numbers }) };
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
