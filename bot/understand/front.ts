import type { Heard } from './heard.ts';
import { type Opening, openingOf } from './opening.ts';

/**
 * The numbers and the unit at the front of an answer, also behind what may stand before them: the moment of which it tells
 * (今天下午四点石榴街道已摸底完毕) or whom it is said to (蔡主任，T0612我们办完了).
 */
export function frontOf(heard: Heard): Opening {
  heard.known.front ??= readFront(heard);
  return heard.known.front;
}

function readFront(heard: Heard): Opening {
  const plain = openingOf(heard);
  if (plain.numbers.length > 0 || plain.unit || !namesMatter(heard)) return plain;
  const next = behindPreamble(heard);
  if (next === 0) return plain;
  const later = openingOf(heard, next);
  return later.numbers.length > 0 || later.unit ? later : plain;
}

const GAP = /[\s,。:]/y;

function behindPreamble(heard: Heard): number {
  const { text, names } = heard;
  for (let at = 0; ; ) {
    GAP.lastIndex = at;
    const time = heard.toldAt(at);
    const spokenTo = names.find(
      ({ kind, from, to }) => kind === 'person' && from === at && /[\s,:]/.test(text[to] ?? ''),
    );
    const next = time?.to ?? spokenTo?.to ?? (GAP.test(text) ? GAP.lastIndex : at);
    if (next === at) return at;
    at = next;
  }
}

/** Whether there is any number or unit to be found; without one, what stands before it need not be read. */
function namesMatter({ numbers, names }: Heard): boolean {
  return numbers.length > 0 || names.some(({ kind }) => kind === 'unit');
}
