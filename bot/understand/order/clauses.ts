import type { Heard } from '../heard.ts';
import type { Span } from '../span.ts';
import type { Group } from './groups.ts';
import { ACTS, MARK } from './role-words.ts';

/** Nothing but times and marks stands before the names in their clause; in a later clause something must follow that they do. */
export function headOfClause(heard: Heard, group: Group, stretch: Span, after: string): boolean {
  let at = group.from;
  for (;;) {
    const time = timeEndingAt(heard, at);
    if (time !== undefined) at = time;
    else if (at > stretch.from && /[\s@于在]/.test(heard.text[at - 1]!)) at--;
    else break;
  }
  if (at <= stretch.from) return true;
  if (!MARK.test(heard.text[at - 1]!)) return false;
  const onlyMarksBefore = /^[\s\p{P}]*$/u.test(heard.text.slice(stretch.from, at));
  return onlyMarksBefore || goesOn(heard, group, after);
}

/** A verb or a time follows that says what they do, and by when. */
export function goesOn(heard: Heard, group: Group, after: string): boolean {
  return ACTS.test(after) || heard.times.times.some((time) => !time.past && startsAt(heard, time.from, group.to));
}

/** 供电所上午停电检修，请…: what happens at some time, and is nothing to be done by then. */
export function happensAt({ times, text }: Heard, at: number): boolean {
  const time = times.times.find(({ from }) => from === at);
  return time?.read.kind === 'at' && !/^[^,。;]{0,2}[把将]/.test(text.slice(time.to));
}

/** 住建局3月16日前牵头…: what follows the time that stands behind the names. */
export function textBehindTime({ text, times }: Heard, at: number): string | undefined {
  const time = times.times.find(({ from }) => from >= at && from <= at + 1);
  return time && /^\s?于?$/.test(text.slice(at, time.from)) ? text.slice(time.to, time.to + 4).trimStart() : undefined;
}

function timeEndingAt({ times }: Heard, at: number): number | undefined {
  return (times.times.find((time) => time.to === at && !time.past) ?? times.troubles.find((time) => time.to === at))
    ?.from;
}

function startsAt({ text }: Heard, time: number, at: number): boolean {
  return time >= at && /^[\s于在]{0,3}$/.test(text.slice(at, time));
}
