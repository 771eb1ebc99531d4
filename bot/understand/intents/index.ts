import type { Heard } from '../heard.ts';
import { ack } from './ack.ts';
import { amend, slotAnswer } from './amend.ts';
import { assign } from './assign.ts';
import { bind, bindRoom } from './bind.ts';
import { cancel } from './cancel.ts';
import { complete } from './complete.ts';
import { confirm } from './confirm.ts';
import { decide } from './decide.ts';
import { choose, code } from './digits.ts';
import { receivedElsewhere, reportedElsewhere } from './elsewhere.ts';
import { extend } from './extend.ts';
import { fallback } from './fallback.ts';
import { forward, notMine } from './forward.ts';
import { otherConcept } from './other-concept.ts';
import { resume, suspend } from './pause.ts';
import { progress } from './progress.ts';
import { query } from './query.ts';
import { archive, nudge, quiet } from './quiet.ts';
import type { IntentReader, Slots } from './reader.ts';
import { help, status } from './self-service.ts';
import { verifyPass, verifyReject } from './verify.ts';

/**
 * Every reader of an intent; the first that recognises a message decides. The order is part of the grammar:
 * what is said in fixed words stands before what is said freely, a ruling before the request it rules on (同意延期 before 延期),
 * a question before every answer it resembles (收到没有 before 收到), what is not done before what is done, and an order last.
 */
export const READERS: readonly IntentReader[] = [
  // Fixed words.
  choose,
  code,
  help,
  status,
  slotAnswer,
  // What other concepts begin with is none of the following.
  otherConcept,
  // Answers to a draft or a request, and rulings.
  confirm,
  verifyReject,
  verifyPass,
  decide,
  // Commands about a matter.
  quiet,
  nudge,
  archive,
  suspend,
  resume,
  amend,
  notMine,
  forward,
  cancel,
  receivedElsewhere,
  extend,
  // Looking up; everything below refuses questions.
  query,
  // Answers of a unit, from the shortest to the freest.
  ack,
  reportedElsewhere,
  progress,
  complete,
  assign,
];

/** Binding is understood from anybody, because nobody is known before it. */
export const ALWAYS: readonly IntentReader[] = [bindRoom, bind];

/** In a room, from somebody who only happens to have a question open: nothing but a short answer to it is meant for the bot. */
export const OVERHEARD: readonly IntentReader[] = [choose, slotAnswer, confirm, decide, amend, cancel, ack];

/** 已完成, 办完了, 还没办完, 不是我们的: reports so short that they can only answer. */
const BARE_REPORT =
  /^(?:我们?)?(?:已经?|都|全部|还没|没|未|不是)?(?:完成|办结|报送|上报|办完|弄完|整改完|报|我们?的)了?$/;

/** What a message asks of the bot; `ignore` where it is not for the bot, `unknown` where it is and nobody can tell. */
export function readIntent(heard: Heard): Slots {
  const always = firstOf(ALWAYS, heard);
  if (always) return always;
  if (heard.direct) return firstOf(READERS, heard) ?? fallback(heard);
  if (heard.expects.size === 0) return { intent: 'ignore' };
  const readers = heard.expects.has('report') && BARE_REPORT.test(heard.whole) ? READERS : OVERHEARD;
  return firstOf(readers, heard) ?? { intent: 'ignore' };
}

function firstOf(readers: readonly IntentReader[], heard: Heard): Slots | undefined {
  for (const read of readers) {
    const slots = read(heard);
    if (slots) return slots;
  }
  return undefined;
}
