import { checkPauseKind } from './duty/checks/pause.ts';
import { feedKind } from './duty/feeds/feed.ts';
import {
  checkKind,
  checkNightKind,
  checkPlanKind,
  checkRoundsKind,
  leaveKind,
  rosterKind,
  shiftKind,
  swapKind,
} from './duty/kinds.ts';
import { logEntryKind } from './duty/log/log-entry.ts';
import { zeroReportDayKind, zeroReportKind } from './duty/zero-reports/kinds.ts';
import { holidayDraftKind } from './holidays/holiday-draft.ts';
import { holidayWatchKind } from './holidays/holiday-watch.ts';
import type { Kind, Kinds } from './kind.ts';
import { meetingKind, speechFileKind, speechKind } from './meetings/kinds.ts';
import { feedbackKind, feedbackTableKind } from './notices/feedback/kinds.ts';
import { noticeKind, receiptKind } from './notices/kinds.ts';
import { paperKind } from './papers/paper.ts';
import {
  bindingKind,
  holidayYearKind,
  ownKitKind,
  ownPeriodKind,
  personKind,
  roomKind,
  unitKind,
  unitSetKind,
} from './people/kinds.ts';
import { practiceKind, trialKind } from './people/trial-kinds.ts';
import { periodDeskKind, periodKind } from './periods/kinds.ts';
import { kitDeskKind, kitSheetKind } from './periods/kits/kinds.ts';
import { weeklyAskKind } from './periods/weekly/weekly-ask.ts';
import { questionKind } from './question.ts';
import { secrecyHitKind } from './secrecy/secrecy-hit.ts';
import { assignmentKind, seriesKind, taskKind } from './tasks/kinds.ts';
import { replyCallKind } from './tasks/reply-call.ts';
import { uploadKind } from './tasks/upload.ts';

const ALL = [
  taskKind,
  assignmentKind,
  seriesKind,
  uploadKind,
  replyCallKind,
  shiftKind,
  rosterKind,
  swapKind,
  leaveKind,
  feedKind,
  logEntryKind,
  paperKind,
  checkKind,
  checkPlanKind,
  checkRoundsKind,
  checkNightKind,
  checkPauseKind,
  zeroReportKind,
  zeroReportDayKind,
  periodKind,
  periodDeskKind,
  kitDeskKind,
  kitSheetKind,
  weeklyAskKind,
  noticeKind,
  receiptKind,
  feedbackKind,
  feedbackTableKind,
  meetingKind,
  speechKind,
  speechFileKind,
  questionKind,
  secrecyHitKind,
  unitKind,
  unitSetKind,
  personKind,
  roomKind,
  ownPeriodKind,
  ownKitKind,
  holidayYearKind,
  holidayDraftKind,
  holidayWatchKind,
  trialKind,
  practiceKind,
  bindingKind,
] as unknown as readonly Kind[];

/** Every kind of thing there is. A new concept is one line here. */
export const KINDS: Kinds = new Map(ALL.map((kind) => [kind.type, kind]));
