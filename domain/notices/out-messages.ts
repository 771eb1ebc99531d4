import type { Ask, Decision } from '../decision.ts';
import type { Message } from '../message.ts';
import { dispatchers } from '../people/find-people.ts';
import type { Person } from '../people/office.ts';
import { isReachable, reachable } from '../people/reach.ts';
import type { ThingId } from '../thing.ts';
import { unreachedText } from '../wording/notice-lists.ts';
import {
  leaderToldText,
  noticeInOwnRoomText,
  noticeInRoomText,
  noticeOutText,
  seeAboveText,
} from '../wording/notice-out.ts';
import type { TextContext } from '../wording/tasks.ts';
import { leadersOf } from './leaders.ts';
import type { Notice } from './notice.ts';
import { unitsToPhone } from './vacant-units.ts';

/** So long the author's words in private are taken for what the telephone brought. */
const ASKED_HOURS = 12;

/** Some of those a notice is for, in their order; `from` is the place of the first of them. */
export interface Part {
  readonly from: number;
  readonly people: readonly ThingId[];
}

/** Where it is said for all to read: the room it was written in, and the one whose every member a leader let be called. */
export function roomFor({ postedIn, everybodyIn, approvedBy }: Notice): ThingId | undefined {
  return postedIn ?? (approvedBy ? everybodyIn : undefined);
}

/** The first message in the room carries the words, every later one only the names of its own part. */
export function roomMessages(notice: Notice, { from, people }: Part, context: TextContext): Message[] {
  const room = roomFor(notice);
  if (!room) return [];
  const text = from === 0 ? noticeInRoomText(notice, context) : seeAboveText(notice);
  const once = from === 0 ? `${notice.id}.out.${room}` : `${notice.id}.out.${room}.${from}`;
  return [{ to: room, class: classOf(notice), text, once, about: notice.no, mentions: people }];
}

/** One message to each, unless the room is where it is said. */
export function privateMessages(notice: Notice, { people }: Part, context: TextContext): Message[] {
  if (notice.postedIn) return [];
  const text = noticeOutText(notice, context);
  return reachable(context.office, people).map(({ id }) => ({
    ...{ to: id, class: classOf(notice), text, about: notice.no },
    once: `${notice.id}.out.${id}`,
  }));
}

/** Once in the own room of each unit, for those who look there first; nobody is named there. */
export function ownRoomMessages(notice: Notice, { from }: Part, context: TextContext): Message[] {
  const rooms = from > 0 ? [] : (notice.rooms ?? []).filter((room) => room !== roomFor(notice));
  return rooms.map((room) => ({
    ...{ to: room, class: classOf(notice), text: noticeInOwnRoomText(notice, context), about: notice.no },
    once: `${notice.id}.out.${room}`,
  }));
}

/** A 叫应 waits for no leader, and every leader hears of it. */
export function tellLeaders(notice: Notice, { from }: Part, context: TextContext): Message[] {
  if (notice.kind !== 'call' || notice.lifts || from > 0) return [];
  const day = context.calendar.dayOf(context.now);
  return leadersOf(context.office, day, notice.author)
    .filter(({ id }) => id !== notice.approvedBy && !notice.people.includes(id))
    .map(({ id }) => ({
      ...{ to: id, class: 'L0', text: leaderToldText(notice, context), about: notice.no },
      once: `${notice.id}.leader.${id}`,
    }));
}

/** Nobody can write to them: whoever sends it hears at once whom to telephone, and says afterwards whom he has reached. */
export function tellUnreached(
  notice: Notice,
  { from, people }: Part,
  context: TextContext,
): Pick<Decision, 'say' | 'ask'> {
  const missed = people.flatMap((id): Person | never[] => {
    const person = context.office.people.get(id);
    return person && !isTold(person, notice) ? person : [];
  });
  const units = from === 0 ? unitsToPhone(notice) : [];
  const listener = missed.length + units.length > 0 ? listenerFor(notice, context) : undefined;
  if (!listener) return { say: [], ask: [] };

  const text = unreachedText(notice, { missed, units }, context);
  const once = `${notice.id}.unreached.${from}`;
  return {
    say: [{ to: listener.id, class: classOf(notice), text, once, about: notice.no }],
    ask: notice.wanted ? [askWhomPhoned(notice, listener.id, context.now)] : [],
  };
}

/** In a room it is enough to have an account that can be mentioned. */
function isTold(person: Person, notice: Notice): boolean {
  return notice.postedIn ? person.accounts.length > 0 : isReachable(person);
}

/** The author, else whoever speaks for the office. */
export function listenerFor({ author }: Notice, { office, calendar, now }: TextContext): Person | undefined {
  const people = [office.people.get(author), ...dispatchers(office, calendar.dayOf(now))];
  return people.find((person) => person && isReachable(person));
}

/** 龙海 已通知: what the telephone brought, asked of whoever has the list. */
export function askWhomPhoned(notice: Notice, person: ThingId, now: Date): Ask {
  return {
    ...{ conversation: person, person, matter: notice.id, about: 'phoned', kinds: ['text'] },
    expiresAt: new Date(now.getTime() + ASKED_HOURS * 3_600_000),
  };
}

function classOf({ urgent }: Notice): 'L0' | 'D' {
  return urgent ? 'L0' : 'D';
}
