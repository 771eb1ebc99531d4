import { decide } from '../../../domain/decision.ts';
import { shiftsAround } from '../../../domain/duty/collections.ts';
import { zeroReportsOn } from '../../../domain/duty/zero-reports/collections.ts';
import { peopleToAsk } from '../../../domain/duty/zero-reports/on-duty.ts';
import type { ZeroReport } from '../../../domain/duty/zero-reports/zero-report.ts';
import { AWAITED_IN_PRIVATE, awaitedText, overviewText } from '../../../domain/wording/zero-report-lists.ts';
import { answer, type CommandContext, defineCommand, reply } from '../command.ts';

/** 零报告情况, 谁没报平安: the figures of a day; who is awaited only in private. */
export default defineCommand({
  intent: 'query',
  matter: 'zero-report',
  right: 'see-duty',
  examples: ['零报告情况', '谁没报平安'],

  async handle(context) {
    const { meaning, read, text, message, speaker } = context;
    const day = meaning.date ?? read.calendar.dayOf(read.now);
    const reports = await read.members<ZeroReport>(zeroReportsOn(day));
    const overview = overviewText(reports, day, text);
    const awaited = await awaitedOn(context, reports);
    if (!awaited) return reply(context, overview);
    if (!message.room) return reply(context, `${overview}\n${awaited}`);

    const list = { to: speaker.id, class: 'R' as const, text: awaited, once: `${message.id}.awaited` };
    return decide({ say: [answer(context, `${overview}。${AWAITED_IN_PRIVATE}`), list] });
  },
});

async function awaitedOn({ read, text }: CommandContext, reports: readonly ZeroReport[]): Promise<string> {
  const shifts = await shiftsAround(read.now, read);
  const onDuty = new Map(reports.map(({ unit }) => [unit, peopleToAsk(shifts, unit, read.now)]));
  return awaitedText(reports, onDuty, text);
}
