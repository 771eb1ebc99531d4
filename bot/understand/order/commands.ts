import { gated } from '../gated.ts';
import { endsAsking, isQuestion } from '../guards.ts';
import type { Heard } from '../heard.ts';
import type { Span } from '../span.ts';
import { groupsIn } from './groups.ts';

/** 请把…, 务必…: what follows somebody who is told to do something. */
const TOLD = gated(
  /^(?:同志|你们?|您)?\s?[:,]?\s?(?:[\u4e00-\u9fa5]{1,4}前(?=[把将]))?(?:请|务必|必须|要(?!求|是|么|不)|须|应(?!急|该)|把|将|对|跟|尽快|抓紧|派|牵头|于|在)/,
);
/** 已完成, 报了: told, and no order. */
const HAPPENED = gated(/已经?(?!过)[\u4e00-\u9fa5]|[\u4e00-\u9fa5]了(?=$|[\s,。;!])/);
const CALLED = /(?:^|[\s,。;:!])(?:请|由|让|麻烦|烦请|拜托|安排|责成|通知)\s?$/;

/**
 * Whether a message that names no matter and answers none tells somebody by name what to do: 铁山街道今天务必把通道清出来. Words of
 * an answer in it (清出来, 归属, 没签收) are then part of the work.
 */
export function commandsSomebody(heard: Heard): boolean {
  if (heard.orders) return true;
  if (heard.numbers.length > 0 || heard.input.quote || !heard.input.addressed) return false;
  heard.known.commands ??=
    !endsAsking(heard.text) &&
    groupsIn(heard, wholeOf(heard)).some((group) => atHead(heard.text, group) && isTold(heard, group));
  return heard.known.commands;
}

/** Without the space before it, as those who read an order take it: what was found there need not be found again. */
function wholeOf({ text }: Heard): Span {
  return { from: text.length - text.trimStart().length, to: text.length };
}

function atHead(text: string, { from }: Span): boolean {
  return from === 0 || /[\s,。;:!@请由让】)]/.test(text[from - 1]!);
}

function isTold({ text, times }: Heard, group: Span): boolean {
  const gap = /^[\s于在,:]{0,2}/.exec(text.slice(group.to))![0].length;
  const time = times.times.find(({ from, past }) => !past && from >= group.to && from <= group.to + gap);
  const rest = text.slice(time?.to ?? group.to);
  const clause = /^[^,。;]*/.exec(rest)![0];
  if (HAPPENED.test(clause) || isQuestion(clause)) return false;
  if (time?.read.kind === 'deadline' || time?.read.kind === 'recurrence') return true;
  if (time && CALLED.test(text.slice(0, group.from))) return true;
  return TOLD.test(rest) && (time !== undefined || /^\s?(?:请|务必|必须|把|将)/.test(rest));
}
