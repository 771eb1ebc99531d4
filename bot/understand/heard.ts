import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { AnswerKind } from '../../domain/decision.ts';
import { expectedKinds } from './context.ts';
import { isNegated, isQuestion } from './guards.ts';
import { type MatterNumber, matterNumbers } from './matter-numbers.ts';
import { type Normal, normalise } from './normalise.ts';
import { findNames, type Name } from './people/find-names.ts';
import type { Roster } from './people/roster.ts';
import type { Span } from './span.ts';
import { readTimes, type TimeReading } from './time/read-times.ts';

/** One message with everything around it that may decide its meaning. */
export interface UnderstandInput {
  readonly text: string;
  /** The speaker's own name, where known: 陈立收到 acknowledges only when 陈立 says it. */
  readonly from?: string;
  /** When it was written. */
  readonly at: Date;
  readonly calendar: Calendar;
  /** People besides the bot who are mentioned, by name. */
  readonly mentions?: readonly string[];
  /** The bot was mentioned or quoted, or this is a private chat. */
  readonly addressed: boolean;
  readonly quote?: { readonly from: string; readonly text: string; readonly mine: boolean };
  readonly roster?: Roster;
  /** Kinds of answer the bot waits for from this speaker in this conversation, most recent first. */
  readonly waiting?: readonly AnswerKind[];
  /** How many numbered choices the waiting question offers. */
  readonly waitingChoices?: number;
  /** Working days proposed for 尽快 and 迅速; the policy's defaults where left out. */
  readonly soon?: { readonly soonWorkdays: number; readonly swiftWorkdays: number };
}

/** A message prepared for the readers of intents. All spans are of `text`; `words` gives back what was written there. */
export interface Heard {
  readonly input: UnderstandInput;
  readonly text: string;
  /** The text without the space and the marks around it. */
  readonly whole: string;
  readonly numbers: readonly MatterNumber[];
  readonly names: readonly Name[];
  readonly times: TimeReading;
  /** The same times as somebody means them who tells what they did. */
  readonly told: TimeReading;
  readonly expects: ReadonlySet<AnswerKind>;
  /** Mentioned, quoted, in private, or by the number of a matter: the message is for the bot beyond doubt. */
  readonly direct: boolean;
  readonly question: boolean;
  readonly negated: boolean;
  words(span: Span): string;
}

const DEFAULT_SOON = { soonWorkdays: 3, swiftWorkdays: 1 };
/** The bot's own mention; the channel takes it away where it can. */
const OWN_MENTION = /@值守[\u2005\s]?/g;
const EDGES = /^[\s,。;:!~、]+|[\s,。;:!~、]+$/g;

/** Prepares a message once; nothing here decides an intent. */
export function hear(input: UnderstandInput): Heard {
  const normal = normalise(input.text);
  const text = normal.text.replace(OWN_MENTION, (mention) => ' '.repeat(mention.length));
  const numbers = matterNumbers(text);
  const names = findNames(text, input.roster);
  const read = (direction: 'future' | 'past') =>
    readTimes({
      normal: { ...normal, text },
      at: input.at,
      calendar: input.calendar,
      names: [...numbers, ...names.filter((name) => name.known)],
      direction,
      soon: input.soon ?? DEFAULT_SOON,
    });
  const { quote } = input;
  const quotesMatter = quote !== undefined && (quote.mine || matterNumbers(quote.text).length > 0);
  let told: TimeReading | undefined;

  return {
    input,
    text,
    whole: text.replace(EDGES, ''),
    numbers,
    names,
    times: read('future'),
    get told() {
      told ??= read('past');
      return told;
    },
    expects: expectedKinds(quote, input.waiting ?? []),
    direct: input.addressed || numbers.length > 0 || quotesMatter,
    question: isQuestion(text),
    negated: isNegated(text),
    words: (span) => wordsOf(normal, span),
  };
}

function wordsOf(normal: Normal, { from, to }: Span): string {
  return normal.original.slice(...normal.spanOf(from, to));
}
