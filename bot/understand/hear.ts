import { expectedKinds } from './context.ts';
import { gated, nowReading } from './gated.ts';
import { isNegated, isQuestion } from './guards.ts';
import type { Heard, UnderstandInput } from './heard.ts';
import { letterTable, SPACES } from './letter-table.ts';
import { plainly } from './manners.ts';
import { matterNumbers } from './matter-numbers.ts';
import { type Normal, normalise, visible } from './normalise.ts';
import { type Opening, takeOpening } from './opening.ts';
import { findNames, type Name } from './people/find-names.ts';
import type { Roster } from './people/roster.ts';
import type { Span } from './span.ts';
import type { Direction } from './time/days.ts';
import type { FoundTime } from './time/found.ts';
import { readTimes, type TimeReading } from './time/read-times.ts';

const DEFAULT_SOON = { soonWorkdays: 3, swiftWorkdays: 1 };
/** The bot's own mention; the channel takes it away where it can. */
const OWN_MENTION = '@值守';
/** With the space that stands behind it; as much is left as was there. */
const INSTEAD = ' '.repeat(OWN_MENTION.length);
const EDGES = letterTable(`${SPACES},。;:!~、`);
/** Intents are read from so many characters: who has more to say has said by then what it is for. Times are read from all. */
const HEAD = 2000;

const NOTHING: Heard['expects'] = new Set();

/** Prepares a message once; nothing here decides an intent. */
export function hear(input: UnderstandInput): Heard {
  const normal = withoutManners(withoutMention(normalise(input.text)));
  const text = normal.text.slice(0, HEAD);
  nowReading(text);
  const names = findNames(text, input.roster);
  const numbers = matterNumbers(text);
  const { quote } = input;
  const quotesMatter = quote !== undefined && (quote.mine || matterNumbers(quote.text.slice(0, HEAD)).length > 0);
  const long = normal.text.length > HEAD;
  const known = covered(numbers, names);
  const allTimes = timesOf(input, normal, 'future', long ? coveredIn(normal.text, input.roster) : known);

  const expects = quote || input.waiting ? expectedKinds(quote, input.waiting ?? []) : NOTHING;
  return new Message({
    input,
    normal,
    text,
    numbers,
    names,
    allTimes,
    times: long ? headOf(allTimes) : allTimes,
    starts: long ? undefined : allTimes.starts,
    known,
    expects,
    direct: input.addressed || numbers.length > 0 || quotesMatter,
  });
}

type Prepared = Pick<Heard, 'input' | 'text' | 'numbers' | 'names' | 'allTimes' | 'times' | 'expects' | 'direct'> & {
  readonly normal: Normal;
  readonly known: readonly Span[];
  /** Where times begin; undefined where the whole message is longer than what the readers are given. */
  readonly starts: readonly number[] | undefined;
};

/** Of one shape whatever the message: a literal with a getter of its own would be a new shape each time, and every reader would look it up anew. */
class Message implements Heard {
  readonly input: Heard['input'];
  readonly text: string;
  readonly whole: string;
  readonly numbers: Heard['numbers'];
  readonly names: Heard['names'];
  readonly allTimes: TimeReading;
  readonly times: TimeReading;
  readonly expects: Heard['expects'];
  readonly direct: boolean;
  readonly orders: boolean;
  readonly question: boolean;
  readonly known: Heard['known'] = { front: undefined, commands: undefined, groups: new Map() };
  readonly #normal: Normal;
  readonly #covered: readonly Span[];
  readonly #starts: readonly number[] | undefined;
  #negated: boolean | undefined;
  #told: TimeReading | undefined;
  #opening: Opening | undefined;

  constructor({ input, normal, text, numbers, names, allTimes, times, starts, known, expects, direct }: Prepared) {
    this.input = input;
    this.text = text;
    this.whole = trimmed(text);
    this.numbers = numbers;
    this.names = names;
    this.allTimes = allTimes;
    this.times = times;
    this.expects = expects;
    this.direct = direct;
    this.orders = callsSomebody(text, names);
    this.question = isQuestion(text);
    this.#normal = normal;
    this.#covered = known;
    this.#starts = starts;
  }

  get told(): TimeReading {
    this.#told ??= timesOf(this.input, { ...this.#normal, text: this.text }, 'past', this.#covered);
    return this.#told;
  }

  toldAt(at: number): FoundTime | undefined {
    if (this.#starts && !this.#starts.includes(at)) return undefined;
    return this.told.times.find(({ from }) => from === at);
  }

  get negated(): boolean {
    this.#negated ??= isNegated(this.text);
    return this.#negated;
  }

  get opening(): Opening {
    this.#opening ??= takeOpening(this, 0);
    return this.#opening;
  }

  words(span: Span): string {
    return visible(this.#normal.original.slice(...this.#normal.spanOf(span)));
  }
}

function withoutMention(normal: Normal): Normal {
  const first = normal.text.indexOf(OWN_MENTION);
  if (first < 0) return normal;
  let { text } = normal;
  for (let at = first; at >= 0; at = text.indexOf(OWN_MENTION, at)) {
    const end = at + OWN_MENTION.length;
    const spaced = end < text.length && /\s/.test(text[end]!);
    text = text.slice(0, at) + (spaced ? `${INSTEAD} ` : INSTEAD) + text.slice(spaced ? end + 1 : end);
  }
  return { ...normal, text };
}

function withoutManners(normal: Normal): Normal {
  const head = normal.text.slice(0, HEAD);
  nowReading(head);
  const text = plainly(head);
  return { ...normal, text: normal.text.length > HEAD ? text + normal.text.slice(HEAD) : text };
}

/** What the roster and the numbers of matters cover is no time. */
function timesOf(input: UnderstandInput, normal: Normal, direction: Direction, covered: readonly Span[]): TimeReading {
  const { at, calendar, periods, soon = DEFAULT_SOON } = input;
  return readTimes({ normal, at, calendar, names: covered, direction, soon, periods });
}

const CALL = gated(/^[\s,。]*(?:请|由|让|叫|麻烦|安排|责成)/);

function callsSomebody(text: string, names: readonly Name[]): boolean {
  const call = CALL.exec(text);
  return call !== null && names.some((name) => name.from === call[0].length);
}

function coveredIn(text: string, roster: Roster | undefined): Span[] {
  return covered(matterNumbers(text), findNames(text, roster));
}

function covered(numbers: readonly Span[], names: readonly Name[]): Span[] {
  return [...numbers, ...names.filter(({ known }) => known)];
}

function headOf({ times, troubles, starts }: TimeReading): TimeReading {
  const within = ({ to }: Span) => to <= HEAD;
  return { times: times.filter(within), troubles: troubles.filter(within), starts };
}

/** Without the space and the marks around it. */
function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && EDGES[text.charCodeAt(from)] === 1) from++;
  while (to > from && EDGES[text.charCodeAt(to - 1)] === 1) to--;
  return text.slice(from, to);
}
