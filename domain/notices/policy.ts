import type { NoticeLadder } from './notice.ts';

/** Everything an office may set about notices. */
export interface NoticePolicy {
  readonly ladder: NoticeLadder;
  /** Of 叫应, and of warnings of the two highest grades: at any hour. */
  readonly urgentLadder: NoticeLadder;
  /** When those who owe figures are reminded, counted from when these are due; of urgent notices at any hour. */
  readonly feedback: { readonly remind: readonly string[]; readonly urgentRemind: readonly string[] };
  /** So long a leader's 同意 to @所有人 is waited for before the author hears that there is none yet. */
  readonly approvalMinutes: number;
}

export const NOTICE_DEFAULTS: NoticePolicy = {
  feedback: { remind: ['-30min remind', '+0min remind'], urgentRemind: ['-15min remind', '+0min remind'] },
  ladder: { remind: ['+1h remind', '+4h remind'], list: ['+6h unanswered'] },
  urgentLadder: {
    remind: ['+5min remind'],
    list: ['+10min unanswered', '+25min unanswered', '+60min unanswered'],
  },
  approvalMinutes: 10,
};
