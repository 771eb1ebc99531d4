import type { CheckPause } from '../duty/checks/pause.ts';
import type { ThingId } from '../thing.ts';
import { momentText } from './dates.ts';
import { personName, unitName } from './names.ts';
import type { TextContext } from './tasks.ts';

export const PAUSE_HOW = '请写明单位，例如“石桥乡有事件处置，暂停抽查”';

/** To whoever said so, and to those who rule on check-ins. */
export function pausedText(pause: CheckPause, voided: number, context: TextContext): string {
  const { calendar, now, office } = context;
  const why = pause.reason ? `（${pause.reason}）` : '';
  const gone = voided > 0 ? `，正在进行的${voided}次点名作废（不计）` : '';
  return `${unitName(office, pause.unit)}暂停抽查${why}到${momentText(pause.untilAt, now, calendar)}，${personName(office, pause.by)}提出${gone}。定时点名和零报告照常，提前结束请说“恢复抽查 ${unitName(office, pause.unit)}”`;
}

export function resumedText(unit: ThingId, { office }: TextContext): string {
  return `${unitName(office, unit)}恢复抽查`;
}

export function notPausedText(unit: ThingId, { office }: TextContext): string {
  return `${unitName(office, unit)}没有暂停抽查`;
}

/** To whoever had been asked when it was paused. */
export function letGoText(unit: ThingId, { office }: TextContext): string {
  return `${unitName(office, unit)}正在处置事件，刚才的点名作废，不用回复，不计入`;
}
