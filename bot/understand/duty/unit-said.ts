import type { Heard } from '../heard.ts';
import { openingOf } from '../opening.ts';
import type { Name } from '../people/find-names.ts';

/** What stands before a guessed unit and is no part of it: 十一当天经开区, 今晚高铺镇. */
const BEFORE_UNIT = /^(?:当天|当日|那天|期间|的|我们|咱们|请问|问下|查下|看下|在|是|今天|今晚|明天|后天)+/;

/** The unit a report comes from or is about: the one it opens with, else the first that it names. */
export function unitSaid(heard: Heard): string | undefined {
  const unit = unitNamed(heard, (name) => name.known) ?? (heard.input.roster ? undefined : unitNamed(heard));
  return unit && unitWords(heard, unit);
}

/** The unit a message opens with, else the first it names; 值班室 alone is none. */
export function unitNamed(heard: Heard, counts: (name: Name) => boolean = () => true): Name | undefined {
  const isUnit = ({ kind, word }: Name) => kind === 'unit' && word !== '值班室' && word !== '办公室';
  const opening = openingOf(heard).unit;
  return opening && isUnit(opening) ? opening : heard.names.find((name) => isUnit(name) && counts(name));
}

/** A unit as written, without the time in front that a guess has taken in. */
export function unitWords(heard: Heard, { from, to, known }: Name): string {
  if (known) return heard.words({ from, to });
  const time = heard.times.times.findLast(
    (found) => (found.from >= from - 2 || found.from < from) && found.to > from && found.to < to,
  );
  const start = time?.to ?? from;
  const more = BEFORE_UNIT.exec(heard.text.slice(start, to))?.[0].length ?? 0;
  return heard.words({ from: to - start - more >= 2 ? start + more : from, to });
}
