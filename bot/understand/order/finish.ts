import type { Heard } from '../heard.ts';
import type { Span } from '../span.ts';
import type { Placed } from './parts.ts';

/** 周五前完成: by when all of it is due. */
const FINISH =
  /^[\s\p{P}]*(?:以上|均|都|请|务必|全部|统一|各项)*(?:事项|工作|任务|内容)?(?:均|都|请|务必|全部|须|要)*(?:于|在)?[\s\p{P}]*(?:前)?(?:全部|统一)?(?:完成|办结|准备好|准备到位|做好|办好|弄好|干完|做完|办完|报齐|报(?:我|安委办)?|交齐|落实|到位|完毕)?[\s\p{P}]*$/u;

/** Nothing but a deadline, and 完成 or the like. */
export function isFinish({ text, times }: Pick<Heard, 'text' | 'times'>, span: Span): boolean {
  const limits = times.times.filter(
    ({ from, to, read }) => from >= span.from && to <= span.to && read.kind === 'deadline',
  );
  let rest = text.slice(span.from, span.to);
  for (const { from, to } of limits) rest = rest.replace(text.slice(from, to), '');
  return limits.length > 0 && FINISH.test(rest);
}

/** 3月18日前完成，青山镇：…；南街镇：…: the deadline before the first of them is for all. */
export function behindFinish(heard: Heard, stretch: Span, placed: readonly Placed[]): Span {
  const first = placed.find(({ part }) => part === 'executor')?.words.from ?? stretch.from;
  const head = { from: stretch.from, to: first };
  return /[,。:]\s*$/.test(heard.text.slice(stretch.from, first)) && isFinish(heard, head)
    ? { from: first, to: stretch.to }
    : stretch;
}

/** Where clauses begin that have their own subject, none of them said behind its object; and the end without 周五前完成. */
export function subjects(
  { text, times }: Heard,
  stretch: Span,
  placed: readonly Placed[],
): [starts: number[], end: number] {
  const starts = placed.filter(({ part }) => part === 'executor').map(({ words }) => words.from);
  if (starts.length < 2) return [[], stretch.to];
  const clear = starts.every((at) => at <= stretch.from || /[\s,。;:!]/.test(text[at - 1]!) || endsTime(times, at));
  const comma = text.lastIndexOf(',', stretch.to - 1);
  const last = starts[starts.length - 1] ?? 0;
  const finishes = comma > last && isFinish({ text, times }, { from: comma, to: stretch.to });
  return [clear ? starts : [], finishes ? comma : stretch.to];
}

function endsTime({ times }: Heard['times'], at: number): boolean {
  return times.some(({ to }) => to === at);
}
