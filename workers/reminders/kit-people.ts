import type { Ask } from '../../domain/decision.ts';
import type { Message, MessageClass } from '../../domain/message.ts';
import { dispatchers, holdersOfRole } from '../../domain/people/find-people.ts';
import type { Person } from '../../domain/people/office.ts';
import { reachable } from '../../domain/people/reach.ts';
import type { KitSheet } from '../../domain/periods/kits/sheet.ts';
import type { KitTextContext } from '../../domain/wording/kit-entries.ts';
import type { ReminderContext } from '../reminder.ts';

/** A sheet may be answered as long as its drafts wait, and a little longer, so that a late answer is told how things stand. */
const ANSWER_DAYS = 30;

/** The dispatchers who can be written to; `forOthers` where there is none, so that it is not said to nobody. */
export function kitPeople({ office, now, read }: ReminderContext): {
  readonly people: readonly Person[];
  readonly forOthers: boolean;
} {
  const day = read.calendar.dayOf(now);
  const own = reachable(
    office,
    dispatchers(office, day).map(({ id }) => id),
  );
  return own.length > 0
    ? { people: own, forOthers: false }
    : { people: holdersOfRole(office, 'sysadmin', day), forOthers: true };
}

/** The same words to everybody at the desk, each in private. */
export function toDesk(context: ReminderContext, once: string, text: string, messageClass: MessageClass): Message[] {
  return kitPeople(context).people.map(({ id }) => ({ to: id, class: messageClass, text, once: `${once}.${id}` }));
}

/** Whoever may confirm is asked. */
export function asksOf(context: ReminderContext, sheet: KitSheet): Ask[] {
  const { people, forOthers } = kitPeople(context);
  if (forOthers) return [];
  const expiresAt = new Date(context.now.getTime() + ANSWER_DAYS * 86_400_000);
  return people.map(({ id }) => ({
    ...{ conversation: id, person: id, matter: sheet.id, about: 'kit', kinds: ['kit' as const] },
    ...{ shown: sheet.version, expiresAt },
  }));
}

export function kitText({ text, read }: ReminderContext): KitTextContext {
  return { ...text, departments: read.policy.kits.departments };
}
