import { chiefsNow, soughtNow } from '../../../domain/duty/called-now.ts';
import { type CheckIn, isAnswered, isCounted } from '../../../domain/duty/checks/check-in.ts';
import { checksOn } from '../../../domain/duty/collections.ts';
import { dutyLeaders } from '../../../domain/duty/duty-people.ts';
import { peopleAt } from '../../../domain/duty/presence.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { shiftAgenda } from '../../../domain/duty/shift-agenda.ts';
import type { Message } from '../../../domain/message.ts';
import type { Person } from '../../../domain/people/office.ts';
import { reachable } from '../../../domain/people/reach.ts';
import type { Reading } from '../../../domain/reading.ts';
import type { Step } from '../../../domain/step.ts';
import {
  relievedText,
  type ShiftFigures,
  stoodInText,
  takenOverAfterAllText,
} from '../../../domain/wording/handover.ts';
import type { CommandContext } from '../command.ts';

/** 交接完成, to everybody who was relieved. */
export async function tellRelieved(context: CommandContext, relieved: Shift, by: Shift): Promise<Message[]> {
  const { office, message, read, speaker, text } = context;
  const people = peopleAt(relieved, message.sentAt).filter((person) => person !== speaker.id);
  const figures = by.layer === 'officer' ? await figuresOf(relieved, read) : { asked: 0, answered: 0 };
  return toEach(context, reachable(office, people), 'relieved', relievedText(relieved, speaker.id, figures, text));
}

/** Whoever was planned, and the leader in charge, hear that somebody else of the unit came. */
export async function tellStoodIn(context: CommandContext, taken: Shift, shifts: readonly Shift[]): Promise<Message[]> {
  const { office, speaker, text } = context;
  const people = [...reachable(office, taken.people), ...(await leadersOf(context, taken, shifts))];
  const others = [...new Set(people)].filter(({ id }) => id !== speaker.id);
  return toEach(context, others, 'stood-in', stoodInText(taken, speaker.id, text));
}

/** Who had been asked to telephone by then need not any more. `before` is the shift as it was. */
export async function callOff(
  context: CommandContext,
  before: Shift,
  taken: Shift,
  shifts: readonly Shift[],
): Promise<Message[]> {
  const { read, office, speaker, text } = context;
  const { calendar, policy } = read;
  // What fell due while nobody kept time has been asked of nobody yet.
  const { handledAt } = before;
  const isSpoken = ({ track, at }: Step) => track.startsWith('missing') && handledAt !== undefined && at <= handledAt;
  const spoken = shiftAgenda(before, { calendar, policy }).filter(isSpoken);
  const steps = new Set(spoken.map(({ step }) => step));
  const leaders = steps.has('missing-duty-leader') ? await leadersOf(context, taken, shifts) : [];
  const chiefs = steps.has('missing-chief-officer') ? await chiefsNow(taken.unit, read, taken.people) : [];
  const reserve = steps.has('missing-reserve') ? reachable(office, taken.reserve ?? []) : [];
  const told = [...new Set([...leaders, ...chiefs, ...reserve])].filter(
    ({ id }) => id !== speaker.id && office.people.has(id),
  );
  const takenBack = toEach(context, told, 'called-off', takenOverAfterAllText(taken, text));
  return takenBack.map((message) => ({ ...message, takesBack: taken.id }));
}

async function leadersOf({ read }: CommandContext, { unit }: Shift, shifts: readonly Shift[]): Promise<Person[]> {
  return dutyLeaders(shifts, await soughtNow(unit, read));
}

/** How often a shift was asked whether somebody is there, and how often it answered; the take-over itself is not counted. */
async function figuresOf(shift: Shift, read: Reading): Promise<ShiftFigures> {
  const lastDay = read.calendar.dayOf(read.now);
  const checks: CheckIn[] = [];
  for (let day = shift.day; day <= lastDay; day = read.calendar.addDays(day, 1))
    checks.push(...(await read.members<CheckIn>(checksOn(day))));
  const own = checks.filter(
    (check) => check.shift === shift.id && check.kind !== 'takeover' && isCounted(check, read.now),
  );
  return { asked: own.length, answered: own.filter(isAnswered).length };
}

function toEach({ message }: CommandContext, people: readonly Person[], what: string, text: string): Message[] {
  return people.map(({ id }) => ({ to: id, class: 'L1', text, once: `${message.id}.${what}.${id}` }));
}
