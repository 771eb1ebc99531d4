import { allNumbers, matterSlots, openingOf, remark } from '../opening.ts';
import type { IntentReader } from './reader.ts';

/** 取消, 把这条撤掉, 先收回吧. */
const VERB =
  /^(?:先|请|把|这个|那个|这条|这件)*\s?(?:取消|撤销|撤回|撤掉|收回|作废|不发了|不办了|不下了)(?:了|掉|吧|一下)?/;
/** 这件事作废, 已撤销了. */
const LATER = /(?:取消|撤销|撤回|撤掉|收回|作废|不办了)(?:了|掉|吧)?(?=$|[\s,。;])/;
/** T0598不用韩松办了, 不用做了. */
const RELEASED = /(?:不用|不需要|无需|别|不必)(?:再)?(?:让|由)?([^,。;\s]{0,6}?)(?:办|做|弄|报|管)了/;

/** 撤销 T0612 原因; without a number only where a draft waits for its 确认. */
export const cancel: IntentReader = (heard) => {
  const { text, numbers, expects, question } = heard;
  if (question || (numbers.length === 0 && !expects.has('confirm'))) return undefined;
  const start = openingOf(heard);
  const rest = text.slice(start.next);
  const match =
    VERB.exec(rest) ??
    (numbers.length > 0 ? (RELEASED.exec(rest.slice(0, 40)) ?? LATER.exec(rest.slice(0, 40))) : null);
  if (!match) return undefined;

  const after = openingOf(heard, start.next + match.index + match[0].length);
  const named = start.numbers.length > 0 ? start : after;
  const person = match[1] ? heard.names.find((name) => name.kind === 'person' && name.word === match[1]) : undefined;
  const reason = remark(heard, start.numbers.length > 0 ? start.next + match.index + match[0].length : after.next);
  return {
    intent: 'cancel',
    ...(named.numbers.length > 0 ? matterSlots(heard, { ...named, unit: undefined }) : allNumbers(heard)),
    ...(person && { person: heard.words(person) }),
    ...(reason && { reason }),
  };
};
