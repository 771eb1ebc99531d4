import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, answerOf, type Request } from '../../../bot/understand/jsonl.ts';
import { type UnderstandInput, understand } from '../../../bot/understand/understand.ts';
import { holidayTables } from '../../../config/holidays.ts';
import { readPolicy } from '../../../config/policy.ts';
import { createCalendar } from '../../../domain/calendar/create-calendar.ts';
import type { Meaning } from '../../../domain/meaning.ts';

/** The real calendar with the product's own tables and office hours. */
export const calendar = createCalendar(holidayTables(), readPolicy().office);

/** A Wednesday morning in the office. */
export const WEDNESDAY = '2026-03-11T09:40';

export function shanghai(wall: string): Date {
  return new Date(`${wall}:00+08:00`);
}

/** A message to the bot, unless said otherwise. */
export function meaningOf(text: string, rest: Partial<UnderstandInput> = {}): Meaning {
  return understand({ text, at: shanghai(WEDNESDAY), calendar, addressed: true, ...rest });
}

/** The cases of a file beside this one, one JSON object a line. */
export function casesIn<T>(file: string): T[] {
  return readFileSync(join(__dirname, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

const ground = { tables: holidayTables(), office: readPolicy().office };

/** The outward answer to a request, as `understand --jsonl` gives it. */
export function outwardAnswer(request: Request): Answer {
  return answerOf(request, ground);
}
