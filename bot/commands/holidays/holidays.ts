import { type Decision, decide } from '../../../domain/decision.ts';
import { changedDays } from '../../../domain/holidays/change-days.ts';
import { type HolidayDraft, holidayDraftId, isInForce } from '../../../domain/holidays/holiday-draft.ts';
import type { YearDays } from '../../../domain/holidays/holiday-year.ts';
import { judgeNotice, judgeYear, type YearQuestion } from '../../../domain/holidays/judge-notice.ts';
import { holidayTroublesText } from '../../../domain/wording/holiday-troubles.ts';
import {
  DAY_OVER_TEXT,
  holidayDraftText,
  holidaysHowText,
  notEnteredYetText,
  sameDaysText,
  YEAR_NEEDED_TEXT,
  yearOutOfReachText,
} from '../../../domain/wording/holidays.ts';
import { readHolidayChanges, yearNamed } from '../../understand/holidays/read-change.ts';
import { isHolidayNotice, readHolidayNotice } from '../../understand/holidays/read-notice.ts';
import { answer, askSpeaker, type CommandContext, defineCommand, reply } from '../command.ts';

const DAYS_TO_CONFIRM = 7;

/** The State Council's notice pasted whole, or 调整节假日: read, shown, and in force only once a person has confirmed it. */
export default defineCommand({
  intent: 'holidays',
  right: 'set-holidays',
  opens: true,
  examples: ['调整节假日', '2月14日改为不上班', '调整节假日 2月20日改为上班'],

  handle: (context) => (isHolidayNotice(context.message.text) ? noticeRead(context) : changeRead(context)),
});

async function noticeRead(context: CommandContext): Promise<Decision> {
  const { message, read } = context;
  const thisYear = yearNow(context);
  const notice = readHolidayNotice(message.text, [thisYear, thisYear + 1], read.calendar);
  if (notice === 'no-year') return reply(context, YEAR_NEEDED_TEXT);
  if (!isInReach(notice.year, thisYear)) return reply(context, yearOutOfReachText(notice.year, thisYear));

  const { days, troubles, questions } = judgeNotice(notice, read.calendar);
  if (troubles.length > 0) return reply(context, holidayTroublesText(notice.year, troubles, read.calendar));
  return shown(context, notice.year, { days, questions, source: notice.source });
}

async function changeRead(context: CommandContext): Promise<Decision> {
  const { message, read } = context;
  const { calendar } = read;
  const thisYear = yearNow(context);
  const drafts = await read.things<HolidayDraft>([thisYear, thisYear + 1].map(holidayDraftId));
  const today = calendar.dayOf(read.now);
  const isOver = (of: number) => readHolidayChanges(message.text, of)?.some(({ to }) => to < today) ?? false;
  // A date without a year is the next one, as everywhere.
  const meant = isOver(thisYear) ? thisYear + 1 : thisYear;
  const year = yearNamed(message.text) ?? drafts.at(-1)?.year ?? meant;
  const changes = readHolidayChanges(message.text, year);
  if (!changes) return reply(context, holidaysHowText(thisYear, calendar));
  if (!isInReach(year, thisYear)) return reply(context, yearOutOfReachText(year, thisYear));
  if (isOver(year)) return reply(context, DAY_OVER_TEXT);

  const draft = drafts.find((one) => one.year === year);
  const table = calendar.tableOf(year);
  const known = draft ?? (table?.announced ? table : undefined);
  if (!known) return reply(context, notEnteredYetText(year));

  const days = changedDays(known, changes, calendar);
  const { troubles, questions } = judgeYear(year, days, calendar);
  if (troubles.length > 0) return reply(context, holidayTroublesText(year, troubles, calendar));
  return shown(context, year, { days, questions, source: known.source }, true);
}

interface Shown {
  readonly days: YearDays;
  readonly questions: readonly YearQuestion[];
  readonly source: string;
}

async function shown(
  context: CommandContext,
  year: number,
  { days, questions, source }: Shown,
  isCorrected = false,
): Promise<Decision> {
  const { read } = context;
  const id = holidayDraftId(year);
  const before = await read.thing<HolidayDraft>(id);
  if (isInForce(year, days, read.calendar))
    return decide({ drop: before ? [id] : [], say: [answer(context, sameDaysText(year))] });

  const { breaks, makeUpDays } = days;
  const version = (before?.version ?? 0) + 1;
  const draft: HolidayDraft = { id, type: 'holiday-draft', year, source, version, breaks, makeUpDays, questions };
  return presentHolidays(context, draft, isCorrected);
}

/** Shows what would be in force, and asks for the confirmation. */
export function presentHolidays(context: CommandContext, draft: HolidayDraft, isCorrected: boolean): Decision {
  return decide({
    save: [draft],
    say: [answer(context, holidayDraftText(draft, isCorrected, context.read.calendar))],
    ask: [
      askSpeaker(context, {
        about: 'holidays',
        matter: draft.id,
        kinds: ['confirm'],
        shown: draft.version,
        hours: 24 * DAYS_TO_CONFIRM,
      }),
    ],
  });
}

function yearNow({ read }: CommandContext): number {
  return Number(read.calendar.dayOf(read.now).slice(0, 4));
}

/** What is over stays as it was, and nobody announces more than a year ahead. */
function isInReach(year: number, thisYear: number): boolean {
  return year === thisYear || year === thisYear + 1;
}
