import { type Decision, decide } from '../../../domain/decision.ts';
import { type DutyLeave, endLeave } from '../../../domain/duty/absences/leave.ts';
import { leavesOfPeople } from '../../../domain/duty/absences/read-leaves.ts';
import { reachable } from '../../../domain/people/reach.ts';
import type { Day } from '../../../domain/thing.ts';
import { leaveOverText, leaveOverToldText, noLeaveText, whichLeaveText } from '../../../domain/wording/absence.ts';
import { answer, type CommandContext, defineCommand, reply } from '../command.ts';
import { personAway } from './absence-person.ts';

/** 销假: from today, or from the day that is named, the person is counted on again. */
export default defineCommand({
  intent: 'absence_over',
  right: 'do-duty',
  examples: ['销假', '吕刚2月5日销假', '吕刚不出差了'],

  async handle(context) {
    const { meaning, read, speaker, text } = context;
    const { calendar, now } = read;
    const person = personAway(context);
    const today = calendar.dayOf(now);
    const backDay = meaning.date ?? today;
    const open = (await leavesOfPeople([person.id], read)).filter(({ toDay }) => toDay >= today);
    const found = meant(open, backDay);
    if (open.length === 0) return reply(context, noLeaveText(person.id === speaker.id ? '你' : person.name));
    if (!found) return reply(context, whichLeaveText(open, text));

    const ended = endLeave(found, { backDay, lastDay: calendar.addDays(backDay, -1) }, speaker.id, now);
    return over(context, ended);
  },
});

/** The one that runs on that day, else the only one. */
function meant(open: readonly DutyLeave[], day: Day): DutyLeave | undefined {
  const running = open.find(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
  return running ?? (open.length === 1 ? open[0] : undefined);
}

function over(context: CommandContext, leave: DutyLeave): Decision {
  const { speaker, office, text, message } = context;
  const others = leave.person === speaker.id ? [] : reachable(office, [leave.person]);
  return decide({
    save: [leave],
    say: [
      answer(context, leaveOverText(leave, text)),
      ...others.map(({ id }) => ({
        to: id,
        class: 'D' as const,
        text: leaveOverToldText(leave, speaker.id, text),
        once: `${leave.id}.${message.id}.${id}`,
      })),
    ],
  });
}
