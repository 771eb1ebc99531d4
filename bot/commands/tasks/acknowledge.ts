import { decide } from '../../../domain/decision.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import { acknowledge } from '../../../domain/tasks/answer-assignment.ts';
import { openAssignmentsOf } from '../../../domain/tasks/collections.ts';
import { type ReplyCall, replyCallId } from '../../../domain/tasks/reply-call.ts';
import type { Assignment } from '../../../domain/tasks/task.ts';
import { answer, type CommandContext, defineCommand } from '../command.ts';
import { numberMeant, ownAssignmentMeant } from './which-assignment.ts';

export default defineCommand({
  intent: 'ack',
  examples: ['收到', '收到，马上安排', 'T0612收到'],

  async handle(context) {
    const { message, speaker, room, read } = context;
    const named = numberMeant(context) !== undefined;
    const call = room && !named ? await read.thing<ReplyCall>(replyCallId(room.id)) : undefined;

    const fits = (candidate: Assignment) =>
      candidate.state === 'issued' && (!room || isForRoom(candidate, context, call));
    if (room && !named && !(await anyFits(context, fits))) return decide({});

    const assignment = await ownAssignmentMeant(context, { right: 'acknowledge', fits, prompt: '收到的是哪一件？' });
    const known = acknowledge(assignment, speaker.id, message.sentAt, message.id);
    // In a room the count speaks for itself; a private answer deserves one line.
    const say = room ? [] : [answer(context, `${assignment.no}已签收，谢谢`, assignment.no)];
    return decide({ save: known === assignment ? [] : [known], say, nudge: [assignment.task] });
  },
});

/** What was handed out in this room lately, and after anybody else's own 收到请回复. */
function isForRoom(
  candidate: Assignment,
  { read, room, message }: CommandContext,
  call: ReplyCall | undefined,
): boolean {
  const ageMs = message.sentAt.getTime() - candidate.issuedAt.getTime();
  if (candidate.room !== room!.id || ageMs > read.policy.tasks.ackHours * 3_600_000) return false;
  return !call || call.askedAt <= candidate.issuedAt;
}

/** In a room a 收到 that fits nothing of ours is somebody else's business. */
async function anyFits({ speaker, read }: CommandContext, fits: (candidate: Assignment) => boolean): Promise<boolean> {
  const units = unitsOf(speaker, read.calendar.dayOf(read.now));
  const open = await Promise.all(units.map((unit) => read.members<Assignment>(openAssignmentsOf(unit))));
  return open.flat().some(fits);
}
