import { shiftsNear } from '../../../domain/duty/near.ts';
import { peopleAt } from '../../../domain/duty/presence.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { whoIsOnDuty } from '../../../domain/duty/who.ts';
import { unitNamed } from '../../../domain/people/find-units.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { unitName } from '../../../domain/wording/names.ts';
import { type CommandContext, WhichOne } from '../command.ts';

const HOUR_MS = 3_600_000;
/** So long after being relieved somebody may still write down what came in while he was there. */
const LATE_MS = 12 * HOUR_MS;

/** Where an entry belongs. */
export interface LogPlace {
  readonly unit: ThingId;
  /** The shift on duty when it came in. */
  readonly shift?: ThingId;
}

/**
 * The unit in which the speaker is on duty, and whose shift it was when the matter came in; undefined where he is not on duty and was
 * not then. Throws WhichOne where he is on duty in several.
 */
export async function placeOfEntry(context: CommandContext, cameAt: Date): Promise<LogPlace | undefined> {
  const { message, read, office } = context;
  const places: LogPlace[] = [];
  for (const unit of unitsSpokenOf(context)) {
    const now = await shiftsNear(unit, message.sentAt, read);
    const then = await shiftsNear(unit, cameAt, read);
    if (!isOnDuty(context, unit, now) && !servedAt(context, then, cameAt)) continue;
    const shift = shiftAt(unit, then, cameAt);
    places.push({ unit, ...(shift && { shift }) });
  }
  if (places.length > 1) {
    const choices = places.map(({ unit }) => ({ label: unitName(office, unit), value: unitName(office, unit) }));
    throw new WhichOne('unit', '是哪个单位的值班记录？', choices);
  }
  return places[0];
}

/** Whether the speaker is on duty in a unit now, as officer or as leader; he reads telephone numbers in full. */
export async function isOnDutyIn(context: CommandContext, unit: ThingId): Promise<boolean> {
  return isOnDuty(context, unit, await shiftsNear(unit, context.message.sentAt, context.read));
}

/** The unit named, else the speaker's own. */
export function unitsSpokenOf({ meaning, office, speaker, read }: CommandContext): ThingId[] {
  if (!meaning.unit) return unitsOf(speaker, read.calendar.dayOf(read.now));
  const found = unitNamed(office, meaning.unit);
  if (found.kind !== 'one') throw new Refusal('NO_SUCH_UNIT', { unit: meaning.unit });
  return [found.unit.id];
}

function isOnDuty({ speaker, message }: CommandContext, unit: ThingId, shifts: readonly Shift[]): boolean {
  const onDuty = whoIsOnDuty(shifts, { unit, at: message.sentAt });
  return onDuty.some(({ people, due }) => people.includes(speaker.id) || due?.people.includes(speaker.id));
}

/** Relieved since, and not long ago. */
function servedAt({ speaker, message }: CommandContext, shifts: readonly Shift[], cameAt: Date): boolean {
  return shifts.some(
    (shift) =>
      shift.takenOverAt !== undefined &&
      shift.takenOverAt <= cameAt &&
      (!shift.handedOverAt || cameAt <= shift.handedOverAt) &&
      peopleAt(shift, cameAt).includes(speaker.id) &&
      message.sentAt.getTime() - (shift.handedOverAt ?? shift.endAt).getTime() <= LATE_MS,
  );
}

function shiftAt(unit: ThingId, shifts: readonly Shift[], at: Date): ThingId | undefined {
  const onDuty = whoIsOnDuty(shifts, { unit, at });
  const found = onDuty.find(({ layer, kind }) => layer === 'officer' && kind !== 'unfilled') ?? onDuty[0];
  return found?.shift.id;
}
