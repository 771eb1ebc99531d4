import type { Intent } from '../meaning.ts';
import type { Assignment, Task } from '../tasks/task.ts';
import type { Right } from './grants.ts';

/** What the right depends on besides the intent. */
export interface IntentObject {
  readonly thing?: Task | Assignment;
  /** A look at one's own matters, as against those of anybody. */
  readonly own?: boolean;
  /** Somebody acknowledges for another (代李四收到). */
  readonly forAnother?: boolean;
  /** It is about a 叫应. */
  readonly call?: boolean;
  /** It is about @所有人. */
  readonly everybody?: boolean;
}

/** The right that an intent asks for: a draft is cancelled where an order is withdrawn. Undefined for what is not meant for the bot. */
export function rightFor(intent: Intent, object: IntentObject = {}): Right | undefined {
  const draft = object.thing?.type === 'task' && object.thing.state === 'draft';
  if (intent === 'cancel') return draft ? 'cancel-draft' : 'withdraw';
  if (intent === 'amend') return draft ? 'amend-draft' : 'amend-order';
  if (intent === 'query') return object.own ? 'query-own' : 'query-any';
  if (intent === 'ack') return object.forAnother ? 'acknowledge-for' : 'acknowledge';
  if (intent === 'zero_report') return object.forAnother ? 'collect-reports' : 'do-duty';
  if (intent === 'feed') return object.own ? 'own-calendar' : 'unit-calendar';
  if (intent === 'end_notice') return object.call ? 'end-call' : 'end-notice';
  if (intent === 'decide' && object.everybody) return 'approve-everybody';
  if (intent === 'decide') return asksForward(object.thing) ? 'rule-forward' : 'rule-extension';
  return RIGHT_OF[intent];
}

function asksForward(thing: IntentObject['thing']): boolean {
  return thing?.type === 'assignment' && thing.state === 'forward-pending';
}

type OfOneRight = Exclude<
  Intent,
  'cancel' | 'amend' | 'query' | 'ack' | 'zero_report' | 'decide' | 'feed' | 'end_notice'
>;

const RIGHT_OF: Readonly<Record<OfOneRight, Right | undefined>> = {
  assign: 'give-order',
  progress: 'report',
  complete: 'report',
  reported_elsewhere: 'report',
  received_elsewhere: 'review',
  verify_pass: 'review',
  verify_reject: 'review',
  extend: 'ask-extension',
  confirm: 'confirm-draft',
  forward: 'forward',
  not_mine: 'forward',
  suspend: 'suspend',
  resume: 'resume',
  nudge: 'chase',
  archive: 'archive',
  choose: 'answer',
  unknown: 'answer',
  hazard: 'answer',
  incident: 'answer',
  broadcast: 'send-notice',
  correct_notice: 'send-notice',
  feedback: 'answer',
  lift: 'answer',
  periods: 'see-duty',
  kits: 'give-order',
  kit: 'give-order',
  period_days: 'set-periods',
  holidays: 'set-holidays',
  warning: 'set-periods',
  duty_log: 'do-duty',
  paper: 'export-duty',
  roster: 'plan-duty',
  takeover: 'do-duty',
  who_on_duty: 'see-duty',
  swap: 'do-duty',
  handover: 'do-duty',
  checkin: 'do-duty',
  phone_verify: 'do-duty',
  rotation: 'plan-duty',
  put_on_duty: 'plan-duty',
  absence: 'do-duty',
  absence_over: 'do-duty',
  leave_post: 'do-duty',
  rule_check: 'rule-check',
  call_roll: 'rule-check',
  pause_checks: 'do-duty',
  explain_check: 'do-duty',
  quiet: 'quiet',
  quiet_hours: 'quiet-hours',
  status: 'system-status',
  bind: 'bind',
  code: 'enter-code',
  bind_room: 'bind-room',
  feed_renew: 'own-calendar',
  trial: 'run-trial',
  meeting: 'split-meeting',
  meetings: 'see-meetings',
  help: 'help',
  ignore: undefined,
};
