import { classOf, figuresOf, type ItemClass, isVague } from '../meetings/classes.ts';
import type { LooseLimit, Meeting, MeetingItem } from '../meetings/meeting.ts';
import { undecided } from '../meetings/meeting.ts';
import type { MeetingPolicy } from '../meetings/policy.ts';
import { dayText } from './dates.ts';
import type { TextContext } from './tasks.ts';

/** `1、4、7—9`: numbers of points as people say them, three in a row and more as a stretch. */
export function numbersText(nos: readonly number[]): string {
  const sorted = [...new Set(nos)].sort((one, other) => one - other);
  const parts: string[] = [];
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (sorted[end + 1] === sorted[end]! + 1) end++;
    if (end - at >= 2) parts.push(`${sorted[at]}—${sorted[end]}`);
    else for (let one = at; one <= end; one++) parts.push(String(sorted[one]));
    at = end + 1;
  }
  return parts.join('、');
}

/** `“全区第一季度安全生产工作会议”（1月16日（周五））`. */
export function meetingName({ name, heldDay }: Pick<Meeting, 'name' | 'heldDay'>, context: TextContext): string {
  const { calendar, now } = context;
  return heldDay ? `“${name}”（${dayText(heldDay, calendar.dayOf(now), calendar)}）` : `“${name}”`;
}

/** What was read, in six lines at most: figures, what comes first, and what is still to be said. */
export function listReadText(
  meeting: Meeting,
  policy: MeetingPolicy,
  problems: readonly string[],
  context: TextContext,
): string {
  const { all, named, unclear, standing, strange, timed } = figuresOf(meeting, context.office);
  const ready = named - strange;
  const first = ready > 0 ? `先看有单位的${ready}条` : `先看单位要明确的${named + unclear || all}条`;
  const unknown = strange > 0 ? `（其中${strange}条的单位不在名册，要说给谁）` : '';
  const loose = meeting.looseLimits?.length ?? 0;
  const besides = loose > 0 ? `另有${loose}处时限没有对应任务，见表二。` : '';
  return [
    `${meetingName(meeting, context)}读出可交办事项${all}条：有单位且具体${named}条${unknown}、单位不明确${unclear}条、常态职责${standing}条；有明确时限${timed}条。${besides}`,
    ...(problems.length > 0 ? [`要核对的${problems.length}处：${problems.join('；')}。`] : []),
    `${first}，表格随后发。请填时限，或回复“默认”${standardText(meeting.items, meeting, policy, context)}`,
    '可以一起说：“1、4按2月6日，3不要，7给消防大队，其余列入台账”',
    ...dayQuestion(meeting, context),
  ].join('\n');
}

/** The office's term for these points, which never overrides a limit of the text. */
function standardText(
  items: readonly MeetingItem[],
  { heldDay }: Meeting,
  { standardWorkdays }: MeetingPolicy,
  { calendar, now }: TextContext,
): string {
  const day = heldDay && dayText(calendar.addWorkdays(heldDay, standardWorkdays), calendar.dayOf(now), calendar);
  const own = items.some(({ deadline }) => deadline !== undefined && !isVague(deadline)) ? '，原文有时限的按原文' : '';
  return `按会后${standardWorkdays}个工作日${day ? `（${day}）` : ''}${own}`;
}

/** No limit is worked out from a day that nobody has confirmed. */
export function dayQuestion({ heldDay, proposedDay }: Meeting, { calendar, now }: TextContext): string[] {
  if (heldDay) return [];
  if (!proposedDay) return ['会议是哪天开的？请回复日期，例如“会议1月16日”，定了才能换算时限'];
  return [
    `文中写的是${dayText(proposedDay, calendar.dayOf(now), calendar)}，是这天开的会吗？是就回复“确认”，不是请说日期，定了才能换算时限`,
  ];
}

/** After the day of the meeting is certain. */
export function daySetText(meeting: Meeting, dated: number, { calendar, now }: TextContext): string {
  const day = dayText(meeting.heldDay!, calendar.dayOf(now), calendar);
  return `好，会议按${day}算${dated > 0 ? `，${dated}条时限能换算成日期，表格重发` : ''}。`;
}

const CLASS_NAMES: Readonly<Record<ItemClass, string>> = {
  ready: '有单位的',
  unclear: '单位要明确的',
  standing: '常态职责',
};

/** What nobody has decided yet and how to say it; empty where everything is. */
export function openText(meeting: Meeting, policy: MeetingPolicy, context: TextContext): string {
  const open = undecided(meeting);
  if (open.length === 0) return '';
  const of = (which: ItemClass) => open.filter((item) => classOf(meeting, item, context.office) === which);
  const ready = of('ready');
  if (ready.length > 0)
    return `还有${ready.length}条没定：${nos(ready)}。请说日期，或“其余默认”${standardText(ready, meeting, policy, context)}，或“其余列入台账”`;
  const rest = (['unclear', 'standing'] as const).flatMap((which) => {
    const items = of(which);
    return items.length > 0 ? [`${CLASS_NAMES[which]}${items.length}条（${nos(items)}）`] : [];
  });
  const [first] = open;
  return `还有${rest.join('、')}没定：可以说“${first!.no}给应急局，2月6日前”，或“其余列入台账”`;
}

function nos(items: readonly MeetingItem[]): string {
  return numbersText(items.map(({ no }) => no));
}

export const NO_SPEECH =
  '请把讲话全文粘贴在“讲话转任务”后面一起发，或者先发txt、docx、pdf文件再引用它说“讲话转任务”。例：讲话转任务（会议：全区安全生产工作会议，1月16日）';
export const NOTHING_TO_DO = '这份材料里没有读出可以交办的事项，没有建清单';

/** Where limits stand in it all the same, they are named, three at most. */
export function nothingToDoText(limits: readonly LooseLimit[] = []): string {
  if (limits.length === 0) return NOTHING_TO_DO;
  const said = limits.slice(0, 3).map(({ words, place }) => `第${place}段“${words}”`);
  return `${NOTHING_TO_DO}。但文中有${limits.length}处时限：${said.join('、')}${limits.length > 3 ? '等' : ''}，请核对`;
}
export const SPEECH_FILE_UNREAD =
  '这个文件读不了（扫描件、加密的和旧格式都读不了）。讲话稿请发txt、docx或带文字的pdf，分工方案请发xlsx或csv';
export const SPEECH_FILE_GONE = '引用的文件已经找不到了，请把文件重新发一次，再说“讲话转任务”';
export const NO_PLAN = '这张表里没有找到“任务”和“责任单位”两栏，请检查表头后再发';
export const LIST_DROPPED = '好，这份清单作废，没有下达任何任务';
export const DONE = '好';
export const LIST_GONE = '这份清单已经定完或作废，要看台账请说“会议部署”';
export const HOW_TO_CORRECT =
  '没看懂，清单没有改。可以这样说：“1、4按2月6日，3不要，7给消防大队，5的牵头改成应急局，其余默认”，或“其余列入台账”';

export function tooMuchText(chars: number, most: number): string {
  return `这份材料有${chars}字，超过${most}字，没有读。请只发讲话稿本身，或分几次发`;
}

export function whichListText(meeting: Meeting, context: TextContext): string {
  return `${meetingName(meeting, context)}的清单还有${undecided(meeting).length}条没定，怎么办？`;
}

/** To whoever brought the list, the next working day and then once a week. */
export function listWaitingText(meeting: Meeting, policy: MeetingPolicy, context: TextContext): string {
  return `${meetingName(meeting, context)}的任务清单：${openText(meeting, policy, context)}`;
}
