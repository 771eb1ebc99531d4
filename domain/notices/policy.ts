import type { NoticeLadder } from './notice.ts';

/** Everything an office may set about notices. */
export interface NoticePolicy {
  readonly ladder: NoticeLadder;
  /** Of 叫应, and of warnings of the two highest grades: at any hour. */
  readonly urgentLadder: NoticeLadder;
}

export const NOTICE_DEFAULTS: NoticePolicy = {
  ladder: { remind: ['+1h remind', '+4h remind'], list: ['+6h unanswered'] },
  urgentLadder: {
    remind: ['+5min remind'],
    list: ['+10min unanswered', '+25min unanswered', '+60min unanswered'],
  },
};
