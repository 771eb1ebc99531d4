/**
 * When a day's zero report (有事报事、无事报平安) is asked for, and what follows. Clocks of Shanghai on the day itself, in this
 * order. Copied into each report, so that a change does not move one that is running.
 */
export interface ZeroReportLadder {
  /** The person on duty is asked. */
  readonly hint: string;
  /** The report is due; one written in this minute is on time. */
  readonly due: string;
  /** The room hears the figures from then on, once. */
  readonly summary: string;
  /** Whoever is on duty then, and has not reported, is asked once more. */
  readonly again: string;
  /** Who has not reported goes to a person with a telephone. */
  readonly list: string;
  /** What an outage has delayed beyond this clock is not asked any more. */
  readonly askUntil: string;
  /** So many minutes after an outage nobody is called missing: answers on their way come in first. */
  readonly settleMinutes: number;
}

export const DEFAULT_ZERO_REPORT_LADDER: ZeroReportLadder = {
  hint: '15:30',
  due: '16:00',
  summary: '16:05',
  again: '16:10',
  list: '16:30',
  askUntil: '20:00',
  settleMinutes: 30,
};
