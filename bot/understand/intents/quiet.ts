import { gated } from '../gated.ts';
import { allNumbers, matterSlots, openingOf } from '../opening.ts';
import { type IntentReader, reading } from './reader.ts';

/** 催办, 再催催, 请提醒一下. */
const NUDGE = gated(/^(?:请|再|帮我|帮忙|麻烦|给我)*(?:催办|催一下|催一催|催催|催促|催|提醒一下|再提醒)(?!了)/);
const LATER = gated(/(?:催办|催一下|催一催|催催)(?:一下|吧)?$/);
/** 别催, 不用再提醒, 不要一直发提醒. */
const QUIET = gated(/(?:别|不要|不用|甭|莫)(?:再)?(?:一直|老|总)?(?:催|提醒|发提醒|@我|艾特)/);
const ARCHIVE = gated(/^(?:请|可以)?归档(?:吧|了)?/);

/** 催办 T0612 [单位]: somebody wants it asked for now. */
export const nudge: IntentReader = reading([NUDGE, LATER], (heard) => {
  if (!heard.direct || heard.question || QUIET.test(heard.text)) return undefined;
  const start = openingOf(heard);
  const rest = heard.text.slice(start.next);
  const match = NUDGE.exec(rest) ?? LATER.exec(rest.trimEnd().slice(0, 30));
  if (!match) return undefined;
  const after = openingOf(heard, start.next + match.index + match[0].length);
  return { intent: 'nudge', ...matterSlots(heard, start, after), ...allNumbers(heard) };
});

/** 别催 T0612: no more reminders about it to this person. */
export const quiet: IntentReader = reading([QUIET], (heard) => {
  const concerns = heard.direct || heard.expects.size > 0;
  return concerns && QUIET.test(heard.text.slice(0, 40)) ? { intent: 'quiet', ...allNumbers(heard) } : undefined;
});

export const archive: IntentReader = reading([ARCHIVE], (heard) => {
  const start = openingOf(heard);
  const found = heard.numbers.length > 0 && !heard.question && ARCHIVE.test(heard.text.slice(start.next));
  return found ? { intent: 'archive', ...allNumbers(heard) } : undefined;
});
