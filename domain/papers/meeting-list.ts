import { classOf } from '../meetings/classes.ts';
import { ledgerRows } from '../meetings/ledger.ts';
import { actionOf, decisionOn, type ItemKind, type Meeting, type MeetingItem, partiesOf } from '../meetings/meeting.ts';
import { unitsMeant } from '../meetings/units.ts';
import type { Task } from '../tasks/task.ts';
import type { Day } from '../thing.ts';
import { dayText } from '../wording/dates.ts';
import { meetingName } from '../wording/meetings.ts';
import { LEDGER_STATES } from '../wording/meetings-ledger.ts';
import type { TextContext } from '../wording/tasks.ts';
import type { PaperColumn, PaperSheet } from './sheet.ts';

const KINDS: Readonly<Record<ItemKind, string>> = {
  hard: '具体事项',
  standing: '常态职责',
  rule: '如遇即办',
  implied: '单位不明确',
};

const LIST_COLUMNS: readonly PaperColumn[] = [
  { heading: '序号', width: 6, centred: true },
  { heading: '原文', width: 46 },
  { heading: '牵头', width: 18 },
  { heading: '配合', width: 16 },
  { heading: '事项', width: 36 },
  { heading: '时限(原文)', width: 14 },
  { heading: '时限(日期)', width: 17, centred: true },
  { heading: '类型', width: 13, centred: true },
  { heading: '出处(段)', width: 9, centred: true },
  { heading: '建议', width: 26 },
];

/** 任务清单 of one meeting as it stands; what was not said stays empty, whom it is for reads 须明确 where nobody can be told. */
export function meetingListSheet(meeting: Meeting, issued: string, context: TextContext): PaperSheet {
  return {
    name: '任务清单',
    title: `${meeting.name}任务清单`,
    subtitle: `${meetingName(meeting, context)}　${issued}　草稿，确认后才下达`,
    columns: LIST_COLUMNS,
    rows: meeting.items.map((item) => listRow(meeting, item, context)),
    notes: [],
    orientation: 'landscape',
    filter: true,
  };
}

const LIMIT_COLUMNS: readonly PaperColumn[] = [
  { heading: '序号', width: 6, centred: true },
  { heading: '原文', width: 70 },
  { heading: '段落', width: 9, centred: true },
  { heading: '时限', width: 18 },
  { heading: '时限(日期)', width: 17, centred: true },
];

/** 未列入的时限: limits of the speech that no point of the list has; undefined where there are none. */
export function looseLimitsSheet(meeting: Meeting, issued: string, context: TextContext): PaperSheet | undefined {
  const limits = meeting.looseLimits ?? [];
  if (limits.length === 0) return undefined;
  return {
    name: '未列入的时限',
    title: `${meeting.name}未列入任务的时限`,
    subtitle: `${meetingName(meeting, context)}　${issued}　请核对有没有漏掉的任务`,
    columns: LIMIT_COLUMNS,
    rows: limits.map(({ words, quote, place, limitAt }, index) => [
      String(index + 1),
      quote,
      String(place),
      words,
      limitAt ? dayCell(limitAt, context) : '',
    ]),
    notes: [],
    orientation: 'landscape',
  };
}

function listRow(meeting: Meeting, item: MeetingItem, context: TextContext): string[] {
  const { coops } = partiesOf(meeting, item);
  const dueAt = decisionOn(meeting, item.no).dueAt ?? item.limitAt;
  const kind = item.recurrence ? `${KINDS[item.kind]}（${item.recurrence}）` : KINDS[item.kind];
  return [
    String(item.no),
    item.quote,
    leadCell(meeting, item, context),
    coops.join('、'),
    actionOf(meeting, item),
    item.deadline ?? '',
    dueAt ? dayCell(dueAt, context) : '',
    kind,
    String(item.place),
    advice(meeting, item, context),
  ];
}

function leadCell(meeting: Meeting, item: MeetingItem, { office }: TextContext): string {
  const { leads } = partiesOf(meeting, item);
  if (leads.length === 0) return '须明确';
  const { unknown } = unitsMeant(office, leads);
  return unknown.length > 0
    ? `${leads.join('、')}（${unknown.length < leads.length ? `${unknown.join('、')}` : ''}须明确）`
    : leads.join('、');
}

function advice(meeting: Meeting, item: MeetingItem, context: TextContext): string {
  const { course, task } = decisionOn(meeting, item.no);
  if (task) return `已转任务草稿${task}`;
  if (course === 'ledger') return '已列入台账';
  if (course === 'drop') return '不要';
  const unknownCoops = unitsMeant(context.office, partiesOf(meeting, item).coops).unknown;
  const parts = [
    item.why,
    ...(unknownCoops.length > 0 && !item.why.includes('不在名册')
      ? [`配合单位“${unknownCoops.join('、')}”不在名册`]
      : []),
    ...(classOf(meeting, item, context.office) === 'standing' ? ['建议列入台账'] : []),
  ];
  return parts.filter((part) => part !== '').join('；');
}

const LEDGER_COLUMNS: readonly PaperColumn[] = [
  { heading: '序号', width: 6, centred: true },
  { heading: '事项', width: 44 },
  { heading: '牵头', width: 20 },
  { heading: '配合', width: 16 },
  { heading: '时限(原文)', width: 14 },
  { heading: '时限(日期)', width: 17, centred: true },
  { heading: '状态', width: 11, centred: true },
  { heading: '任务编号', width: 10, centred: true },
  { heading: '进展', width: 28 },
  { heading: '进展日期', width: 17, centred: true },
  { heading: '出处(段)', width: 9, centred: true },
];

/** 会议部署台账 of one meeting: everything that was kept, each point with its state. */
export function meetingLedgerSheet(
  meeting: Meeting,
  tasks: ReadonlyMap<string, Task>,
  issued: string,
  context: TextContext,
): PaperSheet {
  return {
    name: meeting.name,
    title: `${meeting.name}部署台账`,
    subtitle: `${meetingName(meeting, context)}　${issued}`,
    columns: LEDGER_COLUMNS,
    rows: ledgerRows(meeting, tasks).map(({ item, state, task }) => {
      const { progress, progressAt, doneAt, dueAt } = decisionOn(meeting, item.no);
      const { leads, coops } = partiesOf(meeting, item);
      const limitAt = dueAt ?? item.limitAt;
      return [
        String(item.no),
        actionOf(meeting, item),
        leads.join('、') || '须明确',
        coops.join('、'),
        item.deadline ?? '',
        limitAt ? dayCell(limitAt, context) : '',
        LEDGER_STATES[state],
        task ?? '',
        progress ?? '',
        (doneAt ?? progressAt) ? dayCell((doneAt ?? progressAt)!, context) : '',
        String(item.place),
      ];
    }),
    notes: [],
    orientation: 'landscape',
    filter: true,
  };
}

/** `2026-02-06（周五）`: with its year, so that a printed list is never in doubt. */
function dayCell(at: Date, { calendar }: TextContext): string {
  const day: Day = calendar.dayOf(at);
  const weekday = /（(周.)）/.exec(dayText(day, day, calendar))![1];
  return `${day}（${weekday}）`;
}
