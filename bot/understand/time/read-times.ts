import type { Calendar } from '../../../domain/calendar/calendar.ts';
import type { ReadTime } from '../../../domain/meaning.ts';
import type { Normal } from '../normalise.ts';
import { inOrder, type Span } from '../span.ts';
import type { Direction } from './days.ts';
import type { FoundTime, Trouble } from './found.ts';
import { maskedSpans } from './masks.ts';
import { readPhrase } from './phrase.ts';
import { isPlausible } from './plausible.ts';
import { type Resolved, resolvePhrase } from './resolve.ts';
import { isRolled, roleOf } from './roles.ts';
import type { PhraseSaid } from './said.ts';
import type { Run } from './token.ts';
import { tokenize } from './tokenize.ts';
import { unreadSpans } from './unread.ts';

export interface TimeReading {
  readonly times: readonly FoundTime[];
  readonly troubles: readonly Trouble[];
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
}

/** Every time in a text, in order, and what could not be read. Never throws on any text; linear in its length. */
export function readTimes(input: TimeInput): TimeReading {
  const { text } = input.normal;
  const masked = inOrder([...maskedSpans(text), ...input.names]);
  const runs = tokenize(text, masked);
  const times: FoundTime[] = [];
  const troubles: Trouble[] = [];
  for (const run of runs) readRun(run, input, times, troubles);

  const understood = [...times, ...troubles, ...masked];
  for (const span of unreadSpans(text, understood))
    troubles.push({ ...span, kind: 'unread', words: wordsOf(span, input), choices: [] });
  return { times, troubles };
}

function readRun(run: Run, input: TimeInput, times: FoundTime[], troubles: Trouble[]): void {
  for (let at = 0; at < run.length; ) {
    const token = run[at]!;
    if (token.kind === 'soon') troubles.push(vague(token, input));
    const phrase = readPhrase(run, at);
    if (phrase) take(phrase.said, input, times, troubles);
    at = phrase?.next ?? at + 1;
  }
}

function wordsOf(span: Span, { normal }: TimeInput): string {
  return normal.original.slice(...normal.spanOf(span.from, span.to));
}

/** 尽快 is no date: one is proposed, counted in working days. */
function vague(token: Run[number], input: TimeInput): Trouble {
  const { calendar, at, soon } = input;
  const workdays = token.value === 1 ? soon.swiftWorkdays : soon.soonWorkdays;
  const choice = calendar.closing(calendar.addWorkdays(calendar.dayOf(at), workdays));
  return { from: token.from, to: token.to, kind: 'vague', words: wordsOf(token, input), choices: [choice] };
}

/** 9月25日前完成（不含当日）: said of the day, though words stand between. */
const EXCLUSIVE_LATER = /^[^。;\n]{0,20}?\(?不(?:含|包括)(?:当日|当天|该日|本日)/;

function take(phrase: PhraseSaid, input: TimeInput, times: FoundTime[], troubles: Trouble[]): void {
  const { text } = input.normal;
  const excluded = phrase.relation === 'before' && EXCLUSIVE_LATER.test(text.slice(phrase.to, phrase.to + 32));
  const said = excluded ? { ...phrase, exclusive: true } : phrase;
  const words = wordsOf(said, input);
  const after = text.slice(said.to, said.to + 48);
  const before = text.slice(Math.max(0, said.from - 16), said.from);
  if (!isPlausible(said, text.slice(said.from, said.to), after)) return;

  if (said.beyond) {
    troubles.push({ from: said.from, to: said.to, kind: 'unread', words, choices: [] });
    return;
  }
  const context = { calendar: input.calendar, at: input.at, direction: input.direction ?? 'future' };
  const span = { from: said.from, to: said.to };
  const resolved = resolvePhrase(said, words, context);
  if ('broken' in resolved) {
    troubles.push({ ...span, kind: resolved.broken, words, choices: resolved.choices });
    return;
  }
  const role = roleOf(said, resolved, { before, after, at: input.at });
  if (role === 'none') return;
  if (said.now) troubles.push({ ...span, kind: 'now', words, choices: [] });
  if (role === 'deadline' && resolved.choices) {
    troubles.push({ ...span, kind: 'ambiguous', words, choices: resolved.choices });
    return;
  }
  times.push(
    found(
      role === 'told' ? toldOf(said, words, resolved, context) : { ...resolved, kind: role },
      role === 'told',
      said,
      words,
      input,
    ),
  );
}

/** The same words, looking back. */
function toldOf(
  said: PhraseSaid,
  words: string,
  resolved: Resolved,
  context: Parameters<typeof resolvePhrase>[2],
): Resolved {
  const back = resolvePhrase(said, words, { ...context, direction: 'past' });
  return 'broken' in back ? resolved : { ...back, kind: back.kind === 'range' ? 'range' : 'at' };
}

function found(
  resolved: Resolved,
  told: boolean,
  said: PhraseSaid,
  words: string,
  { normal, at, calendar }: TimeInput,
): FoundTime {
  const { kind, startAt, endAt, byAt, recurrence, next, grain, provisional } = resolved;
  const rolled = kind === 'deadline' && isRolled(said, resolved, at);
  const read: ReadTime = {
    kind,
    ...(kind === 'deadline' && { dueAt: byAt }),
    ...((kind === 'at' || kind === 'range') && { startAt }),
    ...(kind === 'range' && { endAt: endAt ?? byAt }),
    ...(recurrence && { recurrence }),
    ...(next && { next }),
    grain,
    provisional,
    span: normal.spanOf(said.from, said.to),
    words,
  };
  return {
    from: said.from,
    to: said.to,
    read,
    byAt,
    past: told || resolved.past,
    assumed: rolled
      ? [...resolved.assumed, `今年的日子已过，按${calendar.dayOf(byAt).slice(0, 4)}年`]
      : resolved.assumed,
  };
}
