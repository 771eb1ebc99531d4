import { isoShanghai } from '../../../domain/calendar/iso.ts';
import type { Doubt } from '../../../domain/meaning.ts';
import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import type { Span } from '../span.ts';
import type { FoundTime } from '../time/found.ts';

function within({ from, to }: Span) {
  return (span: Span) => span.from >= from && span.to <= to;
}

/** 时限：9月29日 says itself that it is the deadline; 节前 in the work beside it is not. */
const LABEL = gated(/(?:时限|期限|截止(?:时间|日期)?|(?:完成|报送|办结|上报)(?:时间|日期))\s?(?:为|是|:)\s*$/);

/** The deadlines said in a stretch of the message, each moment once, in the order of speaking. */
export function deadlinesIn(heard: Heard, stretch: Span): FoundTime[] {
  const found = heard.times.times.filter(
    ({ from, to, read, past }) => from >= stretch.from && to <= stretch.to && read.kind === 'deadline' && !past,
  );
  if (found.length < 2) return found;
  const named = found.filter(({ from }) => LABEL.test(heard.text.slice(Math.max(0, from - 10), from)));
  const meant = named.length > 0 ? named : found;
  return meant.filter(
    (time, index) => meant.findIndex((other) => other.byAt.getTime() === time.byAt.getTime()) === index,
  );
}

/**
 * What has to be asked about the deadline of a stretch: it can be read in two ways, there are several, it has passed, it names
 * no such day, or it only says 尽快. Undefined where there is nothing to ask, which includes that nothing was said.
 */
export function dueDoubt(heard: Heard, stretch: Span): Doubt | undefined {
  if (heard.times.times.length + heard.times.troubles.length === 0) return undefined;
  const deadlines = deadlinesIn(heard, stretch);
  const troubles = heard.times.troubles.filter(within(stretch));
  const doubt = (choices: readonly Date[]) => ({
    about: 'due',
    choices: [...new Set(choices.filter((at) => at > heard.input.at).map(isoShanghai))].sort(),
  });

  const hard = troubles.find(({ kind }) => kind === 'ambiguous' || kind === 'invalid' || kind === 'conflict');
  if (hard) return doubt([...hard.choices, ...deadlines.map(({ byAt }) => byAt)]);
  if (deadlines.length > 1) return doubt(deadlines.map(({ byAt }) => byAt));
  if (deadlines.length === 1) return deadlines[0]!.byAt < heard.input.at ? doubt([]) : undefined;
  if (heard.times.times.some((time) => within(stretch)(time) && time.read.kind === 'recurrence' && time.read.next))
    return undefined;

  const soft =
    troubles.find(({ kind }) => kind === 'unread') ?? troubles.find(({ kind }) => kind === 'vague' || kind === 'now');
  return soft && doubt(soft.choices);
}
