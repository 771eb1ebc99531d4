import { type Decision, decide } from '../../../domain/decision.ts';
import { asksForReport } from '../../../domain/duty/zero-reports/asks-for-report.ts';
import { giveReport } from '../../../domain/duty/zero-reports/give-report.ts';
import { isCorrection, situationIn } from '../../../domain/duty/zero-reports/words.ts';
import {
  type Given,
  newZeroReport,
  type ZeroReport,
  zeroReportId,
} from '../../../domain/duty/zero-reports/zero-report.ts';
import { zeroReportDayId } from '../../../domain/duty/zero-reports/zero-report-day.ts';
import { dutyTermsOn } from '../../../domain/periods/duty-terms.ts';
import { type Question, questionsOf } from '../../../domain/question.ts';
import * as words from '../../../domain/wording/zero-reports.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { privately, refusedWith } from './check-reply.ts';
import handOver from './hand-over.ts';
import { type MeantReport, reportMeant } from './zero-report-meant.ts';
import { tellings } from './zero-report-tells.ts';

const LATE_CORRECTION_MS = 2 * 60 * 60_000;

/**
 * 平安, or what there is to report, with the time at which it was written. What happened goes on at once to whoever is on duty for the
 * whole office. On a day that asks for no report it is kept as a note of the shift.
 */
export default defineCommand({
  intent: 'zero_report',
  right: 'do-duty',
  examples: ['平安', '青山镇今日无事', '一切正常', '零报告：下午停电两小时，已恢复', '更正零报告：下午停电两小时'],

  async handle(context) {
    const meant = await reportMeant(context);
    if ('refusal' in meant) return refusedWith(context, meant.refusal);
    const report = await reportOf(context, meant);
    const given = givenBy(context, meant);
    const outcome = giveReport(report, given, isCorrection(context.message.text), context.read.now);
    if (outcome.kind === 'taken') return taken(context, outcome.report, given, outcome.before);
    // 平安 that tells the bot nothing new may be the answer to what is left for the next shift.
    if (outcome.kind === 'repeated' && (await isHandoverAsked(context)))
      return handOver.handle({ ...context, meaning: { ...context.meaning, notes: context.message.text } });
    const text = outcome.kind === 'repeated' ? words.repeatedText : words.keptText;
    return refusedWith(context, text(report, outcome.known, context.text));
  },
});

async function reportOf({ read, office }: CommandContext, { unit, day }: MeantReport): Promise<ZeroReport> {
  const known = await read.thing<ZeroReport>(zeroReportId(unit, day));
  if (known) return known;
  const { calendar, policy, now } = read;
  const ladder = policy.zeroReports;
  const isAsked = asksForReport(await dutyTermsOn(day, read)) && now < calendar.at(day, ladder.hint);
  const trial = office.units.get(unit)?.status === 'trial';
  return newZeroReport({ unit, day, wanted: isAsked, trial, ladder, dueAt: calendar.at(day, ladder.due) }, now);
}

function givenBy({ speaker, message, meaning, office }: CommandContext, meant: MeantReport): Given {
  const unit = office.units.get(meant.unit)!;
  const allClear = meaning.allClear ?? false;
  return {
    by: speaker.id,
    at: message.sentAt,
    allClear,
    words: allClear ? '' : situationIn(meaning.text ?? message.text, [unit.name, ...unit.aliases]),
    ...(meant.shift && { shift: meant.shift }),
    ...(meant.collected && { collected: true as const }),
  };
}

async function taken(
  context: CommandContext,
  report: ZeroReport,
  given: Given,
  before: Given | undefined,
): Promise<Decision> {
  const { text } = context;
  const { say, toldTo } = await tellings(context, report, given, before);
  const noted: Given = toldTo.length > 0 ? { ...given, toldTo } : given;
  const saved: ZeroReport = { ...report, given: report.given.map((one) => (one === given ? noted : one)) };
  const echo = report.wanted ? words.notedText(saved, noted, toldTo, text) : words.noteKeptText(saved, noted, text);
  return decide({
    save: [saved],
    say: [privately(context, echo), ...say],
    ask: [correctionQuestion(context, report)],
    // Only days that ask for reports have a line to the room; it waits for the last of them.
    nudge: report.wanted ? [zeroReportDayId(report.day)] : [],
  });
}

/** Until the day is over 更正 … is about this report; free words are not taken for one any more. */
function correctionQuestion({ speaker, read }: CommandContext, { id, day }: ZeroReport) {
  const endAt = read.calendar.at(day, '24:00');
  return {
    conversation: speaker.id,
    person: speaker.id,
    matter: id,
    about: 'zero-report',
    kinds: ['zero_report' as const],
    expiresAt: endAt > read.now ? endAt : new Date(read.now.getTime() + LATE_CORRECTION_MS),
  };
}

async function isHandoverAsked({ read, speaker, message }: CommandContext): Promise<boolean> {
  if (message.room) return false;
  const questions = await read.members<Question>(questionsOf(speaker.id));
  return questions.some(({ kinds, expiresAt }) => kinds.includes('handover') && expiresAt > read.now);
}
