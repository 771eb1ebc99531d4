import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Request } from '../../../bot/understand/jsonl.ts';
import { isoShanghai } from '../../../domain/calendar/iso.ts';
import { momentOf } from './moments.ts';
import { calendar, outwardAnswer } from './reading.ts';
import rosters from './rosters.json' with { type: 'json' };

export type Slots = Readonly<Record<string, unknown>>;

/** A message of a group as `understand --jsonl` takes it, and what an official would take it to mean. */
export interface MessageCase extends Omit<Request, 'roster'> {
  readonly id: string;
  /** The intent, by which the score is told. */
  readonly tag: string;
  /** A roster in full, or its name in rosters.json. */
  readonly roster?: Request['roster'] | keyof typeof rosters;
  /** Intent and slots; instants and days as formulas (moments.ts) or as they are written out. */
  readonly expect: Slots;
  /** Other right answers, each in full. */
  readonly accept?: readonly Slots[];
}

export interface Judgement {
  readonly got: Slots;
  readonly wanted: readonly Slots[];
  readonly intentRight: boolean;
  /** Intent and every slot, and no slot too many; the times found are judged elsewhere. */
  readonly wholeRight: boolean;
}

/** The cases of a file of one JSON object a line, none where it is not there; a file without ids and tags gets line numbers and intents. */
export function messageCasesIn(file: string | URL): MessageCase[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line, index) => {
    const read = JSON.parse(line) as Omit<MessageCase, 'id' | 'tag'> & Partial<MessageCase>;
    return { ...read, id: read.id ?? `line ${index + 1}`, tag: read.tag ?? String(read.expect.intent) };
  });
}

export function corpusFile(corpus: 'blind' | 'open'): URL {
  return new URL(`./${corpus}/messages.jsonl`, import.meta.url);
}

export function judged({ expect, accept = [], roster, id: _id, tag: _tag, ...request }: MessageCase): Judgement {
  const {
    time: _time,
    times: _times,
    ...slots
  } = outwardAnswer({
    ...request,
    roster: typeof roster === 'string' ? rosters[roster] : roster,
  });
  const got = plain(slots);
  const wanted = [expect, ...accept].map((meant) => plain(worked(meant, new Date(request.ref))));
  return {
    got,
    wanted,
    intentRight: wanted.some(({ intent }) => intent === got.intent),
    wholeRight: wanted.some((meant) => isDeepStrictEqual(got, meant)),
  };
}

/** As it would be written on a line of JSON: slots that are undefined are not there. */
function plain(slots: Slots): Slots {
  return JSON.parse(JSON.stringify(slots)) as Slots;
}

const INSTANTS = new Set(['due', 'at', 'occurred']);
const DAYS = new Set(['date', 'dates', 'range']);
const WRITTEN_OUT = /^\d{4}-\d\d-\d\d/;

/** The slots with their formulas worked out, also those of the tasks of a list and of a doubt about the deadline. */
function worked(slots: Slots, now: Date): Slots {
  const instant = (text: string) => (WRITTEN_OUT.test(text) ? text : isoShanghai(momentOf(text, now, calendar)));
  const day = (text: string) => (WRITTEN_OUT.test(text) ? text : instant(`sod(${text})`).slice(0, 10));

  const value = (name: string, slot: unknown): unknown => {
    if (INSTANTS.has(name)) return instant(slot as string);
    if (DAYS.has(name)) return Array.isArray(slot) ? slot.map(day) : day(slot as string);
    if (name === 'tasks')
      return (slot as (string | Slots)[]).map((task) => (typeof task === 'string' ? task : worked(task, now)));
    if (name === 'ask') return asked(slot as Slots);
    return slot;
  };
  const asked = (ask: Slots) =>
    ask.about === 'due' ? { ...ask, choices: (ask.choices as string[]).map(instant) } : ask;

  return Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, value(name, slot)]));
}
