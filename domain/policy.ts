import type { OfficeHours, Window } from './calendar/calendar.ts';
import type { KeyPeriodRule } from './calendar/key-periods.ts';
import type { CheckPolicy } from './duty/checks/policy.ts';
import type { ShiftPolicy } from './duty/duty-policy.ts';
import type { ZeroReportLadder } from './duty/zero-reports/policy.ts';
import type { MeetingPolicy } from './meetings/policy.ts';
import type { MessageClass } from './message.ts';
import type { NoticePolicy } from './notices/policy.ts';
import type { PacePolicy } from './outbox/pace-policy.ts';
import type { KitTable } from './periods/kits/kit.ts';
import type { PeriodPolicy } from './periods/policy.ts';
import type { Ladder } from './tasks/task.ts';

/** Everything an office may set. Defaults and explanations: `config/policy.ts`. Rules get it as an argument. */
export interface Policy {
  readonly office: OfficeHours;
  readonly windows: Readonly<Record<MessageClass, Window>>;
  readonly budget: Budget;
  readonly tasks: TaskPolicy;
  readonly binding: BindingPolicy;
  readonly duty: ShiftPolicy;
  readonly checks: CheckPolicy;
  readonly zeroReports: ZeroReportLadder;
  readonly notices: NoticePolicy;
  readonly meetings: MeetingPolicy;
  /** When named periods are here, over `DEFAULT_KEY_PERIODS`. */
  readonly periods: Readonly<Record<string, KeyPeriodRule>>;
  /** Which key periods the office observes, and what it is reminded of. */
  readonly keyPeriods: PeriodPolicy;
  readonly nextYearCalendar: NextYearPolicy;
  /** What key periods ask of units: `config/kits`, changed by the office file. */
  readonly kits: KitTable;
  /** How fast an account of WeChat speaks. */
  readonly pace: PacePolicy;
  readonly message: MessagePolicy;
  readonly fallback: FallbackPolicy;
}

/** When what the chat cannot carry goes over the fall-back channels. */
export interface FallbackPolicy {
  /** Minutes that the chat has to be away before incidents, people on shift and urgent matters go elsewhere. */
  readonly urgentMinutes: number;
  /** The same for what is handed out and what is due today. */
  readonly normalMinutes: number;
  /** Anything else goes so many minutes before it would lapse. */
  readonly beforeLapseMinutes: number;
  /** What the channels did not take for so long goes back; they are tried again for it as much later. */
  readonly retryMinutes: number;
}

/** When the administrator is asked for the next year's days off, until they are entered. */
export interface NextYearPolicy {
  /** `MM-DD` of the year before: from then on once a week, on the first working day of it. */
  readonly weeklyFrom: string;
  /** `MM-DD` of the year before: from then on every working day. */
  readonly dailyFrom: string;
  readonly clock: string;
}

export interface Budget {
  /** Messages of class L2–L4 to a room on a working day / on a day off. */
  readonly roomPerWorkday: number;
  readonly roomPerDayOff: number;
  /** Messages of class L2–L4 to one person a day; the last of them gathers what is left. */
  readonly privatePerDay: number;
  /** Ordinary reminders to one person closer together than this become one message. */
  readonly digestMinutes: number;
}

export interface TaskPolicy {
  readonly ladder: Ladder;
  /** Ladder of tasks marked 紧急 or 特急; replaces `noAck`. */
  readonly urgentNoAck: readonly string[];
  /** Before the deadline, by length of the term in days; the first row whose `fromDays` is reached. */
  readonly beforeDue: readonly { readonly fromDays: number; readonly rungs: readonly string[] }[];
  /** Two reminders about the same item to the same person are at least this far apart. */
  readonly minGapMinutes: number;
  readonly urgentMinGapMinutes: number;
  /** Office minutes after which an unconfirmed draft becomes the dispatcher's. */
  readonly draftMinutes: number;
  /** Minutes that the unit has to answer the private question before anybody else hears of the deadline. */
  readonly graceMinutes: number;
  /** Minutes after the first reminder at which the room hears once how many have acknowledged. */
  readonly ackSummaryMinutes: number;
  /** A report and the pictures of one sender within this time belong together. */
  readonly togetherMinutes: number;
  /** A bare 收到 in a room counts for what was handed out there this recently. */
  readonly ackHours: number;
  readonly archiveDays: number;
  /** Working days proposed for 尽快, and for 迅速. */
  /** Days between two reports of progress where the order names no rhythm; 0 asks for none. */
  readonly progressDays: number;
  readonly soonWorkdays: number;
  readonly swiftWorkdays: number;
  /** A task that recurs is handed out so many working days before it is due. */
  readonly recurringLeadWorkdays: number;
}

export interface BindingPolicy {
  readonly attempts: number;
  readonly hours: number;
  readonly codeDigits: number;
}

export interface MessagePolicy {
  readonly maxLines: number;
  /** Characters of one chat message; longer texts are split at sentence ends. */
  readonly maxChars: number;
  /** A message that waited longer than this before we saw it opens no matter. */
  readonly lateMinutes: number;
  /** A reminder later than this is marked 补发. */
  readonly catchUpMinutes: number;
  /** When the chat is back, reminders from before wait so long: what people wrote meanwhile comes in first. */
  readonly settleSeconds: number;
}
