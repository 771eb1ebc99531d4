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
import { forward, notMine } from './forward.ts';
import { other, otherConcept } from './other.ts';
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
const READERS: readonly IntentReader[] = [
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
const ALWAYS: readonly IntentReader[] = [bindRoom, bind];

/** What a message asks of the bot; `ignore` where it is not for the bot, `unknown` where it is and nobody can tell. */
export function readIntent(heard: Heard): Slots {
  const always = firstOf(ALWAYS, heard);
  if (always) return always;
  if (!heard.direct && heard.expects.size === 0) return { intent: 'ignore' };
  return firstOf(READERS, heard) ?? other(heard);
}

function firstOf(readers: readonly IntentReader[], heard: Heard): Slots | undefined {
  for (const read of readers) {
    const slots = read(heard);
    if (slots) return slots;
  }
  return undefined;
}
