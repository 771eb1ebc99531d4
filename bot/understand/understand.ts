import type { Meaning, ReadTime } from '../../domain/meaning.ts';
import { hear } from './hear.ts';
import type { Heard, UnderstandInput } from './heard.ts';
import { readIntent } from './intents/index.ts';

export type { UnderstandInput } from './heard.ts';
export type { Roster } from './people/roster.ts';

/**
 * What a message means, from its text and what surrounds it; slots come from the text alone. Pure, total (it never throws
 * on any text) and linear in the length of the text. Where it cannot read, `ask` or `unknown` says so; it never guesses.
 */
export function understand(input: UnderstandInput): Meaning {
  return meaningOf(hear(input));
}

/** The same, from a message that was prepared before. */
export function meaningOf(heard: Heard): Meaning {
  const slots = readIntent(heard);
  const reading =
    slots.intent === 'received_elsewhere' || slots.intent === 'reported_elsewhere' ? heard.told : heard.allTimes;
  const times = reading.times.map(({ read }) => read);
  const time = principal(reading);
  return Object.assign(slots, time ? { time, times } : { times });
}

/** The time a message is about: a deadline or a rule before an event, both before the past. */
function principal({ times }: Heard['times']): ReadTime | undefined {
  const rank = ({ past, read }: Heard['times']['times'][number]) =>
    past ? 0 : read.kind === 'deadline' || read.kind === 'recurrence' ? 2 : 1;
  let best = times[0];
  for (const time of times) if (best && rank(time) > rank(best)) best = time;
  return best?.read;
}
