import type { Calendar } from '../../../domain/calendar/calendar.ts';
import type { LooseLimit, MeetingItem } from '../../../domain/meetings/meeting.ts';
import { paragraphsOf } from '../../../domain/meetings/places.ts';
import type { PlanRow } from '../../../domain/meetings/plan-table.ts';
import type { Day } from '../../../domain/thing.ts';
import { readMeeting } from '../../understand/meeting/read-meeting.ts';
import { numberOf } from '../../understand/numerals.ts';
import type { CommandContext } from '../command.ts';
import { dateIn } from './dates.ts';
import { periodsOf } from './periods.ts';

/** A meeting begins at nine; nothing but limits in hours would tell. */
const BEGINS = '09:00';

type Ground = Pick<CommandContext, 'read' | 'office'>;

/** What a list keeps of a speech. */
export interface SpeechRead {
  readonly items: readonly MeetingItem[];
  readonly looseLimits?: readonly LooseLimit[];
}

/** The points of a speech and the limits that stand on none; limits become dates only where the day of the meeting is given. */
export function readSpeech(text: string, heldDay: Day | undefined, { read, office }: Ground): SpeechRead {
  const { calendar, policy } = read;
  const place = paragraphsOf(text);
  const { rows, unlisted } = readMeeting({
    text,
    ...(heldDay && { at: calendar.at(heldDay, BEGINS) }),
    calendar,
    periods: periodsOf(policy),
    roster: { people: [], units: [...office.units.values()], sets: [...office.sets.values()] },
  });
  const items = rows.map((row, index): MeetingItem => {
    const limitAt = row.due ? new Date(row.due) : heldDay && afterMeeting(row.quote, heldDay, calendar);
    const names = (units: typeof row.units) => [...new Set(units.map(({ written, resolved }) => resolved ?? written))];
    return {
      no: index + 1,
      quote: onOneLine(row.quote),
      place: place(row.start),
      leads: names(row.units),
      coops: names(row.coop),
      action: onOneLine(row.action),
      ...(row.deadline !== null && { deadline: row.deadline }),
      ...(limitAt && row.deadline !== null && { limitAt }),
      ...(row.recurrence !== null && { recurrence: row.recurrence }),
      kind: row.kind === 'hard' && goesOn(row) ? 'standing' : row.kind,
      why: row.why,
    };
  });
  const looseLimits = unlisted.map(
    ({ deadline, quote, start, due }): LooseLimit => ({
      ...{ words: deadline, quote: onOneLine(quote), place: place(start) },
      ...(due && { limitAt: new Date(due) }),
    }),
  );
  return { items, ...(looseLimits.length > 0 && { looseLimits }) };
}

function onOneLine(words: string): string {
  return words.replace(/\s*\n\s*/g, '');
}

/** Work without an end: 常态化开展, 长期坚持; not a check every month. */
function goesOn({ deadline, recurrence }: { deadline: string | null; recurrence: string | null }): boolean {
  return deadline === null && recurrence !== null && /常态化|长期|经常|日常|持续/.test(recurrence);
}

/** 会后5个工作日内, 会议结束后一周内: counted from the day of the meeting, which does not count. */
const AFTER_MEETING =
  /会(?:议结束)?(?:之|以)?后[的]?\s?(\d{1,3}|[一二两三四五六七八九十]|十五|二十)\s?个?(工作日|天|日|周|星期|月)(?:之|以)?内/;

function afterMeeting(quote: string, heldDay: Day, calendar: Calendar): Date | undefined {
  const said = AFTER_MEETING.exec(quote.normalize('NFKC'));
  if (!said) return undefined;
  const amount = numberOf(said[1]!) ?? 0;
  if (amount < 1) return undefined;
  if (said[2] === '工作日') return calendar.closing(calendar.addWorkdays(heldDay, amount));
  if (said[2] === '月') return calendar.closing(calendar.addMonths(heldDay, amount));
  return calendar.closing(calendar.addDays(heldDay, /周|星期/.test(said[2]!) ? amount * 7 : amount));
}

/** The points of a plan; a cell that holds a date needs no day of the meeting. */
export function itemsOfPlan(rows: readonly PlanRow[], heldDay: Day | undefined, ground: Ground): MeetingItem[] {
  return rows.map((row, index): MeetingItem => {
    const { quote, leads, coops, action, deadline, kind, problems } = row;
    const limitAt = row.limitDay ? ground.read.calendar.closing(row.limitDay) : limitOf(deadline, heldDay, ground);
    return {
      ...{ no: index + 1, quote, place: row.row, leads, coops, action, kind },
      ...(deadline && { deadline }),
      ...(limitAt && { limitAt }),
      why: problems.join('；'),
    };
  });
}

/** Points of a plan with their limits worked out from another day. */
export function redated(items: readonly MeetingItem[], heldDay: Day, ground: Ground): MeetingItem[] {
  return items.map((item) => {
    if (item.deadline && /^\d{4}-\d\d-\d\d$/.test(item.deadline)) return item;
    const { limitAt: _limitAt, ...rest } = item;
    const limitAt = limitOf(item.deadline, heldDay, ground);
    return { ...rest, ...(limitAt && { limitAt }) };
  });
}

/** A full date stands for itself; everything else counts from the meeting. */
function limitOf(words: string | undefined, heldDay: Day | undefined, { read }: Ground): Date | undefined {
  if (!words) return undefined;
  const isWhole = /\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}/.test(words);
  if (!heldDay && !isWhole) return undefined;
  const at = heldDay ? read.calendar.at(heldDay, BEGINS) : read.now;
  const found = dateIn(words, at, read);
  return found && found.rest === '' ? found.dueAt : undefined;
}
