import type { Proposal, RotationFigures, RotationNote } from '../duty/rotation/rotation.ts';
import { BURDENS, type Burden } from '../duty/rotation/rotation.ts';
import type { Layer } from '../duty/shift.ts';
import type { Day, ThingId } from '../thing.ts';
import { dayText } from './dates.ts';
import { LAYER_WORDS } from './duty.ts';
import { personName } from './names.ts';
import type { TextContext } from './tasks.ts';

const BURDEN_WORDS: Readonly<Record<Burden, string>> = {
  nights: '夜班',
  weekends: '周末',
  holidays: '节假日',
  total: '总数',
};

const MAX_NAMES = 4;

/** What a proposal says in the chat: at most six lines, the figures first, then what it could not do and why. */
export function rotationText(proposal: Proposal, context: TextContext): string {
  const { calendar, now } = context;
  const today = calendar.dayOf(now);
  const span = `${dayText(proposal.fromDay, today, calendar)}—${dayText(proposal.toDay, today, calendar)}`;
  const filled = proposal.rows.filter(({ person }) => person).length;
  const head = `值班表建议 ${span}：${filled}班已排${filled < proposal.rows.length ? `，${proposal.rows.length - filled}班没有人可排` : ''}，供你审定`;
  const layers = [...new Set(proposal.rows.map(({ layer }) => layer))].map((layer) => layerText(layer, proposal));
  const room = 6 - 2 - layers.length;
  return [head, ...layers, ...notesText(proposal, room, context), '明细见表。改哪一天直接说；可以用请回复“发布”'].join(
    '\n',
  );
}

/** `值班 10人：全年累计夜班12—13、周末4—5、节假日1—2、总数12—13，两班最少间隔72小时`. */
function layerText(layer: Layer, { figures, rows }: Proposal): string {
  const own = figures.filter((one) => one.layer === layer);
  const working = own.filter(({ person }) => rows.some((row) => row.layer === layer && row.person === person));
  const shown = working.length > 0 ? working : own;
  // With 24-hour shifts every shift is a night: once is enough.
  const same = shown.every(({ after }) => after.nights === after.total);
  const ranges = BURDENS.filter((burden) => !(same && burden === 'nights')).map(
    (burden) => `${BURDEN_WORDS[burden]}${range(shown.map(({ after }) => after[burden]))}`,
  );
  const rests = shown.flatMap(({ shortestRestHours }) => shortestRestHours ?? []);
  const rest = rests.length > 0 ? `，两班至少隔${Math.floor(Math.min(...rests))}小时` : '';
  return `${LAYER_WORDS[layer]}${working.length}人：全年累计${ranges.join('、')}${rest}`;
}

/** The gravest notes first; what does not fit is counted. */
function notesText({ notes }: Proposal, room: number, context: TextContext): string[] {
  const lines = notes.map((note) => rotationNoteText(note, context));
  if (lines.length === 0) return [];
  if (lines.length <= room) return lines;
  return [...lines.slice(0, Math.max(1, room) - 1), `另有${lines.length - Math.max(1, room) + 1}条说明见表`];
}

export function rotationNoteText(note: RotationNote, context: TextContext): string {
  const today = context.calendar.dayOf(context.now);
  const days = (list: readonly Day[]) =>
    `${list
      .slice(0, MAX_NAMES)
      .map((day) => dayText(day, today, context.calendar))
      .join('、')}${list.length > MAX_NAMES ? `等${list.length}天` : ''}`;
  switch (note.what) {
    case 'unfilled':
      return `${LAYER_WORDS[note.layer]}缺人：${days(note.days)}没有人能排，请补人或调整请假`;
    case 'uneven':
      return `${LAYER_WORDS[note.layer]}${BURDEN_WORDS[note.burden]}相差${note.spread}：最多${names(note.most, context)}，最少${names(note.least, context)}`;
    case 'same-break':
      return `${note.name}期间${LAYER_WORDS[note.layer]}不止一班：${names(note.people, context)}`;
    case 'away':
      return `${names([note.person], context)}${note.why}${note.days}天，期间不排`;
    case 'no-nights':
      return `${names([note.person], context)}不排夜班（${note.why}）`;
    case 'newcomer':
      return `${names([note.person], context)}${dayText(note.day, today, context.calendar)}起参加，按平均数起算，不补排以前的班`;
    case 'leaver':
      return `${names([note.person], context)}排到${dayText(note.day, today, context.calendar)}`;
    case 'wish':
      return `${names([note.person], context)}的意愿没有照顾到：${days(note.days)}`;
    case 'provisional':
      return `${note.year}年放假安排待公布，节假日按法定假日估算，公布后要重排`;
  }
}

/** A sheet of the roster: one row a shift, the gaps marked. */
export function rotationRows({ rows }: Proposal, context: TextContext): string[][] {
  const today = context.calendar.dayOf(context.now);
  return [
    ['日期', '层级', '班次', '时间', '人员'],
    ...rows.map(({ day, layer, name = '', startAt, endAt, person }) => [
      dayText(day, today, context.calendar),
      LAYER_WORDS[layer],
      name,
      `${context.calendar.clockOf(startAt)}—${context.calendar.dayOf(endAt) === day ? '' : '次日'}${context.calendar.clockOf(endAt)}`,
      person ? personName(context.office, person) || person : '缺班',
    ]),
  ];
}

/** The sheet that shows how even it is: everybody's year before and after. */
export function rotationFigureRows({ figures }: Proposal, context: TextContext): (string | number)[][] {
  const heads = BURDENS.flatMap((burden) => [`${BURDEN_WORDS[burden]}（此前）`, `${BURDEN_WORDS[burden]}（此后）`]);
  return [
    ['层级', '姓名', ...heads, '最短间隔（小时）'],
    ...figures.map((one: RotationFigures) => [
      LAYER_WORDS[one.layer],
      personName(context.office, one.person) || one.person,
      ...BURDENS.flatMap((burden) => [one.before[burden], one.after[burden]]),
      one.shortestRestHours ?? '',
    ]),
  ];
}

export function rotationNoteRows({ notes }: Proposal, context: TextContext): string[][] {
  return [['说明'], ...notes.map((note) => [rotationNoteText(note, context)])];
}

function range(numbers: readonly number[]): string {
  const least = Math.min(...numbers);
  const most = Math.max(...numbers);
  if (numbers.length === 0) return '0';
  return least === most ? `${numbers.length > 1 ? '各' : ''}${least}` : `${least}—${most}`;
}

function names(people: readonly ThingId[], { office }: TextContext): string {
  const shown = people.slice(0, MAX_NAMES).map((person) => personName(office, person) || person);
  return `${shown.join('、')}${people.length > MAX_NAMES ? `等${people.length}人` : ''}`;
}
