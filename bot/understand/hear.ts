import { expectedKinds } from './context.ts';
import { isNegated, isQuestion } from './guards.ts';
import type { Heard, UnderstandInput } from './heard.ts';
import { plainly } from './manners.ts';
import { matterNumbers } from './matter-numbers.ts';
import { type Normal, normalise, visible } from './normalise.ts';
import { findNames, type Name } from './people/find-names.ts';
import type { Roster } from './people/roster.ts';
import type { Span } from './span.ts';
import type { Direction } from './time/days.ts';
import { readTimes, type TimeReading } from './time/read-times.ts';

const DEFAULT_SOON = { soonWorkdays: 3, swiftWorkdays: 1 };
/** The bot's own mention; the channel takes it away where it can. */
const OWN_MENTION = /@值守[\u2005\s]?/g;
const EDGES = /^[\s,。;:!~、]+|[\s,。;:!~、]+$/g;
/** Intents are read from so many characters: who has more to say has said by then what it is for. Times are read from all. */
const HEAD = 2000;

/** Prepares a message once; nothing here decides an intent. */
export function hear(input: UnderstandInput): Heard {
  const normal = withoutManners(withoutMention(normalise(input.text)));
  const text = normal.text.slice(0, HEAD);
  const names = findNames(text, input.roster);
  const numbers = matterNumbers(text);
  const { quote } = input;
  const quotesMatter = quote !== undefined && (quote.mine || matterNumbers(quote.text.slice(0, HEAD)).length > 0);
  const long = normal.text.length > HEAD;
  const known = long ? coveredIn(normal.text, input.roster) : [...numbers, ...names.filter((name) => name.known)];
  const allTimes = timesOf(input, normal, 'future', known);
  let told: TimeReading | undefined;

  return {
    input,
    text,
    whole: text.replace(EDGES, ''),
    numbers,
    names,
    allTimes,
    times: long ? headOf(allTimes) : allTimes,
    get told() {
      told ??= timesOf(input, { ...normal, text }, 'past', long ? coveredIn(text, input.roster) : known);
      return told;
    },
    expects: expectedKinds(quote, input.waiting ?? []),
    direct: input.addressed || numbers.length > 0 || quotesMatter,
    orders: callsSomebody(text, names),
    question: isQuestion(text),
    negated: isNegated(text),
    words: (span) => visible(wordsOf(normal, span)),
  };
}

function withoutMention(normal: Normal): Normal {
  if (!normal.text.includes('@值守')) return normal;
  return { ...normal, text: normal.text.replace(OWN_MENTION, (mention) => ' '.repeat(mention.length)) };
}

function withoutManners(normal: Normal): Normal {
  const text = plainly(normal.text.slice(0, HEAD));
  return { ...normal, text: normal.text.length > HEAD ? text + normal.text.slice(HEAD) : text };
}

/** What the roster and the numbers of matters cover is no time. */
function timesOf(input: UnderstandInput, normal: Normal, direction: Direction, covered: readonly Span[]): TimeReading {
  const { at, calendar, periods, soon = DEFAULT_SOON } = input;
  return readTimes({ normal, at, calendar, names: covered, direction, soon, periods });
}

const CALL = /^[\s,。]*(?:请|由|让|叫|麻烦|安排|责成)/;

function callsSomebody(text: string, names: readonly Name[]): boolean {
  const call = CALL.exec(text);
  return call !== null && names.some((name) => name.from === call[0].length);
}

function coveredIn(text: string, roster: Roster | undefined): Span[] {
  return [...matterNumbers(text), ...findNames(text, roster).filter((name) => name.known)];
}

function headOf({ times, troubles }: TimeReading): TimeReading {
  const within = ({ to }: Span) => to <= HEAD;
  return { times: times.filter(within), troubles: troubles.filter(within) };
}

function wordsOf(normal: Normal, span: Span): string {
  return normal.original.slice(...normal.spanOf(span));
}
