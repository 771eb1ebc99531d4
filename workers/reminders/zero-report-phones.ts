import { dutyLeaders } from '../../domain/duty/duty-people.ts';
import { shiftsNear } from '../../domain/duty/near.ts';
import { peopleToAsk } from '../../domain/duty/zero-reports/on-duty.ts';
import type { ThingId } from '../../domain/thing.ts';
import type { PhoneLine } from '../../domain/wording/checks.ts';
import type { ReminderContext } from '../reminder.ts';

/** The numbers of a unit in the order in which they are to be tried: the duty room, who is on duty now, the leader in charge. In full. */
export async function phonesOfUnit(
  unit: ThingId,
  { office, now, read }: Pick<ReminderContext, 'office' | 'now' | 'read'>,
): Promise<PhoneLine[]> {
  const shifts = await shiftsNear(unit, now, read);
  const officers = peopleToAsk(shifts, unit, now);
  const leaders = dutyLeaders(shifts, { office, unit, at: now, day: read.calendar.dayOf(now) });
  const room = office.units.get(unit)?.dutyPhone;
  const lineOf = (id: ThingId, role: string): PhoneLine[] => {
    const person = office.people.get(id);
    return person ? [{ label: `${role}${person.name}`, ...(person.phone && { phone: person.phone }) }] : [];
  };
  return [
    ...(room ? [{ label: '值班室', phone: room }] : []),
    ...officers.flatMap((id) => lineOf(id, '')),
    ...leaders.filter(({ id }) => !officers.includes(id)).flatMap(({ id }) => lineOf(id, '带班领导')),
  ];
}
