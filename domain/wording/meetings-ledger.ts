import type { LedgerRow, LedgerState, ProgressNoted } from '../meetings/ledger.ts';
import { actionOf, type Meeting, openInLedger } from '../meetings/meeting.ts';
import { meetingName, numbersText } from './meetings.ts';
import { shortTitle, type TextContext } from './tasks.ts';

export const LEDGER_STATES: Readonly<Record<LedgerState, string>> = {
  open: '未定',
  ledger: '台账',
  task: '已转任务',
  done: '完成',
  void: '已撤销',
};

export const NO_MEETINGS = '还没有会议部署。发“讲话转任务”加讲话全文，或发分工方案表格';
export const LEDGER_SENT = '会议部署台账的表格随后发';
const MOST_LINES = 4;

/** One meeting in a line, for the list of all. */
function meetingLine(meeting: Meeting, rows: readonly LedgerRow[], context: TextContext): string {
  const count = (state: LedgerState) => rows.filter((row) => row.state === state).length;
  const parts = (['open', 'ledger', 'task', 'done', 'void'] as const)
    .filter((state) => count(state) > 0)
    .map((state) => `${LEDGER_STATES[state]}${count(state)}`);
  return `${meetingName(meeting, context)}：${parts.join('、')}`;
}

export interface MeetingRows {
  readonly meeting: Meeting;
  readonly rows: readonly LedgerRow[];
}

/** Of several meetings a line each, of a single one its open points too. */
export function meetingsText(all: readonly MeetingRows[], context: TextContext): string {
  const [only, ...more] = all;
  if (!only) return NO_MEETINGS;
  if (more.length > 0) {
    const shown = all.slice(0, MOST_LINES);
    return [
      ...shown.map(({ meeting, rows }) => meetingLine(meeting, rows, context)),
      ...(all.length > shown.length ? [`另有${all.length - shown.length}次会议`] : []),
      '看一次会议请说“会议部署 会议名”，要表格请说“导出会议部署”',
    ].join('\n');
  }
  const open = only.rows.filter(({ state }) => state === 'ledger' || state === 'task' || state === 'open');
  const shown = open.slice(0, MOST_LINES);
  const rest = open.length - shown.length;
  return [
    meetingLine(only.meeting, only.rows, context),
    ...shown.map((row) => rowLine(only.meeting, row)),
    open.length === 0
      ? '已全部完成'
      : `${rest > 0 ? `另有${rest}条没完成，` : ''}要表格请说“导出会议部署”；有进展请说“3已完成，5正在推进”`,
  ].join('\n');
}

function rowLine(meeting: Meeting, { item, state, task }: LedgerRow): string {
  const progress = meeting.decided[item.no]?.progress;
  return `${item.no} ${shortTitle(actionOf(meeting, item), 24)}　${task ?? LEDGER_STATES[state]}${progress ? `（${shortTitle(progress, 12)}）` : ''}`;
}

/** The monthly question; what is done is not asked about again. */
export function progressQuestionText(meeting: Meeting, context: TextContext): string {
  const open = openInLedger(meeting);
  const shown = open.slice(0, MOST_LINES);
  return [
    `${meetingName(meeting, context)}部署台账还有${open.length}条没完成，进展如何？`,
    ...shown.map((item) => rowLine(meeting, { item, state: 'ledger' })),
    `${open.length > shown.length ? '其余见表格。' : ''}请回复“${shown[0]!.no}已完成${shown[1] ? `，${shown[1].no}正在推进` : ''}”，没有变化不用回`,
  ].join('\n');
}

export function progressNotedText(noted: ProgressNoted): string {
  const { meeting, done, going, unknown } = noted;
  const left = openInLedger(meeting).length;
  const parts = [
    ...(done.length > 0 ? [`${numbersText(done)}完成`] : []),
    ...(going.length > 0 ? [`${numbersText(going)}已记进展`] : []),
    ...(unknown.length > 0 ? [`${numbersText(unknown)}不在台账里，没有记`] : []),
  ];
  const rest = left > 0 ? `台账还有${left}条` : '台账已全部完成，不再问';
  return `${parts.length > 0 ? `好。${parts.join('，')}；` : ''}${rest}`;
}

export const WHICH_MEETING = '是哪次会议的？';
