import { type Decision, decide } from '../../domain/decision.ts';
import { wholeOfficeRoom } from '../../domain/duty/morning.ts';
import { shiftsNear } from '../../domain/duty/near.ts';
import { type Chief, chiefsOf } from '../../domain/duty/zero-reports/chiefs.ts';
import { zeroReportsOn } from '../../domain/duty/zero-reports/collections.ts';
import { figuresOf } from '../../domain/duty/zero-reports/figures.ts';
import { peopleToAsk } from '../../domain/duty/zero-reports/on-duty.ts';
import { isUnheard, standingOf, type ZeroReport } from '../../domain/duty/zero-reports/zero-report.ts';
import type { ZeroReportDay } from '../../domain/duty/zero-reports/zero-report-day.ts';
import { dispatchers } from '../../domain/people/find-people.ts';
import { listTexts, roomLineText } from '../../domain/wording/zero-report-lists.ts';
import { defineReminder, LOOK, type ReminderContext } from '../reminder.ts';
import { phonesOfUnit } from './zero-report-phones.ts';

const MINUTE_MS = 60_000;

/** What becomes of all units' reports of a day together: one line to the room, and a list to a person with a telephone. */
export const zeroReportDay = [
  defineReminder<ZeroReportDay>({
    thing: 'zero-report-day',
    step: 'summary',
    // The look that follows every wake says what there is to say.
    fire: async (day, context) => (context.late ? held(day, context) : decide({})),
  }),

  defineReminder<ZeroReportDay>({
    thing: 'zero-report-day',
    step: 'list',

    async fire(day, context) {
      const { now, read, late } = context;
      if (late && read.calendar.dayOf(now) === day.day) return held(day, context);
      const open = await unreported(day, context);
      // Not one question of the second round has got out: it is our silence, and answers may be on their way.
      const isCutOff = open.length > 0 && open.every(isUnheard);
      if (isCutOff && !day.heldUntilAt) return held(day, context);
      const settled: ZeroReportDay = { ...day, listedAt: now };
      if (read.calendar.dayOf(now) !== day.day) return decide({ save: [settled, ...open.map(excused)] });
      const told = await lists(day, open, context);
      return decide({ save: [settled, ...told.listed], say: told.say });
    },
  }),

  /** Once all have reported, or once it is settled who has not; one line a day, and none at another time of day. */
  defineReminder<ZeroReportDay>({
    thing: 'zero-report-day',
    step: LOOK,

    async fire(day, { now, read, office, text }) {
      const { calendar } = read;
      if (day.saidAt || now < calendar.at(day.day, day.ladder.summary)) return decide({});
      const reports = await read.members<ZeroReport>(zeroReportsOn(day.day));
      const { reported, asked, excused: notAsked } = figuresOf(reports);
      const isComplete = reported === asked && notAsked === 0;
      if (asked === 0 || !(isComplete || day.listedAt)) return decide({});

      const said: ZeroReportDay = { ...day, saidAt: now };
      const room = wholeOfficeRoom(office);
      const untilAt = calendar.at(day.day, day.ladder.askUntil);
      if (!room || now >= untilAt) return decide({ save: [said] });
      const [dispatcher] = dispatchers(office, calendar.dayOf(now));
      const line = {
        ...{ to: room.id, class: 'L2' as const, text: roomLineText(reports, day.day, text), notAfterAt: untilAt },
        once: `${day.id}.summary.${room.id}`,
        ...(dispatcher && { lapseTo: dispatcher.id }),
      };
      return decide({ save: [said], say: [line] });
    },
  }),
];

/**
 * The step comes late: nobody kept time. What was written meanwhile is let in first; whoever has not reported by now could not be
 * asked in time and is not missing.
 */
async function held(day: ZeroReportDay, context: ReminderContext): Promise<Decision> {
  const heldUntilAt = new Date(context.now.getTime() + day.ladder.settleMinutes * MINUTE_MS);
  return decide({ save: [{ ...day, heldUntilAt } as ZeroReportDay, ...(await unreported(day, context)).map(excused)] });
}

function excused(report: ZeroReport): ZeroReport {
  return { ...report, excuse: report.excuse ?? 'outage' };
}

async function unreported({ day }: ZeroReportDay, { read }: ReminderContext): Promise<ZeroReport[]> {
  const reports = await read.members<ZeroReport>(zeroReportsOn(day));
  return reports.filter(({ wanted, given }) => wanted && given.length === 0);
}

/** The units of one chief desk, together. Units on trial are never listed. */
async function lists(day: ZeroReportDay, open: readonly ZeroReport[], context: ReminderContext) {
  const { now, read, text } = context;
  const groups = new Map<string, { chiefs: Chief[]; reports: ZeroReport[] }>();
  for (const report of open.filter(({ trial, excuse }) => !trial && excuse !== 'no-duty')) {
    const onDuty = peopleToAsk(await shiftsNear(report.unit, now, read), report.unit, now);
    const chiefs = await chiefsOf(report.unit, read, onDuty);
    const key = chiefs.map(({ person }) => person).join(' ');
    const group = groups.get(key) ?? { chiefs, reports: [] };
    groups.set(key, { chiefs, reports: [...group.reports, report] });
  }

  const say = [];
  const listed: ZeroReport[] = [];
  for (const { chiefs, reports } of groups.values()) {
    for (const standing of ['missing', 'not-asked'] as const) {
      const own = reports.filter((report) => standingOf(report, now) === standing);
      const lines = await Promise.all(
        own.map(async (report) => ({ report, phones: await phonesOfUnit(report.unit, context) })),
      );
      const texts = listTexts(lines, standing === 'missing', text);
      say.push(
        ...chiefs.flatMap(({ person, class: messageClass }) =>
          texts.map((words, index) => ({
            ...{ to: person, class: messageClass, text: words },
            once: `${day.id}.list.${standing}.${index + 1}.${person}`,
            notAfterAt: read.calendar.at(read.calendar.addDays(day.day, 1), '12:00'),
          })),
        ),
      );
      listed.push(...own.map((report) => ({ ...report, listedAt: now, listedTo: chiefs.map(({ person }) => person) })));
    }
  }
  return { say, listed };
}
