import type { Intent } from '../../domain/meaning.ts';
import type { Command, StrangerCommand } from './command.ts';
import absence from './duty/absence.ts';
import absenceOver from './duty/absence-over.ts';
import { addDuties } from './duty/add-duty.ts';
import callRoll from './duty/call-roll.ts';
import checkIn from './duty/check-in.ts';
import checkPause from './duty/check-pause.ts';
import { checkWords } from './duty/check-words.ts';
import { clear } from './duty/clear.ts';
import dutyLog from './duty/duty-log.ts';
import { missingSaid } from './duty/duty-log-change.ts';
import feed from './duty/feed.ts';
import feedRenew from './duty/feed-renew.ts';
import handOver from './duty/hand-over.ts';
import papers from './duty/papers.ts';
import phoneVerify from './duty/phone-verify.ts';
import leavePost from './duty/post.ts';
import roster from './duty/roster.ts';
import { rosterReplies } from './duty/roster-replies.ts';
import rotation from './duty/rotation.ts';
import { ruleChecks } from './duty/rule-check.ts';
import swap from './duty/swap.ts';
import { swapAnswers } from './duty/swap-answer.ts';
import swapQuery from './duty/swap-query.ts';
import swapUnread from './duty/swap-unread.ts';
import swapWithdraw from './duty/swap-withdraw.ts';
import takeOver from './duty/take-over.ts';
import whoOnDuty from './duty/who-on-duty.ts';
import zeroReport from './duty/zero-report.ts';
import zeroReportQuery from './duty/zero-report-query.ts';
import zeroReportWords from './duty/zero-report-words.ts';
import choose from './general/choose.ts';
import help from './general/help.ts';
import notOffered from './general/not-offered.ts';
import quiet from './general/quiet.ts';
import quietHours from './general/quiet-hours.ts';
import status from './general/status.ts';
import unknown from './general/unknown.ts';
import { holidayAnswers } from './holidays/answers.ts';
import holidays from './holidays/holidays.ts';
import meetingLedger from './meetings/ledger.ts';
import { meetingLists } from './meetings/meeting.ts';
import approveNotice from './notices/approve.ts';
import broadcast from './notices/broadcast.ts';
import { byPhone } from './notices/by-phone.ts';
import correctNotice from './notices/correct.ts';
import endNotice from './notices/end.ts';
import feedback from './notices/feedback.ts';
import remindAgain from './notices/remind.ts';
import sendNotice from './notices/send.ts';
import withdrawNotice from './notices/withdraw.ts';
import bind from './people/bind.ts';
import bindRoom from './people/bind-room.ts';
import enterCode from './people/enter-code.ts';
import otherLiaison from './people/other-liaison.ts';
import trial from './people/trial.ts';
import { practices } from './people/trial-practice.ts';
import kitReply from './periods/kit-reply.ts';
import kits from './periods/kits.ts';
import lift from './periods/lift.ts';
import periodDays from './periods/period-days.ts';
import periods from './periods/periods.ts';
import warning from './periods/warning.ts';
import acknowledge from './tasks/acknowledge.ts';
import amend from './tasks/amend.ts';
import archive from './tasks/archive.ts';
import assign from './tasks/assign.ts';
import cancel from './tasks/cancel.ts';
import chase from './tasks/chase.ts';
import confirm from './tasks/confirm.ts';
import { receivedElsewhere, reportedElsewhere } from './tasks/elsewhere.ts';
import extend from './tasks/extend.ts';
import { forward, notMine } from './tasks/forward.ts';
import query from './tasks/query.ts';
import { complete, progress } from './tasks/report.ts';
import { verifyPass, verifyReject } from './tasks/review.ts';
import rule from './tasks/rule.ts';
import { resume, suspend } from './tasks/suspend.ts';

/** Everything a person can ask for. A new command is one file and one line here. */
export const COMMANDS: readonly Command[] = [
  assign,
  confirm,
  amend,
  cancel,
  acknowledge,
  complete,
  progress,
  extend,
  forward,
  notMine,
  reportedElsewhere,
  verifyPass,
  verifyReject,
  rule,
  receivedElsewhere,
  chase,
  suspend,
  resume,
  archive,
  query,
  roster,
  ...rosterReplies,
  rotation,
  ...addDuties,
  leavePost,
  ...ruleChecks,
  absence,
  absenceOver,
  whoOnDuty,
  takeOver,
  handOver,
  dutyLog,
  missingSaid,
  papers,
  feed,
  feedRenew,
  ...clear,
  checkIn,
  checkPause,
  callRoll,
  checkWords,
  phoneVerify,
  zeroReport,
  zeroReportQuery,
  zeroReportWords,
  swap,
  ...swapAnswers,
  swapQuery,
  swapUnread,
  swapWithdraw,
  periods,
  kits,
  kitReply,
  periodDays,
  holidays,
  ...holidayAnswers,
  warning,
  lift,
  broadcast,
  sendNotice,
  approveNotice,
  correctNotice,
  endNotice,
  remindAgain,
  withdrawNotice,
  ...byPhone,
  feedback,
  ...meetingLists,
  meetingLedger,
  bindRoom,
  otherLiaison,
  trial,
  ...practices,
  choose,
  quiet,
  quietHours,
  status,
  help,
  unknown,
  ...notOffered,
];

/** What also somebody may ask for whom no code has proved yet. */
export const STRANGER_COMMANDS: readonly StrangerCommand[] = [bind, enterCode];

const keyOf = (intent: Intent, matter?: string) => (matter ? `${intent} ${matter}` : intent);
const BY_KEY = new Map(COMMANDS.map((command) => [keyOf(command.intent, command.matter), command]));
if (BY_KEY.size !== COMMANDS.length) throw new Error('two commands handle the same intent');

/** Who handles an intent; where it answers a question, about which type of thing. */
export function commandFor(intent: Intent, matter?: string): Command | undefined {
  return BY_KEY.get(keyOf(intent, matter)) ?? BY_KEY.get(intent);
}

export function strangerCommandFor(intent: Intent): StrangerCommand | undefined {
  return STRANGER_COMMANDS.find((command) => command.intent === intent);
}
