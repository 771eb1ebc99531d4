import { personsAt } from '../duty/people-said.ts';
import { gated } from '../gated.ts';
import { isHearsay } from '../guards.ts';
import type { Heard } from '../heard.ts';
import { allNumbers, matterSlots, openingOf, remark } from '../opening.ts';
import { looksLikePerson } from '../people/guess.ts';
import type { Span } from '../span.ts';
import { type IntentReader, reading } from './reader.ts';

const UNDO = '(?:取消|撤销|撤回|撤掉|撤了|撤下|收回|作废|注销|废止|废掉|终止|删掉|删了)';
/** 取消, 把这条撤掉, 先收回吧. */
const VERB = gated(
  new RegExp(
    `^(?:算了[,，\\s]*)?(?:先|请|把|将|这个|那个|这条|这件|那条|任务|帮我|麻烦)*\\s?(?:${UNDO}|(?<!先)(?:不|别)(?:发|办|下|搞|交办)了?)(?:了|掉|吧|一下)?`,
  ),
);
/** 这件事作废, 已撤销了, 不搞了. */
const LATER = gated(
  new RegExp(
    `(?:${UNDO}|不用?[办做搞弄报交查管]了|不需要了|没必要了|用不着了|不要了|停办|停掉|停了吧|不再办理)(?:了|掉|吧|处理|(?:后)?重[发下报])?(?:了|掉|吧|一下)?(?=$|[\\s,。;])`,
  ),
);
/** T0477和T0480重复了，撤掉T0480: the one that is named last. */
const ONE_OF = gated(new RegExp(`[,。;\\s](?:请|就|先|把|将)*${UNDO}(?:了|掉|吧)?\\s*(?=[TDH]\\s?\\d)`, 'i'));
/** 算了这条不要了: said of the draft that waits, and of nothing else. */
const DROPPED = gated(
  /^(?:算了|那)?[,，\s]*(?:这[条个件](?:任务)?|那[条个件](?:任务)?|任务|草稿)?(?:就|先|也|都)*(?:不要了|不用了|不需要了|用不着了|算了)[。!！]*$|^(?:第\s?[一二三四五六七八九1-9]\s?[条项件个])(?:任务|草稿)?(?:就|先|也|都)*(?:不要|不用|不需要|用不着|不发|取消|撤销|作废|算)了?[。!！]*$/,
);
/** T0598不用韩松办了, 不用做了, 周洁那边不用报了. */
const RELEASED = gated(
  /(?:不用|不需要|无需|别|不必|不要|甭|不让)(?:再)?(?:让|由|叫|请|麻烦)?([^,。;\s]{0,6}?)(?:去)?(?:办理|办|做|弄|报送|报|管|搞|跟进|跟|负责|承办|参加|填|交|整)了/,
);

/** 撤销 T0612 原因; without a number only where a draft waits for its 确认. */
export const cancel: IntentReader = reading([VERB, RELEASED, LATER, DROPPED], (heard) => {
  const { text, numbers, expects, question } = heard;
  if (question || !(numbers.length > 0 || expects.has('confirm') || releasesUnit(heard))) return undefined;
  const start = openingOf(heard);
  const rest = text.slice(start.next);
  const head = rest.slice(0, 40);
  const dropped = numbers.length === 0 && rest.trim().length > 2 ? DROPPED.exec(rest.trim()) : null;
  const oneOf = numbers.length > 1 ? ONE_OF.exec(rest) : null;
  const match =
    VERB.exec(rest) ??
    oneOf ??
    dropped ??
    (numbers.length > 0 || start.unit ? (RELEASED.exec(head) ?? LATER.exec(head)) : null);
  if (!match || isHearsay(rest.slice(0, match.index + match[0].length))) return undefined;

  const after = openingOf(heard, start.next + match.index + match[0].length);
  const named = start.numbers.length > 0 && match !== oneOf ? start : after;
  const unit =
    start.unit ?? after.unit ?? unitWithin(heard, start.next + match.index, start.next + match.index + match[0].length);
  const person = released(heard, start.next, start.next + match.index + match[0].length, match[1]);
  const reason = remark(heard, start.numbers.length > 0 ? start.next + match.index + match[0].length : after.next);
  return {
    intent: 'cancel',
    ...(named.numbers.length > 0 ? matterSlots(heard, { ...named, unit: undefined }) : allNumbers(heard)),
    ...(unit && { unit: heard.words(unit) }),
    ...(person && { person: heard.words(person) }),
    ...(reason && { reason }),
  };
});

/** 高铺镇不用报了: said to the bot, the unit and that it is relieved are enough. */
function releasesUnit(heard: Heard): boolean {
  const { unit, next } = openingOf(heard);
  const isToBot = heard.input.addressed || heard.input.quote?.mine === true;
  return isToBot && unit !== undefined && UNIT_RELEASED.test(heard.text.slice(next));
}

const UNIT_RELEASED =
  /^[\s,]*(?:的)?(?:这边|那边)?(?:就|先|都|可以)?(?:不用|不需要|无需|不必|甭|不要)(?:再)?[^,。;\s]{0,4}?(?:报送?|交|办理?|做|填|弄|查|搞|管|参加)了(?:吧)?(?=$|[\s,。;!])/;

/** 不用高铺镇报了. */
function unitWithin({ names }: Heard, from: number, to: number): Span | undefined {
  return names.find((name) => name.kind === 'unit' && name.from >= from && name.to <= to);
}

/** 让马强停手吧，不用他弄了: the one named before. */
const NAMED = /(?:^|[\s,。:]|让|叫|由|请|给|对)([\u4e00-\u9fa5]{2,3}?)(?=停|歇|先|别|就|不|那|这|调|请假|离|退|走)/g;

function spokenOf(heard: Heard, from: number, to: number): Span | undefined {
  return (
    heard.names.find((name) => name.kind === 'person' && name.from < to) ??
    personsAt(heard, NAMED).find((person) => person.from >= from && person.from < to)
  );
}

/** 不用韩松办了, 周洁那边不用报了: it is taken from one person only. */
function released(heard: Heard, from: number, to: number, within: string | undefined): Span | undefined {
  const named = heard.names.filter((name) => name.kind === 'person' && name.from >= from && name.to <= to);
  const known =
    named.find(({ word }) => within === undefined || within.includes(word)) ?? (within === '' ? named[0] : undefined);
  if (within !== undefined && /^[他她]$/.test(within)) return spokenOf(heard, from, to);
  if (known || !within || !looksLikePerson(within)) return known;
  const at = heard.text.indexOf(within, from);
  return { from: at, to: at + within.length };
}
