import { daysSaid } from '../duty/days-said.ts';
import { personsNamed } from '../duty/people-said.ts';
import { shiftIn } from '../duty/shift-said.ts';
import { isForBot } from '../duty/telling.ts';
import { unitNamed, unitWords } from '../duty/unit-said.ts';
import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { type IntentReader, reading } from './reader.ts';

/** 排3月值班表, 重新排一下青山镇2月的班, 拟一份春节值班安排; 安排 and 排查 are other words. */
const DRAWN_UP = gated(
  /(?<!安|彩|编)(?:排|拟|编|生成)(?!查|除|队|水|险|练|名|污|放|气|爆|涝|洪|办|写|制)(?:一?[下个份]|出|好)?[^,。;?\n]{0,18}?(?:值班|带班|轮值|[的个]班(?=$|[\s,。;:]))/,
);
/** 2月排班, 排班 3月, 把3月的值班表排出来. */
const DRAWN_UP_LATER = gated(
  /(?:值班表?|的班|轮值表?)(?:给我|帮我|麻烦|请)?(?:排|拟|生成)(?:一?下|出来|好)?(?=$|[\s,。;])|^[^,。;?\n]{0,12}排班(?=$|[\s,。;:\d])/,
);
const LONGEST = 240;

/** A duty roster is wanted from the bot: of which unit and for which days, as far as it is said. Who is to serve the command reads. */
export const rotation: IntentReader = reading([DRAWN_UP, DRAWN_UP_LATER], (heard) => {
  const { text } = heard;
  if (!isForBot(heard) || heard.orders || heard.question || heard.numbers.length > 0 || text.length > LONGEST)
    return undefined;
  if (!DRAWN_UP.test(text) && !DRAWN_UP_LATER.test(text)) return undefined;
  if (heard.times.times.some(({ read }) => read.kind === 'deadline')) return undefined;
  const [days] = daysSaid(heard);
  const unit = unitNamed(heard, ({ known }) => known);
  return {
    intent: 'rotation',
    ...(unit && { unit: unitWords(heard, unit) }),
    ...(days && { range: [days.first, days.last] as const }),
  };
});

/** 加何勇值班, 改成何勇, 由陈立换成吕刚, 补吕刚: who is put on duty stands right behind. */
const PUT =
  /(?:增加|加上|加派|加|补上|补|改成|改为|改由|换成|换为|安排|改)\s?(?:值班员|带班领导|值班|带班)?\s?(?=[\u4e00-\u9fa5]{2})/g;
const PUTS = gated(/[加补改换]|安排/);
const DUTY_WORD = /值班|带班|值|班/;
/** 2月9日补吕刚 names a day and a person and nothing else. */
const BARE = /^[\s,]*(?:[^,。;]{0,14}[日号]|今晚|今天|明天|后天)[^,。;]{0,6}补上?[\u4e00-\u9fa5]{2,4}[\s,。;!]*$/;
const LONGEST_CHANGE = 100;

/** A published shift gets other people by the word of who plans it: whom, instead of whom, on which days. */
export const putOnDuty: IntentReader = reading([PUTS], (heard) => {
  const { text } = heard;
  if (!isForBot(heard) || heard.orders || heard.question || heard.numbers.length > 0 || text.length > LONGEST_CHANGE)
    return undefined;
  const days = daysSaid(heard).filter(({ first, last }) => first === last);
  const [day] = days;
  if (!day || !(DUTY_WORD.test(text) || BARE.test(text))) return undefined;
  const come = comingIn(heard, day.to);
  const [first] = come;
  if (!first) return undefined;

  const gone = personsNamed(heard).findLast(
    (person) => person.to <= first.from - 1 && replaced(text.slice(person.to, first.from)),
  );
  const unit = unitNamed(heard, ({ known }) => known);
  const shift = shiftIn(text);
  const reason = reasonBehind(heard, come.at(-1)!.to);
  return {
    intent: 'put_on_duty',
    ...(unit && { unit: unitWords(heard, unit) }),
    dates: [...new Set(days.filter(({ to }) => to <= first.from).map((one) => one.first))],
    people: come.map((person) => heard.words(person)),
    ...(gone && { person: heard.words(gone) }),
    ...(shift && { shift }),
    ...(reason && { reason }),
  };
});

/** Those named right behind the verb, joined by 、和; whose shift it is (何勇的) does not come. */
function comingIn(heard: Heard, from: number) {
  const { text } = heard;
  const named = personsNamed(heard);
  for (const verb of text.matchAll(PUT)) {
    if (verb.index < from) continue;
    const come = [];
    for (let at = verb.index + verb[0].length; ; ) {
      const person = named.find((one) => one.from === at);
      if (!person || /^的/.test(text.slice(person.to))) break;
      come.push(person);
      const joint = /^\s?[、和及与]\s?/.exec(text.slice(person.to));
      if (!joint) break;
      at = person.to + joint[0].length;
    }
    if (come.length > 0) return come;
  }
  return [];
}

/** 陈立改成, 陈立的班换成; 陈立和吕刚 is something else. */
function replaced(between: string): boolean {
  return /^(?:\s|的?(?:值班|带班|班)?|(?:今|明|后)天|\d{1,2}月\d{1,2}[日号]的?(?:值班|带班|班)?)*(?:请|就)?(?:改成|改为|改由|换成|换为|改)\s?(?:值班员|带班领导|值班|带班)?\s?$/.test(
    between,
  );
}

/** What follows in a clause of its own, without 值班 that belongs to the verb. */
function reasonBehind(heard: Heard, from: number): string | undefined {
  const rest = heard.text.slice(from);
  const cut = /[,。;:\s(]/.exec(rest);
  if (!cut) return undefined;
  const start = from + cut.index;
  const words = heard.words({ from: start, to: heard.text.length });
  return (
    words
      .replace(/^[\s,，。;；:：(（]*(?:(?:原因|理由|因为|由于)(?:是|为)?[\s:：]*|因(?!病|公|事|私))?/, '')
      .replace(/[\s,，。;；)）!！]+$/, '') || undefined
  );
}
