import { shiftId, shiftsOfUnit } from '../../../domain/duty/collections.ts';
import { isValid } from '../../../domain/duty/duty-line.ts';
import { missingShift } from '../../../domain/duty/put-on-duty.ts';
import { peopleFinder } from '../../../domain/duty/roster/find-person.ts';
import type { Layer, Shift } from '../../../domain/duty/shift.ts';
import { peopleMeant } from '../../../domain/people/find-people.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import type { Day, ThingId } from '../../../domain/thing.ts';
import {
  alreadyThereText,
  inWhosePlaceText,
  noShiftToChangeText,
  notTheirsText,
  WHICH_PART,
  whoComesText,
} from '../../../domain/wording/put-on-duty.ts';
import type { CommandContext } from '../command.ts';
import { rosterUnit } from './roster-unit.ts';
import type { ChosenMeaning } from './swap-choices.ts';
import { isCalled, theShift } from './swap-shifts.ts';

/** A shift that is to get other people, and who of those on it goes. */
export interface MeantChange {
  readonly shift: Shift;
  readonly gone: readonly ThingId[];
}

const LEADS = /带班/;
const ADDS = /加|补/;
const REPLACES = /改|换/;
const DAYS_AROUND = 7;

/** The unit named, else the speaker's own where one who is named belongs to it, else that of whoever is named. */
export function unitOfChange(context: CommandContext): ThingId {
  const { meaning, office, speaker, read } = context;
  if (meaning.unit) return rosterUnit(context, []);
  const day = read.calendar.dayOf(read.now);
  const own = unitsOf(speaker, day);
  const named = [...(meaning.people ?? []), ...(meaning.person ? [meaning.person] : [])].flatMap((name) =>
    peopleMeant(office, name, day).flatMap((person) => unitsOf(person, day)),
  );
  const theirs = [...new Set(named)];
  const shared = own.filter((unit) => theirs.includes(unit));
  if (shared.length === 1) return shared[0]!;
  return theirs.length === 1 ? theirs[0]! : rosterUnit(context, []);
}

/** Who comes; or what to say where a name means nobody of the unit, or several. */
export function comingPeople({ meaning, office, text }: CommandContext, unit: ThingId, day: Day): ThingId[] | string {
  const finder = peopleFinder(office, unit, day);
  const names = meaning.people ?? [];
  const found = names.map((name) => finder.find({ name }, day));
  const open = names.filter((_, index) => found[index]!.is !== 'one' && !isOnlyOne(found[index]!));
  if (open.length > 0 || names.length === 0) return whoComesText(open, unit, text);
  return [
    ...new Set(
      found.flatMap((one) => (one.is === 'one' ? [one.person.id] : one.is === 'elsewhere' ? [one.people[0]!.id] : [])),
    ),
  ];
}

/** The only one of that name serves elsewhere: whether he may come is a rule, not a question of who is meant. */
function isOnlyOne(found: ReturnType<ReturnType<typeof peopleFinder>['find']>): boolean {
  return found.is === 'elsewhere' && found.people.length === 1;
}

/** The shift of each day that was named, with whoever goes; or what to say instead. */
export async function shiftsMeant(
  context: CommandContext,
  unit: ThingId,
  come: readonly ThingId[],
): Promise<MeantChange[] | string> {
  const { meaning, read } = context;
  const days = meaning.dates ?? [];
  const inOrder = [...days].sort();
  const from = read.calendar.addDays(inOrder[0]!, -DAYS_AROUND);
  const to = read.calendar.addDays(inOrder.at(-1)!, DAYS_AROUND);
  const near = (await shiftsOfUnit(unit, from, to, read)).filter(isValid);
  const meant: MeantChange[] = [];
  for (const day of days) {
    const one = changeOn(context, { unit, day, come, near });
    if (typeof one === 'string') return one;
    meant.push(one);
  }
  return meant;
}

interface Sought {
  readonly unit: ThingId;
  readonly day: Day;
  readonly come: readonly ThingId[];
  readonly near: readonly Shift[];
}

function changeOn(context: CommandContext, { unit, day, come, near }: Sought): MeantChange | string {
  const { meaning, message, text, read } = context;
  const onDay = near.filter((shift) => shift.day === day && shift.state !== 'closed');
  const goes = namedToGo(context, onDay);
  const layer = layerMeant(message.text, onDay, goes);
  const own = onDay.filter((shift) => shift.layer === layer);
  const fitting = own.filter(
    (shift) => (goes ? shift.people.includes(goes) : true) && isCalled(shift, shift.name && meaning.shift),
  );
  if (own.length === 0) {
    const missing = shiftBetween({ unit, layer, day }, near, read);
    return missing ? { shift: missing, gone: [] } : noShiftToChangeText({ unit, layer, day }, text);
  }
  if (fitting.length === 0 && goes) return notTheirsText(goes, day, text);

  const open = fitting.filter(({ people }) => people.length === 0);
  const chosen = (meaning as ChosenMeaning).given;
  const shift =
    fitting.find(({ id }) => id === chosen) ??
    (open.length === 1
      ? open[0]!
      : theShift(fitting.length > 0 ? fitting : own, meaning.shift, 'given', WHICH_PART, context));
  if (come.every((person) => shift.people.includes(person))) return alreadyThereText(shift, come, text);
  if (shift.people.length === 0 || !REPLACES.test(message.text) || addsOnly(message.text)) return { shift, gone: [] };
  if (goes) return { shift, gone: [goes] };
  const staying = shift.people.filter((person) => !come.includes(person));
  return staying.length === 1 && shift.people.length === 1 ? { shift, gone: staying } : inWhosePlaceText(shift, text);
}

/** 加 and 补 put somebody beside whoever is there. */
function addsOnly(words: string): boolean {
  const [adds, replaces] = [words.search(ADDS), words.search(REPLACES)];
  return adds >= 0 && (replaces < 0 || adds < replaces);
}

/** Named as the one in whose place somebody comes; or, of several on the shift, the one whom the reason names. */
function namedToGo({ meaning, office }: CommandContext, onDay: readonly Shift[]): ThingId | undefined {
  const serving = [...new Set(onDay.flatMap(({ people }) => people))];
  const isNamed = (words: string | undefined) => (id: ThingId) => {
    const name = office.people.get(id)?.name;
    return name !== undefined && words?.includes(name) === true;
  };
  if (meaning.person) {
    const found = serving.find(isNamed(meaning.person));
    return found ?? [...office.people.keys()].find(isNamed(meaning.person));
  }
  const byReason = serving.filter(isNamed(meaning.reason));
  return byReason.length === 1 ? byReason[0] : undefined;
}

/** 带班 says it; without a word the layer of whoever goes; else the post. */
function layerMeant(words: string, onDay: readonly Shift[], goes: ThingId | undefined): Layer {
  if (LEADS.test(words)) return 'leader';
  if (/值班/.test(words) || !goes) return 'officer';
  return onDay.find(({ people }) => people.includes(goes))?.layer ?? 'officer';
}

function shiftBetween(
  of: { unit: ThingId; layer: Layer; day: Day },
  near: readonly Shift[],
  { now, calendar }: CommandContext['read'],
): Shift | undefined {
  const id = shiftId(of);
  return missingShift(of, near, { id, at: now, atDay: (like) => calendar.at(of.day, calendar.clockOf(like)) });
}
