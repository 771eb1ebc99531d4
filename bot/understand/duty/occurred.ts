import type { Heard } from '../heard.ts';
import type { FoundTime } from '../time/found.ts';
import type { Mishap } from './mishap.ts';
import { isNow } from './telling.ts';

/** 截至18时, 预计20:00: not when it happened. */
const NOT_WHEN = /(?:截至|截止|到|至|预计|计划|准备|限|于次日|将于)\s?(?:目前|今天|今日)?\s?$/;
/** 06:10明火扑灭: what was done about it. */
const AFTERWARDS =
  /^[^,。;]{0,10}(?:扑灭|控制|救出|恢复|赶到|到达|到场|撤离|疏散|处置|清理|出发|上报|接报|接到|打捞|送医|结束|完成)/;
/** The clock that was said for it; a bare day is none, nor is when it was put out. */
export function occurredOf(heard: Heard, mishap: Mishap | undefined, later: boolean): Date | undefined {
  const { text, told, input } = heard;
  const found = told.times.find(
    ({ from, to, read, byAt }) =>
      read.grain === 'minute' &&
      read.kind === 'at' &&
      byAt <= input.at &&
      !isNow(heard, read.startAt!) &&
      !NOT_WHEN.test(text.slice(Math.max(0, from - 6), from)) &&
      !AFTERWARDS.test(text.slice(to, to + 16)) &&
      (!later || (mishap !== undefined && from < mishap.to)),
  );
  return found && latestOf(heard, found);
}

const HALF_DAY_MS = 12 * 3_600_000;
const BARE_CLOCK = /^(?:1[0-2]|\d)(?:[:点时]|$)/;

/** 5:40 without morning or afternoon is, in a report, the one that has just been. */
function latestOf({ text, input }: Heard, { from, to, read }: FoundTime): Date {
  const later = new Date(read.startAt!.getTime() + HALF_DAY_MS);
  return BARE_CLOCK.test(text.slice(from, to)) && later <= input.at ? later : read.startAt!;
}
