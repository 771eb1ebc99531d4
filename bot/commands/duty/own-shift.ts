import { shiftsOfUnit } from '../../../domain/duty/collections.ts';
import { isValid } from '../../../domain/duty/duty-line.ts';
import { DutyRefusal } from '../../../domain/duty/duty-refusal.ts';
import { shiftsNear } from '../../../domain/duty/near.ts';
import { peopleAt } from '../../../domain/duty/presence.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { nextShifts } from '../../../domain/duty/who.ts';
import { unitsNamed } from '../../../domain/people/find-units.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { unitName } from '../../../domain/wording/names.ts';
import { type CommandContext, WhichOne } from '../command.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** How far ahead a shift is looked for that it is too early to take over. */
const DAYS_AHEAD = 7;
/** So long after being relieved somebody still speaks of the old shift, even if the next one is his too. */
const JUST_RELIEVED_MS = 2 * HOUR_MS;
const NOTES_UNTIL_MS = 12 * HOUR_MS;

/** A shift, and all that lie around it in its unit and the speaker's other units. */
export interface FoundShift {
  readonly shift: Shift;
  readonly shifts: readonly Shift[];
}

/**
 * Which shift 接班 takes over: the speaker's own that may be taken over now, else one of his unit that nobody has taken over. A
 * shift that he may not take over, or not yet, is given too: the rule says why. Throws WhichOne, or DutyRefusal where there is none.
 */
export async function shiftToTakeOver(context: CommandContext): Promise<FoundShift> {
  const { speaker, message, read } = context;
  const at = message.sentAt;
  const units = unitsMeant(context);
  const shifts = await nearOf(units, context);
  const open = shifts.filter((shift) => isValid(shift) && isOpen(shift, at, read.policy.duty.takeoverLeadMinutes));
  const asked = open.find(({ leaving }) => leaving?.standIn === speaker.id);
  if (asked) return { shift: asked, shifts };
  const own = open.filter(({ people, standIns = [] }) =>
    [...people, ...standIns.map(({ person }) => person)].includes(speaker.id),
  );
  const isMine = (shift: Shift) => shift.takenOverAt !== undefined && peopleAt(shift, at).includes(speaker.id);
  const inUnit = open.filter(({ layer }) => layer === 'officer');

  const groups = [own.filter((shift) => !isMine(shift)), own, inUnit.filter(({ takenOverAt }) => !takenOverAt)];
  const group = groups.find(({ length }) => length > 0);
  const notNow = group ? undefined : await earlyOrMissed(units, context, shifts);
  const found = group ? only(group, at, context) : (notNow ?? inUnit[0]);
  if (!found) throw new DutyRefusal('NO_SHIFT');
  return { shift: found, shifts };
}

/** Whether a shift of the speaker's own may be taken over now and has not been. */
export async function ownShiftWaits(context: CommandContext): Promise<boolean> {
  const { speaker, message, read } = context;
  const shifts = await nearOf(unitsMeant(context), context);
  return shifts.some(
    (shift) =>
      shift.people.includes(speaker.id) &&
      !shift.takenOverAt &&
      isValid(shift) &&
      isOpen(shift, message.sentAt, read.policy.duty.takeoverLeadMinutes),
  );
}

/** Which shift somebody hands over or adds notes to: his that is on, or the one of which he has just been relieved. */
export async function shiftToHandOver(context: CommandContext): Promise<FoundShift | undefined> {
  const { speaker, message } = context;
  const at = message.sentAt;
  const shifts = await nearOf(unitsMeant(context), context);
  const served = shifts.filter((shift) => shift.takenOverAt && servedBy(shift, speaker.id));
  const onDuty = served.filter(({ state }) => state === 'on-duty');
  const withinMs = onDuty.length > 0 ? JUST_RELIEVED_MS : NOTES_UNTIL_MS;
  const relieved = served.filter(
    ({ handedOverAt, notes }) =>
      handedOverAt && at.getTime() - handedOverAt.getTime() <= withinMs && (onDuty.length === 0 || !notes),
  );
  const candidates = relieved.length > 0 ? relieved : onDuty;
  if (candidates.length > 0) return { shift: only(candidates, at, context, 'endAt'), shifts };

  const running = shifts.find(
    (shift) => isValid(shift) && shift.people.includes(speaker.id) && shift.startAt <= at && at < shift.endAt,
  );
  if (running) throw new DutyRefusal('NOT_TAKEN_OVER');
  return undefined;
}

function servedBy({ people, standIns = [], takenOverBy }: Shift, person: ThingId): boolean {
  return takenOverBy === person || people.includes(person) || standIns.some((standIn) => standIn.person === person);
}

/** The units that are spoken of: the one named, else the speaker's own. */
function unitsMeant({ meaning, office, speaker, read }: CommandContext): ThingId[] {
  if (!meaning.unit) return unitsOf(speaker, read.calendar.dayOf(read.now));
  const named = unitsNamed(office, meaning.unit);
  if (named.length === 0) throw new Refusal('NO_SUCH_UNIT', { unit: meaning.unit });
  return named.map(({ id }) => id);
}

async function nearOf(units: readonly ThingId[], { message, read }: CommandContext): Promise<Shift[]> {
  return (await Promise.all(units.map((unit) => shiftsNear(unit, message.sentAt, read)))).flat();
}

function isOpen({ startAt, endAt, state }: Shift, at: Date, leadMinutes: number): boolean {
  return state !== 'closed' && startAt.getTime() - leadMinutes * MINUTE_MS <= at.getTime() && at < endAt;
}

/** Of several of one unit officers' before leaders', then the one whose hand-over is nearest; of several units the person is asked. */
function only(
  shifts: readonly Shift[],
  at: Date,
  { office, meaning }: CommandContext,
  by: 'startAt' | 'endAt' = 'startAt',
): Shift {
  const named = meaning.shift ? shifts.filter(({ name }) => name === meaning.shift) : [];
  const officers = (named.length > 0 ? named : shifts).filter(({ layer }) => layer === 'officer');
  const fitting = officers.length > 0 ? officers : named.length > 0 ? named : shifts;
  const units = [...new Set(fitting.map(({ unit }) => unit))];
  if (units.length > 1) {
    const choices = units.map((unit) => ({ label: unitName(office, unit), value: unitName(office, unit) }));
    throw new WhichOne('unit', '是哪个单位的班？', choices);
  }
  const distance = (shift: Shift) => Math.abs(shift[by].getTime() - at.getTime());
  return fitting.toSorted((one, other) => distance(one) - distance(other))[0]!;
}

/** The speaker's next shift, for which it is too early, or the one that he has missed. */
async function earlyOrMissed(
  units: readonly ThingId[],
  { read, speaker, message }: CommandContext,
  near: readonly Shift[],
): Promise<Shift | undefined> {
  const at = message.sentAt;
  const isRecent = ({ endAt }: Shift) => endAt <= at && at.getTime() - endAt.getTime() <= NOTES_UNTIL_MS;
  const missed = near.find((shift) => !shift.takenOverAt && shift.people.includes(speaker.id) && isRecent(shift));
  if (missed) return missed;

  const today = read.calendar.dayOf(at);
  const toDay = read.calendar.addDays(today, DAYS_AHEAD);
  const ahead = (await Promise.all(units.map((unit) => shiftsOfUnit(unit, today, toDay, read)))).flat();
  return nextShifts(ahead, { person: speaker.id, at }).find(({ day }) => day <= toDay);
}
