import { type Decision, decide } from '../../../domain/decision.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import { openAssignmentsOf } from '../../../domain/tasks/collections.ts';
import type { Assignment } from '../../../domain/tasks/task.ts';
import { WHICH_RECEIVED } from '../../../domain/wording/handover.ts';
import { type CommandContext, defineCommand, reply } from '../command.ts';
import acknowledge from '../tasks/acknowledge.ts';

/** Words that can only be about what was explained. */
const CLEAR = /清楚|明白|了解|看[到过完]|知悉/;

/** 清楚: whoever took over has read what is left open. 收到 may also be for a task; then it is asked which. */
export const clear = [
  defineCommand({ intent: 'ack', matter: 'shift', examples: ['清楚', '清楚了', '知道了'], handle: noteClear }),
  defineCommand({ intent: 'confirm', matter: 'shift', examples: ['确认'], handle: noteClear }),
];

async function noteClear(context: CommandContext): Promise<Decision> {
  const { question, read, message } = context;
  const shift = question && (await read.thing<Shift>(question.matter));
  if (!question || !shift) return decide({});
  if (message.quote && !message.quote.text.includes('清楚')) return asTask(context);
  if (!message.quote && !CLEAR.test(message.text) && (await waitsForReceipt(context)))
    return reply(context, WHICH_RECEIVED);
  const known: Shift = { ...shift, clearAt: message.sentAt };
  return decide({ save: [known], drop: [question.id] });
}

function asTask(context: CommandContext): Promise<Decision> {
  const { question: _question, ...rest } = context;
  return acknowledge.handle(rest);
}

async function waitsForReceipt({ speaker, read }: CommandContext): Promise<boolean> {
  const units = unitsOf(speaker, read.calendar.dayOf(read.now));
  const open = await Promise.all(units.map((unit) => read.members<Assignment>(openAssignmentsOf(unit))));
  return open.flat().some(({ state }) => state === 'issued');
}
