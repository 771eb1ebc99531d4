import type { PublishPlan } from '../duty/roster/publish-plan.ts';
import type { RosterChange } from '../duty/roster/publish-roster.ts';
import { isReachable } from '../people/reach.ts';
import type { TrialSpan } from '../people/trial-begin.ts';
import type { Day, ThingId } from '../thing.ts';
import { LAYER_WORDS, peopleNames, shiftDay, shiftHours } from './duty.ts';
import { personName, unitName, unitNames } from './names.ts';
import { rosterText } from './roster.ts';
import { daysText, shortDay } from './roster-days.ts';
import type { TextContext } from './tasks.ts';

const MOST_LINES = 6;
const MOST_NAMES = 5;

/** What was read and is still wrong or open; once nothing is open, what publishing would do, and how to say so. */
export function rosterSummaryText(plan: PublishPlan, unit: ThingId, context: TextContext): string {
  const { result } = plan;
  const head = `${unitName(context.office, unit)}值班表${rosterText(result, context.calendar)}`;
  if (result.rows.length === 0 || result.questions.length > 0) return head;

  const notes = notesOf(plan, context);
  return [head, ...(notes.length > 0 ? [notes.join('；')] : []), publishLine(plan, context)].join('\n');
}

/** The same sheet holds the rosters of further units. */
export function nextRostersText(units: readonly ThingId[], { office }: TextContext): string {
  return `同一张表里还有${unitNames(office, units)}${units.length > 1 ? `（${units.length}家）` : ''}，这家发布后接着核对`;
}

/** What 发布 would do, and how to say so. */
export function publishLine({ changes, result }: PublishPlan, context: TextContext): string {
  if (changes.length === 0) return '和已发布的值班表一样，不用再发布';
  const again = changes.some(({ before }) => before)
    ? `与已发布的比：${differenceText(changes)}（${daysText(changes.map(({ after }) => after.day))}）。`
    : '';
  const open = result.problems.some(({ kind }) => kind === 'gap') ? '（空缺先空着）' : '';
  return `${again}没有要改的请回复“发布”${open}，从${shiftDay(changes[0]!.after, context)}起按它提醒`;
}

/** `新增2班、改3班、取消1班`. */
function differenceText(changes: readonly RosterChange[]): string {
  const cancelled = changes.filter(({ after }) => after.state === 'cancelled').length;
  const added = changes.filter(({ before }) => !before).length;
  const counts = [
    ['新增', added],
    ['改', changes.length - added - cancelled],
    ['取消', cancelled],
  ] as const;
  return counts
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${what}${count}班`)
    .join('、');
}

/** What is left out or will not work, so that nobody takes it for done. */
function notesOf({ result, begun, kept, changes }: PublishPlan, { office }: TextContext): string[] {
  const reserves = new Set(result.rows.filter(({ layer }) => layer === 'reserve').flatMap(({ people }) => people)).size;
  const planned = [...new Set(changes.flatMap(({ after }) => after.people))];
  const unbound = planned.filter((id) => {
    const person = office.people.get(id);
    return !person || !isReachable(person);
  });
  return [
    ...(reserves > 0 ? [`备班${reserves}人，值班员没到岗或没应答时通知`] : []),
    ...(result.phones.length > 0
      ? [
          `${namesOf(
            result.phones.map(({ person }) => person),
            office,
          )}的电话没有登记过，表上的没有保存，请管理员补`,
        ]
      : []),
    ...(unbound.length > 0 ? [`${namesOf(unbound, office)}没有绑定微信，收不到提醒`] : []),
    ...(kept.length > 0 ? [`${daysText(kept)}表里没有，仍按已发布的`] : []),
    ...(begun.length > 0 ? [`${daysText(begun.map(({ day }) => day))}的班已经开始，不改`] : []),
  ];
}

function namesOf(people: readonly ThingId[], office: TextContext['office']): string {
  const names = people.slice(0, MOST_NAMES).map((person) => personName(office, person) || person);
  return `${names.join('、')}${people.length > MOST_NAMES ? `等${people.length}人` : ''}`;
}

/** To whoever said 发布. */
export function rosterPublishedText(plan: PublishPlan, unit: ThingId, context: TextContext): string {
  const { changes, trial } = plan;
  const name = unitName(context.office, unit);
  if (changes.length === 0) return `${name}值班表没有变化，仍按已发布的`;

  const what = changes.some(({ before }) => before)
    ? `已更新：${differenceText(changes)}`
    : `已发布${changes.length}班`;
  const gaps = changes.filter(({ after }) => after.people.length === 0 && after.state !== 'cancelled');
  const practised = trial && changes.some(({ after }) => after.trial) ? trial : undefined;
  return [
    `${name}值班表${what}，从${shiftDay(changes[0]!.after, context)}起生效`,
    ...(gaps.length > 0
      ? [`还空着：${daysText(gaps.map(({ after }) => after.day))}，补人请说“${shortDay(gaps[0]!.after.day)}补 姓名”`]
      : []),
    ...(practised ? [trialLine(practised, context)] : []),
  ].join('\n');
}

function trialLine({ fromDay, untilDay }: TrialSpan, context: TextContext): string {
  const days = context.calendar.daysBetween(fromDay, untilDay) + 1;
  return `前${days}天（到${shiftDay({ day: untilDay }, context)}）试运行：只提醒，不记未应答`;
}

/** To somebody whose shifts have changed; every line with its date. */
export function shiftsChangedText(person: ThingId, changes: readonly RosterChange[], context: TextContext): string {
  const lines = changes.map((change) => changeLine(person, change, context));
  const shown = lines.length > MOST_LINES - 1 ? lines.slice(0, MOST_LINES - 2) : lines;
  const rest = lines.length - shown.length;
  return ['值班表有变动：', ...shown, ...(rest > 0 ? [`另有${rest}班，请问“我的值班”`] : [])].join('\n');
}

function changeLine(person: ThingId, { before, after }: RosterChange, context: TextContext): string {
  const shift = after.state === 'cancelled' ? before! : after;
  const what = `${shiftDay(shift, context)}${unitName(context.office, shift.unit)}${LAYER_WORDS[shift.layer]}`;
  if (after.state === 'cancelled') return `${what}取消，你不用来了`;
  if (after.people.includes(person))
    return before?.people.includes(person)
      ? `${what}改为${shiftHours(after, context)}`
      : `${what}排了你，${shiftHours(after, context)}`;
  return `${what}不再排你，${after.people.length > 0 ? `改为${peopleNames(after.people, context)}` : '还没有定谁接'}`;
}

/** When a roster that was read was never published. */
export function rosterExpiredText(unit: ThingId, readDay: Day, context: TextContext): string {
  return `${shiftDay({ day: readDay }, context)}读的${unitName(context.office, unit)}值班表一直没有发布，已作废。还要用请重新发一次`;
}

export const ROSTER_GONE = '这份值班表已经作废或者已经发布，要改请重新发一次文件';
export const ROSTER_DROPPED = '好的，这份值班表不发布，已作废';
export const NO_ROSTER_WAITS = '没有等着发布的值班表，请把值班表（.xlsx、.csv或粘贴的表格）发给我';

/** Something in an answer to a roster's question was not understood; nothing of the message was taken over. */
export function rosterWordsText(words: string): string {
  return `“${words}”没看懂，这条都没有改。可以回复数字，或者说“2月9日补 何勇”“2月9日带班改周强”，几处用；隔开`;
}

export function dayNotThereText(words: string): string {
  return `“${words}”：这份值班表里没有这一天，这条都没有改，请核对日期`;
}

export const WHICH_UNIT_OF_ROSTER = '这是哪个单位的值班表？';
