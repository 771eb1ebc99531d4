import type { Ask } from '../../decision.ts';
import type { Message } from '../../message.ts';
import type { Person } from '../../people/office.ts';
import type { ThingId } from '../../thing.ts';
import {
  checkText,
  dutyLeaderText,
  officeHeadText,
  phoneListText,
  phonesOf,
  reserveText,
  secondAskText,
} from '../../wording/checks.ts';
import type { TextContext } from '../../wording/tasks.ts';
import { CHECK_STEP_CLASS } from './check-agenda.ts';
import { type CheckIn, minutesAfter } from './check-in.ts';

/** What one rung of a check-in says, and what it then waits for. Everything goes to persons in private, never to a room. */
export interface Told {
  readonly say: readonly Message[];
  readonly ask: readonly Ask[];
}

/** So long a number in a private chat is taken for the answer without further words. */
const ANSWER_MIN = 120;
const PHONE_MIN = 12 * 60;
const EXPLAIN_MIN = 48 * 60;
const RULE_MIN = 7 * 24 * 60;

/** The question, valid only until it would reach somebody at a moment nobody drew. */
export function firstAsk(check: CheckIn, text: TextContext): Told {
  const { askAt, ladder } = check;
  const message = say(check, 'ask', check.person, checkText(check, text));
  return {
    say: [{ ...message, notAfterAt: minutesAfter(askAt, ladder.unsentMin) }],
    ask: [question(check, check.person, 'checkin', ['checkin'], askAt, ANSWER_MIN)],
  };
}

export function secondAsk(check: CheckIn, text: TextContext): Told {
  return { say: [say(check, 'second-ask', check.person, secondAskText(check, text))], ask: [] };
}

/**
 * The numbers to whoever telephones. From here on the person asked may explain himself, and those who rule may rule: these two
 * wait in silence, until somebody begins with 说明 or 认定.
 */
export function phoneList(
  check: CheckIn,
  to: readonly Person[],
  leaders: readonly Person[],
  judges: readonly Person[],
  text: TextContext,
): Told {
  const phones = phonesOf(
    check,
    leaders.filter(({ id }) => id !== check.person).map(({ id }) => ({ person: id, role: '带班领导' })),
    text,
  );
  return {
    say: to.map(({ id }) => say(check, 'phone-list', id, phoneListText(check, phones, text))),
    ask: [
      ...to.map(({ id }) => question(check, id, 'phone', ['phone_verify'], text.now, PHONE_MIN)),
      question(check, check.person, 'explain', [], text.now, EXPLAIN_MIN),
      ...judges.map(({ id }) => question(check, id, 'rule', [], text.now, RULE_MIN)),
    ],
  };
}

/** To the leader of the shift; what he then says in free words is about the post. */
export function callLeader(check: CheckIn, leaders: readonly Person[], text: TextContext): Told {
  return callThere(check, 'duty-leader', leaders, dutyLeaderText(check, text), text);
}

/** To whoever is in reserve that day: to come to the post, and to say so. */
export function callReserve(check: CheckIn, reserve: readonly Person[], text: TextContext): Told {
  return callThere(check, 'reserve', reserve, reserveText(check, text), text);
}

function callThere(check: CheckIn, step: string, people: readonly Person[], words: string, text: TextContext): Told {
  return {
    say: people.map(({ id }) => say(check, step, id, words)),
    ask: people.map(({ id }) => question(check, id, 'on-scene', ['text'], text.now, PHONE_MIN)),
  };
}

export function tellHead(check: CheckIn, heads: readonly Person[], text: TextContext): Told {
  return { say: heads.map(({ id }) => say(check, 'office-head', id, officeHeadText(check, text))), ask: [] };
}

/** Each rung is said once for each check-in and person. An answer overtakes what is still waiting to be said. */
function say(check: CheckIn, step: string, to: ThingId, text: string): Message {
  return { to, class: CHECK_STEP_CLASS[step]!, text, once: `${check.id}.${step}.${to}`, of: check.id };
}

function question(check: CheckIn, person: ThingId, about: string, kinds: Ask['kinds'], at: Date, minutes: number): Ask {
  return { conversation: person, person, matter: check.id, about, kinds, expiresAt: minutesAfter(at, minutes) };
}
