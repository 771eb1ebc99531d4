import { type Ask, type Decision, decide } from '../../domain/decision.ts';
import { shiftsNear } from '../../domain/duty/near.ts';
import { chiefsOf } from '../../domain/duty/zero-reports/chiefs.ts';
import { peopleToAsk } from '../../domain/duty/zero-reports/on-duty.ts';
import type { ZeroReport } from '../../domain/duty/zero-reports/zero-report.ts';
import { zeroReportDayId } from '../../domain/duty/zero-reports/zero-report-day.ts';
import type { Person } from '../../domain/people/office.ts';
import { reachable } from '../../domain/people/reach.ts';
import { unreachedText } from '../../domain/wording/zero-report-lists.ts';
import { againText, hintText } from '../../domain/wording/zero-reports.ts';
import { defineReminder, type ReminderContext } from '../reminder.ts';
import { phonesOfUnit } from './zero-report-phones.ts';

/** So long after the deadline words without a label are still taken for the report. */
const ANSWER_MS = 2 * 60 * 60_000;

/** Whoever is on duty at that moment is asked for the report of the day, and once more when it has not come. */
export const zeroReportAsk = [
  defineReminder<ZeroReport>({ thing: 'zero-report', step: 'hint', fire: ask }),
  defineReminder<ZeroReport>({ thing: 'zero-report', step: 'again', fire: ask }),
];

async function ask(report: ZeroReport, context: ReminderContext): Promise<Decision> {
  const { office, now, read, late, step, text, occurrence } = context;
  const unit = office.units.get(report.unit);
  const people = peopleToAsk(await shiftsNear(report.unit, now, read), report.unit, now);
  const isFirst = report.askedOf.length === 0;
  // A unit that has lost its shift since has nothing to report; one that was asked stays asked.
  if (isFirst && (people.length === 0 || !unit || unit.status === 'closed'))
    return decide({ save: [{ ...report, excuse: 'no-duty' } as ZeroReport], nudge: [zeroReportDayId(report.day)] });

  const [person] = reachable(office, people);
  const asked: ZeroReport = {
    ...report,
    trial: unit?.status === 'trial',
    ...(late && { excuse: 'outage' as const }),
    ...(step.step === 'again' && person && { againAt: now }),
    ...(person && !report.askedOf.includes(person.id) && { askedOf: [...report.askedOf, person.id] }),
  };
  if (!person) return decide({ save: [asked], say: await tellUnreached(asked, people, context) });

  const { calendar } = read;
  const untilClock = step.step === 'hint' ? report.ladder.again : report.ladder.askUntil;
  const message = {
    to: person.id,
    class: 'L1' as const,
    // Where the first question never went out nobody is told that something is missing.
    text: report.askedSentAt ? againText(asked, text) : hintText(asked, text),
    once: `${occurrence}.${person.id}`,
    of: report.id,
    notAfterAt: calendar.at(report.day, late ? report.ladder.askUntil : untilClock),
  };
  return decide({ save: [asked], say: [message], ask: [question(asked, person, now)] });
}

function question({ id, dueAt }: ZeroReport, { id: person }: Person, now: Date): Ask {
  const expiresAt = new Date(Math.max(dueAt.getTime(), now.getTime()) + ANSWER_MS);
  return { conversation: person, person, matter: id, about: 'zero-report', kinds: ['zero_report', 'text'], expiresAt };
}

/** A question that reaches nobody does not wait for the list: a person collects the report by telephone. Once. */
async function tellUnreached(report: ZeroReport, people: readonly string[], context: ReminderContext) {
  if (report.trial) return [];
  const chiefs = await chiefsOf(report.unit, context.read, people);
  const words = unreachedText(report, await phonesOfUnit(report.unit, context), context.text);
  return chiefs.map(({ person, class: messageClass }) => ({
    to: person,
    class: messageClass,
    text: words,
    once: `${report.id}.unreached.${person}`,
    of: report.id,
  }));
}
