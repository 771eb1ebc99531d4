import type { Heard } from '../heard.ts';
import { allNumbers } from '../opening.ts';
import type { Slots } from './reader.ts';

/** 谢谢, 辛苦了, 哈哈, [玫瑰]: nothing is wanted. */
const PLEASANTRY =
  /^(?:谢谢|多谢|感谢|辛苦了?|客气了?|哈|呵|嘿|\[[^\]\s]{1,4}\]|\p{Extended_Pictographic}|[\s,。!~])+$/u;

/** Nothing was recognised: honest where the bot was addressed, silent where people talk among themselves. */
export function fallback(heard: Heard): Slots {
  const asked = heard.input.addressed && heard.whole !== '' && !PLEASANTRY.test(heard.whole);
  return asked ? { intent: 'unknown', ...allNumbers(heard), text: heard.whole } : { intent: 'ignore' };
}
