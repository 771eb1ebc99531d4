import { type Decision, decide } from '../../../domain/decision.ts';
import { type DutyLeave, LONGEST_LEAVE_DAYS, leaveId } from '../../../domain/duty/absences/leave.ts';
import { awayOn, shiftsDuring } from '../../../domain/duty/absences/read-leaves.ts';
import { isPlanner, plannersOf } from '../../../domain/duty/planners.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import type { Message } from '../../../domain/message.ts';
import { reachable } from '../../../domain/people/reach.ts';
import type { Day, ThingId } from '../../../domain/thing.ts';
import {
  LEAVE_DAYS_MISSING,
  LEAVE_PAST,
  LEAVE_TOO_LONG,
  leaveClashText,
  leaveKnownText,
  leaveNotedText,
  leaveToldText,
  leaveUntilText,
} from '../../../domain/wording/absence.ts';
import { answer, type CommandContext, defineCommand, reply } from '../command.ts';
import { personAway } from './absence-person.ts';
import { whyAsked, withReason } from './add-duty.ts';

/** 请假, 出差: rosters, swaps and escalations leave the person out on these days; who plans hears which shifts want somebody else. */
export default defineCommand({
  intent: 'absence',
  right: 'do-duty',
  examples: ['我2月3日到8日请假', '吕刚2月3日到8日出差', '请假'],

  async handle(context) {
    const { meaning, read, speaker } = context;
    const { calendar, now } = read;
    const person = personAway(context);
    const [fromDay, toDay] = meaning.range ?? [];
    const why = fromDay ? undefined : await whyAsked(context);
    if (why) return withReason(context, why);
    if (!fromDay || !toDay) return reply(context, meaning.date ? leaveUntilText(meaning.date) : LEAVE_DAYS_MISSING);
    if (toDay < calendar.dayOf(now)) return reply(context, LEAVE_PAST);
    if (calendar.daysBetween(fromDay, toDay) >= LONGEST_LEAVE_DAYS) return reply(context, LEAVE_TOO_LONG);

    const known = await read.thing<DutyLeave>(leaveId(person.id, fromDay));
    const reason = meaning.reason ?? '请假';
    const leave: DutyLeave = {
      ...{ id: leaveId(person.id, fromDay), type: 'leave', person: person.id, fromDay, toDay, why: reason },
      ...{ filedBy: speaker.id, filedAt: now, handledAt: now },
    };
    if (known && !known.cancelledAt && known.toDay === toDay && known.why === reason)
      return reply(context, leaveKnownText(known, context.text));
    return noted(context, leave, await shiftsDuring(leave, read));
  },
});

async function noted(context: CommandContext, leave: DutyLeave, shifts: readonly Shift[]): Promise<Decision> {
  const { speaker, office, read, text, message } = context;
  const today = read.calendar.dayOf(read.now);
  const units = [...new Set(shifts.map(({ unit }) => unit))];
  const plans = units.every((unit) => isPlanner(office, unit, today, speaker.id));
  const self = leave.person === speaker.id;
  const toldSelf: Message[] = self
    ? []
    : reachable(office, [leave.person]).map(({ id }) => ({
        to: id,
        class: 'D',
        text: leaveToldText(leave, speaker.id, shifts, text),
        once: `${leave.id}.${message.id}.${id}`,
      }));
  const warned = (await Promise.all(units.map((unit) => warning(context, leave, unit, shifts, today)))).flat();
  return decide({
    save: [leave],
    say: [answer(context, leaveNotedText(leave, shifts, { self, plans }, text)), ...toldSelf, ...warned],
  });
}

/** To who plans the unit, unless he has just said it himself. */
async function warning(
  { speaker, office, read, text, message }: CommandContext,
  leave: DutyLeave,
  unit: ThingId,
  shifts: readonly Shift[],
  today: Day,
): Promise<Message[]> {
  if (isPlanner(office, unit, today, speaker.id)) return [];
  const without = new Set([...(await awayOn(today, read)), leave.person, speaker.id]);
  const own = shifts.filter((shift) => shift.unit === unit);
  return plannersOf(office, unit, today, without).map(({ id }) => ({
    to: id,
    class: 'D',
    text: leaveClashText(leave, own, text),
    once: `${leave.id}.${message.id}.clash.${id}`,
  }));
}
