import { peopleFinder } from '../../../domain/duty/roster/find-person.ts';
import { readDate } from '../../../domain/duty/roster/said-date.ts';
import type { Sheet, Unreadable } from '../../../domain/duty/roster/sheet.ts';
import type { IncomingMessage } from '../../../domain/message.ts';
import { isToBot } from '../../../domain/message.ts';
import type { Office } from '../../../domain/people/office.ts';
import type { Day } from '../../../domain/thing.ts';
import { matterNumbers } from '../../understand/matter-numbers.ts';
import type { Tables } from '../command.ts';

export type RosterSource = { readonly sheets: readonly Sheet[] } | { readonly unreadable: Unreadable };

/** 值班表, 2月带班安排, 春节排班: what people call it. */
const TITLE = /(?:值班|带班|值守)[^\n]{0,6}(?:表|安排|名单|轮值)|排班|轮值/;
const DUTY = /值班|带班|排班|值守|白班|夜班/;
const SPREADSHEET = /\.(?:xlsx|xlsm|xls|et|csv)$/i;
const LONGEST_TABLE = 20_000;
const HEAD_ROWS = 6;
const MOST_LOOKED_AT = 400;

/** What a roster may be recognised by besides its own words. */
export interface Around {
  readonly tables: Tables;
  readonly office: Office;
  readonly today: Day;
}

/**
 * The roster that a message brings: a file that it or its sender calls so, a table in a private chat that turns out to be one, or a
 * pasted one. Undefined where there is none, or where it is sent as the report on a task. In a room only what is said to the bot.
 */
export async function rosterSource(message: IncomingMessage, around: Around): Promise<RosterSource | undefined> {
  const { room, file, text } = message;
  if (!isToBot(message)) return undefined;
  if (matterNumbers(text.slice(0, 500)).length > 0) return undefined;
  if (!file) return pasted(text, around);

  const isCalledSo = TITLE.test(text) || (file.kind === 'file' && TITLE.test(file.name));
  if (file.kind === 'image') return isCalledSo ? { unreadable: 'not-a-table' } : undefined;
  if (!isCalledSo && (room || !SPREADSHEET.test(file.name))) return undefined;

  const read = await around.tables.sheetsOf(file);
  if (typeof read === 'string') return isCalledSo ? { unreadable: read } : undefined;
  return isCalledSo || read.some((sheet) => isRoster(sheet, around)) ? { sheets: read } : undefined;
}

function pasted(text: string, around: Around): RosterSource | undefined {
  if (text.length > LONGEST_TABLE || !text.includes('\n') || !DUTY.test(text)) return undefined;
  const sheet = around.tables.tableIn(text);
  return sheet && isRoster(sheet, around) ? { sheets: [sheet] } : undefined;
}

/** Says 值班, has days, and has people whom the office knows or a title. */
function isRoster({ name, file, rows }: Sheet, { office, today }: Around): boolean {
  const head = [
    name,
    file ?? '',
    ...rows
      .slice(0, HEAD_ROWS)
      .flat()
      .map(({ text }) => text.slice(0, 40)),
  ].join('\n');
  if (!DUTY.test(head)) return false;

  const { isName } = peopleFinder(office, '', today);
  const looked = rows.slice(0, MOST_LOOKED_AT);
  const dated = looked.filter((row) => row.slice(0, 3).some((cell) => isDay(cell.day !== undefined, cell.text)));
  const grid = looked.some(
    (row) => row.filter(({ text }) => /^(?:[12]?\d|3[01])[日号]?$/.test(text.trim())).length >= 5,
  );
  if (dated.length < 2 && !grid) return false;

  const words = looked.flat().flatMap(({ text }) => text.slice(0, 60).split(/[\s、,，/：:]+/));
  return TITLE.test(head) || words.filter((word) => word.length >= 2 && isName(word)).length >= 2;
}

/** 2月9日, 2026-02-09, 9日; a bare number may number anything. */
function isDay(isDate: boolean, text: string): boolean {
  if (isDate) return true;
  const read = text.length <= 30 ? readDate({ text }) : undefined;
  return read !== undefined && (read.date.month !== undefined || /\d\s*[日号]/.test(text));
}
