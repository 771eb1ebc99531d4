import type { Shift } from '../duty/shift.ts';
import type { Person } from '../people/office.ts';
import { overdueWorkdays } from '../tasks/status.ts';
import type { Assignment, Task, TaskSeries } from '../tasks/task.ts';
import type { Thing } from '../thing.ts';
import { momentText } from './dates.ts';
import { dutyNobodyText } from './handover.ts';
import { personName, unitName } from './names.ts';
import { draftDueText, dueText, shortTitle, type TextContext } from './tasks.ts';

export function catchUpText(text: string): string {
  return text.startsWith('（补发）') ? text : `（补发）${text}`;
}

/** To the dispatcher, when a reminder found nobody; `step` decides whose people are missing. */
export function nobodyText(thing: Thing, ofUnit: boolean, context: TextContext): string {
  if (thing.type === 'shift') return dutyNobodyText(thing as Shift, context);
  const { no = thing.id, unit } = thing as Partial<Assignment>;
  if (!ofUnit || !unit) return `${no}的提醒没有人能收到：审核人和安委办都联系不上，请核对岗位和绑定`;
  return `${no} ${unitName(context.office, unit)}没有能收到提醒的人，已转下一步。请给该单位补联络员或请其绑定`;
}

function head(assignment: Assignment, context: TextContext): string {
  return `${assignment.no}（${shortTitle(assignment.title)}，${dueText(assignment.dueAt, context)}${assignment.dueAt ? '前' : ''}）`;
}

function unit(assignment: Assignment, { office }: TextContext): string {
  return unitName(office, assignment.unit);
}

export function nudgeText(assignment: Assignment, context: TextContext): string {
  return `${head(assignment, context)}还没有看到${unit(assignment, context)}的签收，回复“收到”即可`;
}

export function nudgeDeputyText(assignment: Assignment, owner: Person | undefined, context: TextContext): string {
  const asked = owner ? `，已提醒联络员${owner.name}` : '';
  return `${head(assignment, context)}${unit(assignment, context)}尚未签收${asked}，请过问一下`;
}

export function unacknowledgedText(assignment: Assignment, context: TextContext): string {
  const issuedText = momentText(assignment.issuedAt, context.now, context.calendar);
  return `${head(assignment, context)}${unit(assignment, context)}还没有签收（${issuedText}下达），请联系该单位`;
}

/** The list for a human with a telephone: numbers in full, in private only. */
export function phoneListText(assignment: Assignment, people: readonly Person[], context: TextContext): string {
  const office = context.office.units.get(assignment.unit)?.dutyPhone;
  const phones = [
    ...people.map((person) => `${person.name}${person.phone ?? '（无电话）'}`),
    ...(office ? [`值班室${office}`] : []),
  ];
  return `${head(assignment, context)}${unit(assignment, context)}还没有签收，请电话联系：${phones.join('、') || '该单位没有登记电话'}`;
}

export function dueSoonText(assignment: Assignment, context: TextContext): string {
  return `${assignment.no} ${shortTitle(assignment.title)} ${dueText(assignment.dueAt, context)}到期，${unit(assignment, context)}尚未报送。办完直接发我；有困难回复“延期 到几号 原因”`;
}

export function dueTodayText(assignment: Assignment, context: TextContext): string {
  const { calendar, now } = context;
  const today = calendar.dayOf(assignment.dueAt!) === calendar.dayOf(now);
  const when = today ? `今天${calendar.clockOf(assignment.dueAt!)}` : momentText(assignment.dueAt!, now, calendar);
  return `${assignment.no} ${shortTitle(assignment.title)} ${when}到期，${unit(assignment, context)}尚未报送`;
}

export function checkText(assignment: Assignment, context: TextContext): string {
  const { calendar, now } = context;
  return `${assignment.no}已过${momentText(assignment.dueAt!, now, calendar)}，没有收到${unit(assignment, context)}的报送。如已报到别处，请把材料转给我，时间按你原来发出的算`;
}

export function overdueText(assignment: Assignment, context: TextContext): string {
  return `${assignment.no} ${shortTitle(assignment.title)}时限${dueText(assignment.dueAt, context)}已过，没有收到${unit(assignment, context)}的报送。请报送，或说明情况`;
}

export function overdueDeputyText(assignment: Assignment, owner: Person | undefined, context: TextContext): string {
  const asked = owner ? `，已问过联络员${owner.name}` : '';
  return `${assignment.no} ${shortTitle(assignment.title)}时限${dueText(assignment.dueAt, context)}已过，没有收到${unit(assignment, context)}的报送${asked}，请过问一下`;
}

export function proposeSupervisionText(assignment: Assignment, context: TextContext): string {
  const workdays = overdueWorkdays(assignment, context.now, context.calendar);
  const since = workdays > 0 ? `过期${workdays}个工作日` : `过了${dueText(assignment.dueAt, context)}`;
  return `${assignment.no} ${shortTitle(assignment.title)}：${unit(assignment, context)}${since}没有报送。是否督办由你们定`;
}

/** A line of the leaders' page: private, and only what is open so long. */
export function weeklyPageText(assignment: Assignment, context: TextContext): string {
  const workdays = overdueWorkdays(assignment, context.now, context.calendar);
  return `${assignment.no} ${unit(assignment, context)}逾期${workdays}个工作日没有报送（${shortTitle(assignment.title)}，时限${dueText(assignment.dueAt, context)}）`;
}

export function progressDueText(assignment: Assignment, { office }: TextContext): string {
  return `${assignment.no} ${shortTitle(assignment.title)}今天请报进展：${unitName(office, assignment.unit)}办到哪一步、有什么困难，回复“进展 ${assignment.no} 内容”`;
}

export function reviewWaitingText(assignment: Assignment, context: TextContext): string {
  const { calendar, now } = context;
  const at = momentText(assignment.submittedAt!, now, calendar);
  return `${assignment.no} ${unit(assignment, context)}${at}已报送，还没有审核。回复“通过 ${assignment.no} ${unit(assignment, context)}”或“退回 ${assignment.no} ${unit(assignment, context)} 原因”`;
}

export function rulingWaitingText(assignment: Assignment, context: TextContext): string {
  const { calendar, now, office } = context;
  const { extension } = assignment;
  return `${assignment.no} ${unit(assignment, context)}申请延期至${momentText(extension!.toAt, now, calendar)}（${personName(office, extension!.by)}：${shortTitle(extension!.reason, 60)}），还没有答复。回复“同意 ${assignment.no} ${unit(assignment, context)}”或“不同意 ${assignment.no} ${unit(assignment, context)} 理由”`;
}

export function forwardWaitingText(assignment: Assignment, context: TextContext): string {
  const { forward } = assignment;
  return `${assignment.no} ${unit(assignment, context)}说不归他们（${shortTitle(forward!.reason, 60)}），还没有定由谁办。回复“转办 ${assignment.no} ${unit(assignment, context)} 给某单位”或“不同意 ${assignment.no} ${unit(assignment, context)} 理由”`;
}

export function claimWaitingText(assignment: Assignment, context: TextContext): string {
  const { calendar, now, office } = context;
  const { claim } = assignment;
  return `${personName(office, claim!.by)}称${momentText(claim!.sentAt, now, calendar)}已把${assignment.no}报给你，请核实。收到请回复“${assignment.no} ${unit(assignment, context)} 已收 ${calendar.clockOf(claim!.sentAt)}”，没有收到请回复“不同意 ${assignment.no} ${unit(assignment, context)}”`;
}

export function draftHandedOverText(task: Task, context: TextContext): string {
  const assigner = personName(context.office, task.assigner);
  return `${assigner}的任务草稿${task.no}（${shortTitle(task.title)}，${draftDueText(task, context)}）还没有确认，转你处理。回复“确认 ${task.no}”下达，“取消 ${task.no}”作废，或“改 ${task.no} …”`;
}

export function draftWaitingText(task: Task, context: TextContext): string {
  return `草稿${task.no}（${shortTitle(task.title)}，${draftDueText(task, context)}）还没有下达。回复“确认 ${task.no}”或“取消 ${task.no}”`;
}

export function ackSummaryText(task: Task, acknowledged: number, all: number): string {
  return acknowledged === all ? `${task.no}签收${all}/${all}` : `${task.no}签收${acknowledged}/${all}，其余私下联系`;
}

export function notAcknowledgedText(task: Task, units: string): string {
  return `${task.no} ${units}尚未签收`;
}

export function allDoneText(task: Task, all: number, late: number): string {
  return `${task.no} ${shortTitle(task.title)}已全部办结：${all}家${late > 0 ? `，其中逾期报送${late}家` : '，都按期'}`;
}

/** To the administrator: something of ours failed five times in a row. */
export function parkedText(id: string): string {
  return `“${id}”的提醒连续5次没有办成，已停下等人处理。请把运行日志交给技术人员`;
}

/** Once a month about what has no deadline. */
export function standingText(task: Task, running: number, all: number): string {
  return `${task.no} ${shortTitle(task.title)}（不定期）：在办${running}家，共${all}家。继续办不用回复；不再需要请回复“撤销 ${task.no} 原因”`;
}

/** Occurrences whose deadline passed while the bot was off were not handed out. */
export function missedOccurrencesText(series: TaskSeries, missed: number): string {
  return `${series.no} ${shortTitle(series.template.title)}：值守中断期间有${missed}期没有下达，时限已过，不再补发。如仍需要请另行交办`;
}
