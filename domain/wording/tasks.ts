import type { Calendar } from '../calendar/calendar.ts';
import type { Office } from '../people/office.ts';
import { lightOf } from '../tasks/light.ts';
import type { SourceKind, TaskSource } from '../tasks/source.ts';
import { maySpeakOfOverdue } from '../tasks/status.ts';
import type { Assignment, AssignmentState, OpenPoint, Task } from '../tasks/task.ts';
import type { ThingId } from '../thing.ts';
import { momentText } from './dates.ts';
import { honorific, personName, personWithUnit, unitName, unitNames } from './names.ts';

/** What a text needs besides the matter itself. */
export interface TextContext {
  readonly office: Office;
  readonly calendar: Calendar;
  readonly now: Date;
}

export const STATE_NAMES: Readonly<Record<AssignmentState, string>> = {
  issued: '待签收',
  'in-progress': '办理中',
  'forward-pending': '待确认转办',
  submitted: '已报送待审核',
  done: '办结',
  suspended: '暂缓',
  void: '已撤销',
  archived: '已归档',
};

const SOURCE_NAMES: Readonly<Record<SourceKind, string>> = {
  spoken: '口头',
  meeting: '会议',
  instruction: '批示',
  paper: '文件',
  check: '检查',
  complaint: '举报',
};

/** 会议 区政府第12次常务会议. */
function sourceText({ kind, reference }: TaskSource): string {
  return reference ? `${SOURCE_NAMES[kind]} ${shortTitle(reference, 40)}` : SOURCE_NAMES[kind];
}

const LIGHT_NAMES = { grey: '灰', green: '绿', yellow: '黄', red: '红' } as const;
const PRIORITY_NAMES = { normal: '', urgent: '【紧急】', critical: '【特急】' } as const;

/** Of a draft: that nobody wants a deadline has to be said by somebody. */
export function draftDueText({ dueAt, openEnded }: Pick<Task, 'dueAt' | 'openEnded'>, context: TextContext): string {
  return dueAt || openEnded ? dueText(dueAt, context) : '待定';
}

export function dueText(dueAt: Date | undefined, { now, calendar }: TextContext): string {
  return dueAt ? momentText(dueAt, now, calendar) : '不定期';
}

/** The echo of an order: what was understood, in six lines, and how to confirm it; a question besides comes last. */
export function draftText(task: Task, context: TextContext, changed = false, question?: OpenPoint): string {
  const assigner = context.office.people.get(task.assigner);
  const who = assigner ? honorific(assigner, context.calendar.dayOf(context.now)) : '';
  return [
    changed ? `已改，请${who}确认（回复“确认”或接着改）` : `已记为任务草稿，请${who}确认（回复“确认”或直接改）`,
    ...draftLines(task, context, question !== undefined),
    ...(question ? [questionText(question)] : []),
  ].join('\n');
}

/** An echo with something still open: the question comes last, with numbered choices. */
export function openPointText(task: Task, point: OpenPoint, context: TextContext): string {
  return [`已记为任务草稿${task.no}，还有一处要问`, ...draftLines(task, context).slice(0, 4), questionText(point)].join(
    '\n',
  );
}

export function questionText(point: OpenPoint): string {
  const choices = point.choices.map((choice, index) => `${index + 1} ${choice.label}`).join('　');
  const how = point.choices.length > 0 ? `回复数字` : '请直接说';
  switch (point.about) {
    case 'due':
      return `${dueDoubt(point)}什么时候要？${choices}。${how}，也可以直接说日期`;
    case 'day-off':
      return `${point.written ?? '时限'}是休息日，怎么定？${choices}。${how}`;
    case 'unit':
      if (!point.written) return '请哪个单位承办？请直接说单位名称';
      return `“${point.written}”指哪个单位？${choices}${choices ? '。' : ''}${how}${choices ? '，也可以直接说单位' : '单位名称'}`;
    case 'content':
      return '要办什么事？请直接说';
  }
}

/** Several moments to choose from come from words that say several; one is only proposed. */
function dueDoubt({ written, choices }: OpenPoint): string {
  if (!written) return '';
  return choices.length > 2 ? '时间有几个，' : `“${written}”没有说到几号，`;
}

/** The dispatcher settles what two questions could not. */
export function leftOpenText(task: Task, dispatcher: string): string {
  const missing = [
    ...new Set(
      task.openPoints.map(
        (point) => ({ due: '时限', 'day-off': '时限', unit: '承办单位', content: '事项' })[point.about],
      ),
    ),
  ];
  return `${task.no}还缺：${missing.join('、')}。已转${dispatcher}补齐，也可以直接说“改 ${task.no} …”`;
}

/** `narrow` leaves a line for a question: everybody concerned stands in one. */
function draftLines(task: Task, context: TextContext, narrow = false): string[] {
  const { office } = context;
  const roles = [
    task.leads.length > 0 ? `牵头：${unitNames(office, task.leads)}` : '',
    task.coops.length > 0 ? `配合：${unitNames(office, task.coops)}` : '',
  ].filter(Boolean);
  const owners =
    task.owners.length > 0 ? `　责任人：${task.owners.map((owner) => personName(office, owner)).join('、')}` : '';
  const count = task.executors.length > 1 ? `（${task.executors.length}家）` : '';
  const assumed = task.assumed.length > 0 ? `（${task.assumed.join('；')}）` : '';
  const reportTo = personWithUnit(office, task.reviewer, context.calendar.dayOf(context.now));
  const source = task.source ? `　来源：${sourceText(task.source)}` : '';
  const executors = task.executors.length > 0 ? [`承办：${unitNames(office, task.executors)}${count}${owners}`] : [];
  const parties = narrow ? [[...roles, ...executors].join('　')] : [roles.join('　'), ...executors];

  return [
    `【${task.no}】${PRIORITY_NAMES[task.priority]}${task.title}`,
    ...parties.filter(Boolean),
    ...(task.requirements.length > 0 ? [`要求：${task.requirements.join('；')}`] : []),
    `时限：${draftDueText(task, context)}${recurrenceMark(task)}${assumed}　报给：${reportTo}${source}`,
  ];
}

function recurrenceMark(task: Task): string {
  return task.recurrence ? '（此后按期自动下达）' : '';
}

/** Handing out: one message in the room, whole where it is `isNews` to it, which asks the liaisons once to acknowledge. */
export function dispatchText(
  task: Task,
  added: string | undefined,
  context: TextContext,
  { isNews = false }: { readonly isNews?: boolean } = {},
): string {
  const { office } = context;
  const including = added ? `（含“${added}”）` : '';
  const leads = task.leads.filter((unit) => !task.executors.includes(unit));
  const executors = task.executors.length > 0 ? task.executors : leads;
  const who = executors.length > 1 ? `${executors.length}家承办单位` : unitNames(office, executors);
  const leadText = task.executors.length > 0 && leads.length > 0 ? `和${unitNames(office, leads)}` : '';
  const reportTo = personWithUnit(office, task.reviewer, context.calendar.dayOf(context.now));
  const when = task.dueAt ? `${dueText(task.dueAt, context)}前` : '不定期，';
  return [
    `已下达${task.no}${PRIORITY_NAMES[task.priority]}${including}：${task.title}，${when}报${reportTo}。`,
    // Whoever was not there when the order was given has not heard what it asks for besides.
    ...(isNews && task.requirements.length > 0 ? [`要求：${task.requirements.join('；')}`] : []),
    `请${who}${leadText}联络员回复“收到”`,
  ].join('\n');
}

/** The same for one unit, in private. */
export function assignmentText(task: Task, unit: ThingId, context: TextContext): string {
  const requirement = task.requirements.length > 0 ? [`要求：${task.requirements.join('；')}`] : [];
  return [
    `【${task.no}】${PRIORITY_NAMES[task.priority]}${task.title}`,
    `交办：${personWithUnit(context.office, task.assigner, context.calendar.dayOf(context.now))}　承办：${unitName(context.office, unit)}`,
    ...requirement,
    `时限：${dueText(task.dueAt, context)}　请回复“收到”，办完回复“报 ${task.no} 内容”`,
  ].join('\n');
}

export function copyText(task: Task, unit: ThingId, context: TextContext): string {
  return [
    `【${task.no}】${task.title}（抄送，不用签收）`,
    `请${unitName(context.office, unit)}配合${unitNames(context.office, task.leads.length > 0 ? task.leads : task.executors)}，时限${dueText(task.dueAt, context)}`,
  ].join('\n');
}

/** One assignment in a line, for lists. */
export function assignmentLine(assignment: Assignment, context: TextContext, withUnit: boolean): string {
  const unit = withUnit ? ` ${unitName(context.office, assignment.unit)}` : '';
  return `${assignment.no}${unit} ${shortTitle(assignment.title)} ${dueText(assignment.dueAt, context)} ${stateText(assignment, context)}`;
}

/** A unit's state within its task; a deadline of its own is said too. */
export function unitStateLine(assignment: Assignment, task: Task, context: TextContext): string {
  const own =
    assignment.dueAt?.getTime() !== task.dueAt?.getTime() ? `，时限${dueText(assignment.dueAt, context)}` : '';
  return `${unitName(context.office, assignment.unit)} ${stateText(assignment, context)}${own}`;
}

/** The state with what makes it special: given back, long due, given to somebody else. */
function stateText(assignment: Assignment, { office, now }: TextContext): string {
  const { state, handedTo, returns } = assignment;
  if (handedTo) return `已转${unitName(office, handedTo)}`;
  const overdue = maySpeakOfOverdue(assignment, now) ? '（已过期）' : '';
  return `${STATE_NAMES[state]}${returns > 0 && state === 'in-progress' ? '（退回）' : ''}${overdue}`;
}

/** One task's state and what happened to one of its assignments, newest last. */
export function historyLines(assignment: Assignment, context: TextContext): string[] {
  const { office, calendar, now } = context;
  const when = (at: Date) => momentText(at, now, calendar);
  const events: [Date, string][] = [
    [assignment.issuedAt, '下达'],
    ...(assignment.ackAt ? [[assignment.ackAt, `${personName(office, assignment.ackBy)}签收`] as [Date, string]] : []),
    ...assignment.reports.map((report): [Date, string] => [
      report.writtenAt,
      `${personName(office, report.by) || unitName(office, assignment.unit)}${report.kind === 'report' ? '报送' : '进展'}：${shortTitle(report.text, 24)}`,
    ]),
    ...assignment.extensions.map((extension): [Date, string] => [
      extension.ruledAt,
      `${personName(office, extension.by)}${extension.approved ? '同意' : '不同意'}延期至${when(extension.toAt)}`,
    ]),
    ...(assignment.returned ?? []).map(({ returnedAt, by, reason }): [Date, string] => [
      returnedAt,
      `${personName(office, by)}退回：${shortTitle(reason, 24)}`,
    ]),
    ...(assignment.closedAt ? [[assignment.closedAt, stateText(assignment, context)] as [Date, string]] : []),
  ];
  return events.sort(([a], [b]) => a.getTime() - b.getTime()).map(([at, what]) => `${when(at)} ${what}`);
}

/** Head of a task for queries: numbers by state, and its deadline. */
export function taskHead(task: Task, all: readonly Assignment[], context: TextContext): string {
  // What was given to another unit is counted there.
  const assignments = all.filter((assignment) => !assignment.handedTo);
  const light = (colour: keyof typeof LIGHT_NAMES) =>
    assignments.filter((assignment) => lightOf(assignment, context.now, context.calendar) === colour).length;
  const acknowledged = assignments.filter((assignment) => assignment.ackAt).length;
  const lights = (['red', 'yellow', 'green', 'grey'] as const)
    .filter((colour) => light(colour) > 0)
    .map((colour) => `${LIGHT_NAMES[colour]}${light(colour)}`)
    .join(' ');
  return [
    `【${task.no}】${task.title}　时限${draftDueText(task, context)}`,
    ...(task.requirements.length > 0 ? [`要求：${shortTitle(task.requirements.join('；'), 60)}`] : []),
    ...(task.source ? [`来源：${sourceText(task.source)}`] : []),
    assignments.length > 0 ? `签收${acknowledged}/${assignments.length}　${lights}` : '还是草稿，等待确认',
  ].join('\n');
}

export function extensionRequestText(assignment: Assignment, context: TextContext): string {
  const request = assignment.extension!;
  const late = request.late ? '（已过原期限，逾期申请）' : '';
  const last = assignment.reports.at(-1);
  const progress = assignment.percent !== undefined && last ? `，进度${assignment.percent}%` : '';
  return `${unitName(context.office, assignment.unit)}申请${assignment.no}延期至${momentText(request.toAt, context.now, context.calendar)}${late}，理由：${shortTitle(request.reason, 60)}${progress}。回复“同意”或“不同意 理由”`;
}

export function shortTitle(text: string, length = 18): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}
