import type { Calendar } from '../../../domain/calendar/calendar.ts';
import type { Normal } from '../normalise.ts';
import { inOrder, type Span } from '../span.ts';
import type { Direction } from './days.ts';
import type { FoundTime, Trouble } from './found.ts';
import { maskedSpans } from './masks.ts';
import { readPhrase } from './phrase.ts';
import { type Scene, takePhrase } from './take-phrase.ts';
import type { Run, Token } from './token.ts';
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
  const { normal, names } = input;
  const masked = inOrder([...maskedSpans(normal.text), ...names]);
  const runs = tokenize(normal.text, masked);
  if (runs.length === 0) return { times: [], troubles: unread(input, masked) };

  const scene = sceneOf(input);
  const times: FoundTime[] = [];
  const troubles: Trouble[] = [];
  for (const run of runs) readRun(run, scene, input, times, troubles);
  return { times, troubles: [...troubles, ...unread(input, [...times, ...troubles, ...masked])] };
}

function sceneOf({ normal, at, calendar, direction = 'future' }: TimeInput): Scene {
  return { normal, context: { calendar, at, today: calendar.dayOf(at), direction } };
}

function readRun(run: Run, scene: Scene, input: TimeInput, times: FoundTime[], troubles: Trouble[]): void {
  for (let at = 0; at < run.length; ) {
    const token = run[at]!;
    if (token.kind === 'soon') troubles.push(vague(token, scene, input));
    const phrase = readPhrase(run, at);
    if (phrase) {
      const { time, trouble } = takePhrase(phrase.said, scene);
      if (time) times.push(time);
      if (trouble) troubles.push(trouble);
    }
    at = phrase?.next ?? at + 1;
  }
}

/** 尽快 is no date: one is proposed, counted in working days. */
function vague({ from, to, text, value }: Token, { context }: Scene, { soon }: TimeInput): Trouble {
  const { calendar, today } = context;
  const workdays = value === 1 ? soon.swiftWorkdays : soon.soonWorkdays;
  return { from, to, kind: 'vague', words: text, choices: [calendar.closing(calendar.addWorkdays(today, workdays))] };
}

function unread({ normal }: TimeInput, understood: readonly Span[]): Trouble[] {
  return unreadSpans(normal.text, understood).map((span) => ({
    ...span,
    kind: 'unread',
    words: normal.original.slice(...normal.spanOf(span)),
    choices: [],
  }));
}
