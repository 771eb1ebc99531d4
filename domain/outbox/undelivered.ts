import type { Calendar } from '../calendar/calendar.ts';
import type { Address } from '../message.ts';
import { holdersOfRole } from '../people/find-people.ts';
import type { Office, Person, Room } from '../people/office.ts';
import { unitsOf } from '../people/posts.ts';
import { isReachable } from '../people/reach.ts';
import type { Envelope, PendingMessage } from '../ports.ts';
import { type Day, lastPart } from '../thing.ts';
import {
  failedText,
  personWords,
  phoneListText,
  type Recipient,
  reachText,
  roomWords,
  STRANGER_WORDS,
  unreachableText,
  unsureText,
} from '../wording/outbox.ts';

export interface Circumstances {
  readonly office: Office;
  readonly calendar: Calendar;
  readonly now: Date;
}

/** The name of a message that tells a person what did not arrive ends with who is told. */
const TOLD = '.told-';

/**
 * For somebody who cannot be written to: incidents and warnings become a phone list at once; for everything else, once a day, one
 * @ line without content in the unit's room and one line to the dispatcher.
 */
export function unreachableNotices(envelope: Envelope, person: Person, around: Circumstances): PendingMessage[] {
  const others = envelope.items.filter((item) => item.class !== 'L0' && !isNotice(item));
  return [
    ...envelope.items.filter((item) => !others.includes(item)).flatMap((item) => handOver(item, envelope.to, around)),
    ...(others.length > 0 ? dailyLines(person, others, around) : []),
  ];
}

/** What the chat would not take goes to a person, one line each. */
export function failedNotices(envelope: Envelope, around: Circumstances): PendingMessage[] {
  return envelope.items.flatMap((item) => handOver(item, envelope.to, around));
}

/** One line about everything of an envelope of which nobody can tell whether it arrived. */
export function unsureNotices(envelope: Envelope, around: Circumstances): PendingMessage[] {
  const text = unsureText(recipientOf(envelope.to, around), envelope.items);
  return tell({ about: envelope.id, notTo: envelope.to, class: envelope.class === 'L0' ? 'L0' : 'L2', text }, around);
}

/** A notice that did not arrive goes on to the next person as it is; anything else with who and how to call. */
export function handOver(item: PendingMessage, to: Address, around: Circumstances): PendingMessage[] {
  const recipient = recipientOf(to, around);
  const inWords = item.class === 'L0' ? phoneListText(recipient, item) : failedText(recipient, item);
  const text = isNotice(item) ? item.text : inWords;
  return tell({ about: item.once, notTo: to, class: item.class === 'L0' ? 'L0' : 'L2', text }, around);
}

function dailyLines(person: Person, items: readonly PendingMessage[], around: Circumstances): PendingMessage[] {
  const today = around.calendar.dayOf(around.now);
  const once = `reach.${lastPart(person.id)}.${today}`;
  const room = nearestRoom(person, today, around.office);
  const text = unreachableText(recipientOf(person.id, around), items);
  const sinceMs = around.now.getTime();
  return [
    ...(room
      ? [{ to: room.id, class: 'L2' as const, text: reachText(person.name), once, mentions: [person.id], sinceMs }]
      : []),
    ...tell({ about: once, notTo: person.id, class: 'L2', text }, around),
  ];
}

interface Notice {
  readonly about: string;
  readonly notTo: Address;
  readonly class: 'L0' | 'L2';
  readonly text: string;
}

/**
 * To the first of the office who can be written to: dispatchers, then administrators. Nobody hears of a failure to reach himself
 * and nobody twice of the same one, so that two who cannot be reached do not send each other notices for ever.
 */
function tell(notice: Notice, { office, calendar, now }: Circumstances): PendingMessage[] {
  const today = calendar.dayOf(now);
  const people = [...holdersOfRole(office, 'dispatcher', today), ...holdersOfRole(office, 'sysadmin', today)];
  const heard = new Set(notice.about.split(TOLD).flatMap((part, index) => (index > 0 ? part.split('.', 1) : [])));
  const next = people.find(
    (person) => isReachable(person) && person.id !== notice.notTo && !heard.has(lastPart(person.id)),
  );
  if (!next) return [];

  const once = `${notice.about}${TOLD}${lastPart(next.id)}`;
  return [{ to: next.id, class: notice.class, text: notice.text, once, sinceMs: now.getTime() }];
}

function isNotice(item: PendingMessage): boolean {
  return item.once.includes(TOLD);
}

export function recipientOf(to: Address, { office, calendar, now }: Circumstances): Recipient {
  const room = office.rooms.get(to);
  if (room) return { who: roomWords(room.topic), phones: [] };
  const person = office.people.get(to);
  if (!person) return { who: STRANGER_WORDS, phones: [] };

  const unit = office.units.get(unitsOf(person, calendar.dayOf(now))[0] ?? '');
  return {
    who: personWords(person.name, unit?.name),
    phones: [person.phone, unit?.dutyPhone].flatMap((phone) => phone ?? []),
  };
}

/** Of the rooms the person's units are in, the one with the fewest units: the closest to home. */
function nearestRoom(person: Person, today: Day, office: Office): Room | undefined {
  const units = unitsOf(person, today);
  const rooms = [...office.rooms.values()].filter(
    (room) => room.channelId && room.units.some((unit) => units.includes(unit)),
  );
  return rooms.sort((one, other) => one.units.length - other.units.length)[0];
}
