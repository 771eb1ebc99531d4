import type { Reminder } from '../reminder.ts';
import { archiving } from './archive.ts';
import { due } from './assignment-due.ts';
import { notAcknowledged } from './assignment-not-acknowledged.ts';
import { ruling } from './assignment-ruling.ts';
import { checkAsk } from './check-ask.ts';
import { checkCalled } from './check-called.ts';
import { checkClimb } from './check-climb.ts';
import { checkPauseOver } from './check-pause-over.ts';
import { checkRounds } from './check-rounds.ts';
import { checkSummary } from './check-summary.ts';
import { expiry } from './expiry.ts';
import { holidayAsk } from './holiday-ask.ts';
import { kitDesk } from './kit-desk.ts';
import { kitSheet } from './kit-sheet.ts';
import { leaveNear } from './leave-near.ts';
import { meetingReminders } from './meeting-progress.ts';
import { noticeFeedback } from './notice-feedback.ts';
import { noticeOther } from './notice-other.ts';
import { noticeOut } from './notice-out.ts';
import { noticeReceipts } from './notice-receipts.ts';
import { paperDraw } from './paper-draw.ts';
import { periodDay } from './period-day.ts';
import { periodTurn } from './period-turn.ts';
import { roster } from './roster-expiry.ts';
import { issueNext } from './series-issue-next.ts';
import { shiftEnd } from './shift-end.ts';
import { shiftLeaving } from './shift-leaving.ts';
import { shiftMissing } from './shift-missing.ts';
import { shiftPersonal } from './shift-personal.ts';
import { swapAsking } from './swap-asking.ts';
import { swapExpiry } from './swap-expiry.ts';
import { draft } from './task-draft.ts';
import { taskProgress } from './task-progress.ts';
import { practice, trialOver } from './trial.ts';
import { weeklyAsk } from './weekly-ask.ts';
import { zeroReportAsk } from './zero-report-ask.ts';
import { zeroReportDay } from './zero-report-day.ts';

/** Every step that any agenda names, and who handles it. A new reminder is one file and one line here. */
export const REMINDERS: readonly Reminder[] = [
  ...notAcknowledged,
  ...due,
  ...ruling,
  ...archiving,
  ...draft,
  ...taskProgress,
  issueNext,
  ...shiftPersonal,
  ...shiftMissing,
  shiftLeaving,
  ...shiftEnd,
  ...roster,
  leaveNear,
  ...swapAsking,
  swapExpiry,
  ...checkAsk,
  ...checkClimb,
  checkPauseOver,
  checkRounds,
  checkCalled,
  ...checkSummary,
  ...periodTurn,
  periodDay,
  holidayAsk,
  ...kitDesk,
  ...kitSheet,
  weeklyAsk,
  ...zeroReportAsk,
  ...zeroReportDay,
  ...noticeOut,
  ...noticeReceipts,
  ...noticeFeedback,
  noticeOther,
  paperDraw,
  ...meetingReminders,
  trialOver,
  ...practice,
  ...expiry,
];

const BY_STEP = new Map(REMINDERS.map((reminder) => [`${reminder.thing} ${reminder.step}`, reminder]));
if (BY_STEP.size !== REMINDERS.length) throw new Error('two reminders handle the same step of the same kind of thing');

export function reminderFor(type: string, step: string): Reminder | undefined {
  return BY_STEP.get(`${type} ${step}`);
}
