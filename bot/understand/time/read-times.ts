import type { Calendar } from '../../../domain/calendar/calendar.ts';
import { DEFAULT_KEY_PERIODS, type KeyPeriod } from '../../../domain/calendar/key-periods.ts';
import type { Normal } from '../normalise.ts';
import { inOrder, type Span } from '../span.ts';
import type { Direction } from './days.ts';
import type { FoundTime, Trouble } from './found.ts';
import { lexiconFor } from './lexicon.ts';
import type { Spoken } from './memory.ts';
import { givenUp } from './moves.ts';
import { withoutOutdone } from './outdone.ts';
import { readPhrase } from './phrase.ts';
import { contextAt, type TimeContext } from './resolved.ts';
import { isGathering } from './roles.ts';
import { takePhrase } from './take-phrase.ts';
import type { Run, Token } from './token.ts';
import { tokenize } from './tokenize.ts';
import { unreadSpans } from './unread.ts';

export interface TimeReading {
  readonly times: readonly FoundTime[];
  readonly troubles: readonly Trouble[];
  /** Where phrases of time begin: the same places whichever way undated words point. Left out of what was put together from several. */
  readonly starts?: readonly number[] | undefined;
}

export interface TimeInput {
  readonly normal: Normal;
  readonly at: Date;
  readonly calendar: Calendar;
  /** Names and numbers of matters: never a time, whatever they contain. */
  readonly names: readonly Span[];
  /** Which way 17:05 and 周五 point; `past` for somebody who tells what they did. */
  readonly direction?: Direction;
  /** Working days proposed for 尽快 and for 迅速. */
  readonly soon: { readonly soonWorkdays: number; readonly swiftWorkdays: number };
  /** What 汛期 and 两会 mean here; the country's where left out. Words are made from a table once: pass the same one again. */
  readonly periods?: readonly KeyPeriod[] | undefined;
}

interface Reading {
  readonly input: TimeInput;
  readonly context: TimeContext;
  readonly times: FoundTime[];
  readonly troubles: Trouble[];
  readonly starts: number[];
  /** What was understood to be no time. */
  readonly passed: Span[];
  last: Spoken | undefined;
  /** What the last time would be if the verb behind it belonged to the next one: 11月总结28日前报. */
  implied: FoundTime | undefined;
}

/** Nothing between two times ends a clause. */
const CLAUSE_ENDS = /[,。;:!?\n]/;
const SENTENCE_ENDS = /[。\n]/;

/** Every time in a text, in order, and what could not be read. Never throws on any text; linear in its length. */
export function readTimes(input: TimeInput): TimeReading {
  const { normal, names, at, calendar, direction = 'future', periods = DEFAULT_KEY_PERIODS } = input;
  const covered = names.length > 1 ? inOrder(names) : names;
  const { runs, masked } = tokenize(normal.text, covered, lexiconFor(periods));
  const context = contextAt(at, calendar.dayOf(at), direction, { calendar, periods });
  const reading: Reading = {
    input,
    context,
    times: [],
    troubles: [],
    starts: [],
    passed: [],
    last: undefined,
    implied: undefined,
  };
  for (const run of runs) readRun(run, reading);
  const { times, troubles } = reading;
  const counted = times.length > 1 ? withoutOutdone(times, normal.text, at) : times;
  const more = unread(input, [covered, masked, times, troubles, reading.passed]);
  return { times: counted, troubles: more.length > 0 ? troubles.concat(more) : troubles, starts: reading.starts };
}

function readRun(run: Run, reading: Reading): void {
  const { times, troubles, context, input } = reading;
  for (let at = 0; at < run.length; ) {
    const token = run[at]!;
    if (token.kind === 'soon') troubles.push(vague(token, reading));
    const phrase = readPhrase(run, at);
    if (!phrase) {
      at++;
      continue;
    }
    reading.starts.push(phrase.said.from);
    const { said, time, trouble, before, implied, passed } = takePhrase(phrase.said, {
      normal: input.normal,
      context,
      last: reading.last,
    });
    if (time && said) {
      if (before === 'joined') times.pop();
      if (before === 'given-up' && times.length > 0) times.push(givenUp(times.pop()!));
      if (reading.implied && time.read.kind === 'deadline') borrowed(time, reading, reading.implied);
      times.push(time);
      reading.last = { said, time };
      reading.implied = implied;
    }
    if (trouble) troubles.push(trouble);
    if (passed) reading.passed.push(phrase.said);
    at = phrase.next;
  }
}

/** 11月总结28日前报: 报 is said of the 28th, so that November is no limit. Nor is 28日要汇总，26日前报. */
function borrowed(time: FoundTime, { times, input }: Reading, implied: FoundTime): void {
  const last = times[times.length - 1];
  if (last?.from !== implied.from) return;
  const between = input.normal.text.slice(last.to, time.from);
  const same = !CLAUSE_ENDS.test(between) || (isGathering(between) && !SENTENCE_ENDS.test(between));
  if (same) times[times.length - 1] = implied;
}

/** 尽快 is no date: one is proposed, counted in working days. */
function vague({ from, to, text, value }: Token, { context, input }: Reading): Trouble {
  const { calendar, today } = context;
  const workdays = value === 1 ? input.soon.swiftWorkdays : input.soon.soonWorkdays;
  return { from, to, kind: 'vague', words: text, choices: [calendar.closing(calendar.addWorkdays(today, workdays))] };
}

function unread({ normal }: TimeInput, understood: readonly (readonly Span[])[]): Trouble[] {
  return unreadSpans(normal.text, understood).map((span) => ({
    from: span.from,
    to: span.to,
    kind: 'unread',
    words: normal.original.slice(...normal.spanOf(span)),
    choices: [],
  }));
}
