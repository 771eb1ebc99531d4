import { type CheckIn, isAsking } from '../duty/checks/check-in.ts';
import type { NotCalled } from '../duty/checks/rounds/call-roll.ts';
import type { ThingId } from '../thing.ts';
import { clockText } from './dates.ts';
import { unitName, unitNames } from './names.ts';
import type { TextContext } from './tasks.ts';

export const CALL_HOW = '请写明抽查哪些单位，例如“抽查 青山镇”或“抽查各乡镇”';

const REASONS: Readonly<Record<NotCalled, string>> = {
  nobody: '现在没有值班人员',
  paused: '事件处置中，已暂停抽查',
  handover: '临近交接班',
  'asked-lately': '两小时内抽查过',
  'asked-tonight': '今晚已抽查过',
};

/** To whoever called it: who is being asked, until when, and who is not and why. */
export function calledText(
  asked: readonly ThingId[],
  left: ReadonlyMap<ThingId, NotCalled>,
  windowMin: number,
  { office }: TextContext,
): string {
  const lines =
    asked.length > 0 ? [`正在抽查${unitNames(office, asked)}，${windowMin}分钟后告诉你结果`] : ['没有发起抽查'];
  for (const reason of new Set(left.values())) {
    const units = [...left].filter(([, one]) => one === reason).map(([unit]) => unit);
    lines.push(`没有问：${unitNames(office, units)}（${REASONS[reason]}）`);
  }
  return lines.join('\n');
}

/** What came of it, once the time for answers is over. */
export function callResultText(
  at: Date,
  checks: readonly CheckIn[],
  left: readonly string[],
  context: TextContext,
): string {
  const when = clockText(at, context.now, context.calendar);
  const of = (counts: (check: CheckIn) => boolean) =>
    checks.filter(counts).map(({ unit }) => unitName(context.office, unit));
  const lines = [
    ['按时应答', of(({ state }) => state === 'on-time')],
    ['还没有应答，正在电话核实', of(isAsking)],
    ['迟到应答', of(({ state }) => state === 'late')],
    ['电话核实在岗', of(({ state }) => state === 'verified')],
    ['作废，不计入', of(({ state }) => state === 'void')],
    ['没有问到', left],
  ] as const;
  const told = lines
    .filter(([, units]) => units.length > 0)
    .map(([what, units]) => `${what}${units.length}家：${units.join('、')}`);
  return [`${when}抽查结果`, ...told].join('\n');
}
