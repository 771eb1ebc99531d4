import { type Decision, decide } from '../../../domain/decision.ts';
import { peopleAt } from '../../../domain/duty/presence.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { relieve, takeOver } from '../../../domain/duty/shift-rules.ts';
import { outgoingOf } from '../../../domain/duty/who.ts';
import type { Message } from '../../../domain/message.ts';
import { belongsTo } from '../../../domain/people/posts.ts';
import { reachable } from '../../../domain/people/reach.ts';
import { takenOverText } from '../../../domain/wording/duty.ts';
import { alreadyTakenOverText, backAtPostText, standInOverText } from '../../../domain/wording/handover.ts';
import { answer, type CommandContext, defineCommand, reply } from '../command.ts';
import { callOff, tellRelieved, tellStoodIn } from './after-take-over.ts';
import { withOpenEntries } from './duty-log-open.ts';
import { shiftToTakeOver } from './own-shift.ts';
import { standInCame } from './post.ts';

/**
 * 接班: from the moment it was written the speaker answers for the post, and whoever stood there does not any more. The
 * speaker reads what is left open; everybody whom it concerns is told.
 */
export default defineCommand({
  intent: 'takeover',
  right: 'do-duty',
  examples: ['接班', '我来接班了', '青山镇接班', '已到岗接班', '青山镇已接班，设备正常'],

  async handle(context) {
    const { read, speaker, message, text } = context;
    const { shift, shifts } = await shiftToTakeOver(context);
    const mayStandIn = belongsTo(speaker, shift.unit, read.calendar.dayOf(message.sentAt));
    const takeover = { by: speaker.id, at: message.sentAt, mayStandIn };
    const taken = takeOver(shift, takeover, read.policy.duty, read.calendar);

    if (taken === shift) return reply(context, alreadyTakenOverText(shift, text));
    if (shift.leaving?.standIn === speaker.id && shift.takenOverAt) return standInCame(context, shift, taken);
    if (shift.takenOverAt) return backAtPost(context, shift, taken);
    const outgoing = outgoingOf(shifts, taken);
    const relieved = await Promise.all(outgoing.map((one) => withOpenEntries(relieve(one, taken), read, text)));
    const tellings = await Promise.all(relieved.map((one) => tellRelieved(context, one, taken)));
    const isStandIn = !shift.people.includes(speaker.id);
    const greeting = greet(context, taken, relieved);
    return decide({
      save: [taken, ...relieved],
      say: [
        ...greeting.say,
        ...tellings.flat(),
        ...(isStandIn ? await tellStoodIn(context, taken, shifts) : []),
        ...(await callOff(context, shift, taken, shifts)),
      ],
      ask: greeting.ask,
    });
  },
});

/** What the shift before has left is for the successor alone, not for a room; whether it is clear is asked where there is any. */
function greet(context: CommandContext, taken: Shift, relieved: readonly Shift[]): Pick<Decision, 'say' | 'ask'> {
  const { room, speaker, message, text, read } = context;
  // Who goes on after his own shift has nothing to tell himself.
  const others = relieved.filter((one) => !peopleAt(one, message.sentAt).includes(speaker.id));
  const before =
    others.find(({ openMatters = [] }) => openMatters.length > 0) ?? others.find(({ notes }) => notes) ?? others[0];
  const open = before?.openMatters ?? [];
  const whole = takenOverText(taken, before, text);
  if (open.length === 0 && !before?.notes) return { say: [answer(context, whole)], ask: [] };

  const inPrivate: Message = { to: speaker.id, class: 'R', text: whole, once: `${message.id}.left` };
  const say = room ? [answer(context, takenOverText(taken, undefined, text)), inPrivate] : [answer(context, whole)];
  if (open.length === 0) return { say, ask: [] };
  const question = {
    conversation: speaker.id,
    person: speaker.id,
    matter: taken.id,
    about: 'clear',
    kinds: ['ack', 'confirm'] as const,
    expiresAt: taken.endAt > read.now ? taken.endAt : new Date(read.now.getTime() + 3_600_000),
  };
  return { say, ask: [question] };
}

/** A person planned comes after all: whoever stood in is free, and hears it. */
function backAtPost(context: CommandContext, before: Shift, taken: Shift): Decision {
  const { office, message, speaker, text } = context;
  const at = message.sentAt;
  const standIns = peopleAt(before, at).filter((person) => !peopleAt(taken, at).includes(person));
  return decide({
    save: [taken],
    say: [
      answer(context, backAtPostText(taken, at, standIns, text)),
      ...reachable(office, standIns).map(({ id }) => ({
        to: id,
        class: 'L1' as const,
        text: standInOverText(taken, at, speaker.id, text),
        once: `${message.id}.stand-in-over.${id}`,
      })),
    ],
  });
}
