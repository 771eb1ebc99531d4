import type { Span } from '../span.ts';
import type { TimeReading } from '../time/read-times.ts';
import { aboutOthers, asks, isReported } from './limit-asked.ts';
import { isNone } from './limit-days.ts';
import { isAttribute, joined, namedIn } from './limit-spans.ts';
import { type Limit, limitIn } from './limits.ts';
import { isHeading, isTitle, type Part, partsOf } from './outline.ts';
import { overlap, placesOf, within } from './places.ts';
import type { Paragraph, Sentence } from './sentences.ts';
import { partAt } from './told.ts';

export interface Unlisted {
  readonly limit: Limit;
  readonly sentence: Sentence;
}

/** What stands on rows already: their stretches of the text, and the limits and rhythms said in them. */
export interface Listed {
  readonly rows: readonly Span[];
  readonly limits: readonly Span[];
}

/**
 * What reads like a limit where something is asked for, and is on no row: so that none is lost in silence. What is worded
 * as one (3月底前) counts wherever it is not told of; a mere day or season only where something is asked and no row of the
 * sentence has a limit.
 */
export function unlistedIn(
  text: string,
  paragraphs: readonly Paragraph[],
  listed: Listed,
  reading: TimeReading,
): Unlisted[] {
  const parts = partsOf(paragraphs);
  return paragraphs.flatMap((paragraph, index) => {
    let part = parts[index]!;
    const bare = isHeading(paragraph) || isTitle(paragraph) || IN_BRACKETS.test(paragraph.text);
    return paragraph.sentences.flatMap((sentence) => {
      const words = text.slice(sentence.from, sentence.to);
      const { here, behind } = partAt(words, part);
      part = behind;
      return isReported(words) ? [] : inSentence(text, sentence, { part: here, bare }, listed, reading);
    });
  });
}

/** （10月14日，录音整理稿）: a line of its own. */
const IN_BRACKETS = /^\([^)]{1,40}\)$/;

/** Only what stands in the sentence is looked at from here on: a long text stays linear. */
function inSentence(
  text: string,
  sentence: Sentence,
  { part, bare }: { readonly part: Part; readonly bare: boolean },
  listed: Listed,
  reading: TimeReading,
): Unlisted[] {
  const times = reading.times.filter((time) => within(time, sentence));
  const troubles = reading.troubles.filter((one) => within(one, sentence));
  const own: TimeReading = { times, troubles };
  const limits = listed.limits.filter((one) => overlap(one, sentence));
  const rows = listed.rows.filter((one) => overlap(one, sentence));
  const pieces = piecesOf(sentence);
  const hasLimit = (span: Span) => {
    const piece = pieces.find(({ to }) => to >= span.to);
    return piece !== undefined && limits.some((one) => within(one, piece));
  };
  const free = (span: Span) => !limits.some((one) => overlap(one, span));
  const weak = weakIn(text, sentence, own).filter((span) => !hasLimit(span));
  const spans = joined([...namedIn(text, sentence, own).spans, ...weak]).filter(
    (span, at, all) => free(span) && !(at > 0 && overlap(all[at - 1]!, span)),
  );
  if (spans.length === 0) return [];
  const others = aboutOthers(sentence);
  return spans
    .filter((span) => asks(text, span, sentence, { part, rows, bare: bare || hasLimit(span), others }))
    .map((span) => ({ limit: limitIn(text, [span], inside(own, span)) ?? { spans: [span] }, sentence }));
}

function inside({ times, troubles }: TimeReading, span: Span): TimeReading {
  return { times: times.filter((one) => within(one, span)), troubles: troubles.filter((one) => within(one, span)) };
}

/** What semicolons divide is read apart. */
function piecesOf({ clauses, from, to }: Sentence): Span[] {
  const ends = [...clauses.filter(({ mark }) => mark === ';').map((clause) => clause.to), to];
  return ends.map((end, at) => ({ from: ends[at - 1] ?? from, to: end }));
}

/** 元旦、春节期间, 除夕、初五、元宵三个晚上. */
const PERIOD = /(?<=^|[,;。:])[\u4e00-\u9fa5]{2,6}(?:、[\u4e00-\u9fa5]{2,5}){0,4}(?:期间|[两三四五六七]个晚上)/g;

/** 6月上旬总结验收: as a stretch of a plan. */
const TEN_DAYS = /(?:\d{1,2}|本|下)个?月[上中下]旬(?!以来|的|至|到)/g;

/** Days and seasons that no word marks as a limit. */
function weakIn(text: string, sentence: Span, { times }: TimeReading): Span[] {
  const days = times.filter(
    (time) =>
      within(time, sentence) &&
      time.read.kind !== 'recurrence' &&
      !NO_LIMIT.test(text.slice(time.from, time.to)) &&
      !isNone(time, text) &&
      !/^[^,;。把将要]{1,8}的/.test(text.slice(time.to, time.to + 10)) &&
      !isAttribute(text, time),
  );
  const seasons = [...placesOf(PERIOD, text, sentence), ...placesOf(TEN_DAYS, text, sentence)];
  return [...seasons, ...days.filter((day) => !seasons.some((one) => overlap(one, day)))];
}

const NO_LIMIT =
  /^(?:立即|马上|即刻|立刻|当场|第[二三]天|今[天日年]|明年|现在|目前|当前|[上下]午|[早晚]上|夜[里间]|凌晨|中午|白天|平时|.*[后点分时夜晚裏里]|.*点(?:起|开始))$/;
