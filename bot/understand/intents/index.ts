import { isBareReport } from '../deeds.ts';
import type { Heard } from '../heard.ts';
import { absence, absenceOver } from './absence.ts';
import { ack } from './ack.ts';
import { amend, slotAnswer } from './amend.ts';
import { assign } from './assign.ts';
import { bind, bindRoom } from './bind.ts';
import { broadcast } from './broadcast.ts';
import { callRoll } from './call-roll.ts';
import { cancel } from './cancel.ts';
import { checkPause } from './check-pause.ts';
import { checkin } from './checkin.ts';
import { complete } from './complete.ts';
import { confirm } from './confirm.ts';
import { decide } from './decide.ts';
import { choose, code } from './digits.ts';
import { dutyLog } from './duty-log.ts';
import { dutyQuestion } from './duty-question.ts';
import { receivedElsewhere, reportedElsewhere } from './elsewhere.ts';
import { extend } from './extend.ts';
import { fallback } from './fallback.ts';
import { feed } from './feed.ts';
import { forward, notMine } from './forward.ts';
import { handover } from './handover.ts';
import { hazard } from './hazard.ts';
import { holidays } from './holidays.ts';
import { incident } from './incident.ts';
import { kitReply, kits } from './kit.ts';
import { lift } from './lift.ts';
import { confirmAll, meeting, meetings } from './meeting.ts';
import { ackFor, correctNotice, endNotice, remindNotice, sendWithout } from './notice-life.ts';
import { noticePaper } from './notice-paper.ts';
import { otherConcept } from './other-concept.ts';
import { papers } from './papers.ts';
import { resume, suspend } from './pause.ts';
import { periods } from './periods.ts';
import { phoneVerify } from './phone-verify.ts';
import { explainCheck, leavePost, ruleCheck } from './post.ts';
import { poster } from './poster.ts';
import { progress } from './progress.ts';
import { query } from './query.ts';
import { archive, nudge, quiet } from './quiet.ts';
import { quietHours } from './quiet-hours.ts';
import { type IntentReader, Readers, type Slots } from './reader.ts';
import { putOnDuty, rotation } from './rotation.ts';
import { help, status } from './self-service.ts';
import { swap } from './swap.ts';
import { takeover } from './takeover.ts';
import { trial } from './trial.ts';
import { verifyPass, verifyReject } from './verify.ts';
import { whoOnDuty } from './who-on-duty.ts';
import { situation, zeroCorrection, zeroReport } from './zero-report.ts';
import { zeroReportQuery } from './zero-report-query.ts';

/**
 * Every reader of an intent; the first that recognises a message decides. The order is part of the grammar:
 * what is said in fixed words stands before what is said freely, a ruling before the request it rules on (同意延期 before 延期),
 * a question before every answer it resembles (收到没有 before 收到), what is not done before what is done, and an order last.
 */
export const READERS: readonly IntentReader[] = [
  // 确认1、3 is an answer to drafts that wait, and nothing else.
  kitReply,
  // A roll call takes digits that would else be a choice.
  checkin,
  // Fixed words.
  choose,
  code,
  help,
  status,
  quietHours,
  slotAnswer,
  // A picture of the periods, before a look at them.
  poster,
  feed,
  // A speech or a plan is brought, before whatever its text says.
  meeting,
  meetings,
  // Before the periods, whose festivals it names, and before everything that is said about a day.
  holidays,
  periods,
  kits,
  // A notice that is named: its correction and its end.
  correctNotice,
  endNotice,
  remindNotice,
  sendWithout,
  ackFor,
  // 更正 is also said of entries of the log.
  zeroCorrection,
  // Documents and the log of the post, under their labels.
  noticePaper,
  papers,
  dutyLog,
  // Duty, in the words it is done in: what a call brought out before who is on post, an incident before all that is told calmly.
  leavePost,
  ruleCheck,
  checkPause,
  callRoll,
  explainCheck,
  phoneVerify,
  zeroReportQuery,
  zeroReport,
  takeover,
  handover,
  incident,
  hazard,
  rotation,
  putOnDuty,
  swap,
  absenceOver,
  absence,
  whoOnDuty,
  lift,
  broadcast,
  trial,
  // What other concepts begin with is none of the following.
  otherConcept,
  // Answers to a draft or a request, and rulings.
  confirmAll,
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
  // 已经交给我了 passes nothing on.
  receivedElsewhere,
  notMine,
  forward,
  cancel,
  extend,
  // Looking up; everything below refuses questions.
  query,
  // Answers of a unit, from the shortest to the freest.
  ack,
  // Whatever else is told in answer to the daily question.
  situation,
  dutyQuestion,
  reportedElsewhere,
  progress,
  complete,
  assign,
];

/** Binding is understood from anybody, because nobody is known before it. */
export const ALWAYS: readonly IntentReader[] = [bindRoom, bind];

/** In a room, from somebody who only happens to have a question open: nothing but a short answer to it is meant for the bot. */
export const OVERHEARD: readonly IntentReader[] = [
  checkin,
  choose,
  slotAnswer,
  phoneVerify,
  zeroReport,
  situation,
  handover,
  confirm,
  decide,
  amend,
  cancel,
  ack,
];

/** Reports of duty under their label (重大隐患：…, 续报三：…, 换班 …, 交班：…) and 青山镇收到 are read without a mention; each reader asks for the label itself. */
export const LABELLED: readonly IntentReader[] = [incident, hazard, swap, handover, zeroReport, ack];

/** What a message asks of the bot; `ignore` where it is not for the bot, `unknown` where it is and nobody can tell. */
export function readIntent(heard: Heard): Slots {
  const said = always.read(heard);
  if (said) return said;
  if (heard.direct) return all.read(heard) ?? fallback(heard);
  const report = heard.input.inRoom ? undefined : labelled.read(heard);
  if (report) return report;
  if (heard.expects.size === 0) return { intent: 'ignore' };
  const readers = heard.expects.has('report') && isBareReport(heard.whole) ? all : overheard;
  return readers.read(heard) ?? { intent: 'ignore' };
}

const always = new Readers(ALWAYS);
const all = new Readers(READERS);
const overheard = new Readers(OVERHEARD);
const labelled = new Readers(LABELLED);
