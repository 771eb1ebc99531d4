import { shiftsOfUnit } from '../../../domain/duty/collections.ts';
import { isValid } from '../../../domain/duty/duty-line.ts';
import { shiftsNear } from '../../../domain/duty/near.ts';
import { shiftName } from '../../../domain/duty/roster/headings.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { whoIsOnDuty } from '../../../domain/duty/who.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import type { Day, ThingId } from '../../../domain/thing.ts';
import { dayText } from '../../../domain/wording/dates.ts';
import { unitName } from '../../../domain/wording/names.ts';
import { nameUnitText, noShiftForSheetText, WHICH_UNIT } from '../../../domain/wording/papers.ts';
import { type CommandContext, WhichOne } from '../command.ts';
import type { PaperScope } from './papers.ts';
import { unitsAsked } from './who-asked.ts';

/** So long after the hand-over the sheet that is asked for is still that of the shift before. */
const JUST_HANDED_OVER_MS = 2 * 3_600_000;

/** The shifts whose hand-over is to be printed, or what to tell the speaker instead. Throws WhichOne where the unit is not clear. */
export async function shiftsOfSheet(context: CommandContext): Promise<PaperScope | string> {
  const { meaning, read, text } = context;
  const unit = unitOfSheet(context);
  if (!unit) return nameUnitText('handover-sheet', undefined, text);
  const found = meaning.date ? await shiftsOn(unit, meaning.date, context) : await shiftNow(unit, context);
  const today = read.calendar.dayOf(read.now);
  if (found.length === 0)
    return noShiftForSheetText(unit, meaning.date && dayText(meaning.date, today, read.calendar), text);
  return { units: [unit], shifts: found.map(({ id }) => id) };
}

function unitOfSheet(context: CommandContext): ThingId | undefined {
  const { office, speaker, read } = context;
  const units = unitsAsked(context) ?? unitsOf(speaker, read.calendar.dayOf(read.now));
  if (units.length <= 1) return units[0];
  const choices = units.slice(0, 9).map((unit) => ({ label: unitName(office, unit), value: unitName(office, unit) }));
  throw new WhichOne('unit', WHICH_UNIT, choices);
}

async function shiftsOn(unit: ThingId, day: Day, { meaning, read }: CommandContext): Promise<Shift[]> {
  const name = meaning.shift && (shiftName(meaning.shift) ?? meaning.shift);
  const own = (await shiftsOfUnit(unit, day, day, read)).filter((shift) => isValid(shift) && shift.day === day);
  return ofThePost(own.filter((shift) => !name || !shift.name || shift.name === name));
}

/** The one just handed over, else the one that is on. */
async function shiftNow(unit: ThingId, { read, message }: CommandContext): Promise<Shift[]> {
  const shifts = await shiftsNear(unit, read.now, read);
  const over = ofThePost(shifts.filter(({ handedOverAt }) => handedOverAt !== undefined));
  const [last] = over.toSorted((one, other) => other.handedOverAt!.getTime() - one.handedOverAt!.getTime());
  const isRecent = last && read.now.getTime() - last.handedOverAt!.getTime() <= JUST_HANDED_OVER_MS;
  if (last && !/本班|这一?班/.test(message.text) && (isRecent || message.text.includes('上一班'))) return [last];
  return ofThePost(whoIsOnDuty(shifts, { unit, at: read.now }).map(({ shift }) => shift)).slice(0, 1);
}

/** Officers' shifts; leaders' where nobody else is rostered. */
function ofThePost(shifts: readonly Shift[]): Shift[] {
  const officers = shifts.filter(({ layer }) => layer === 'officer');
  const post = officers.length > 0 ? officers : [...shifts];
  return post.toSorted((one, other) => one.startAt.getTime() - other.startAt.getTime());
}
