import { personsAt, personsNamed } from '../duty/people-said.ts';
import { codesIn } from '../duty/roll-code.ts';
import { isForBot } from '../duty/telling.ts';
import { unitSaid } from '../duty/unit-said.ts';
import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { openingOf } from '../opening.ts';
import { type IntentReader, reading, type Slots } from './reader.ts';

/** 在岗, 都守着呢, 值班室有人. */
const ON_POST = gated(/在岗|在位|在班|到岗|守着|盯着|值守|值班|带班|应答|点名|报到|都在|人在/);
/** A code, perhaps. */
const DIGITS = gated(/\d{2}/);
/** 不在岗, 谁在岗, 在岗吗, 换班: no answer to a roll call. */
const NOT_THERE = gated(
  /不在(?!话)|没在|未在|没人|不能|离岗|脱岗|请假|谁|吗|哪|怎么|什么|是不是|能不能|换班|替班|接班|交班|值班表/,
);
/** 在岗, 青山镇在岗, 都在岗呢: nothing but that. */
const BARE = gated(
  /^(?:我们?|大家|人员|全员|值班员?|带班领导|和|、|与|均|都|全部|已|正)*(?:正常)?(?:在岗|在位|到岗|在岗在位)(?:在位|在岗|呢|着|的|了|中|值守|值班|正常|履职|,|、|,?一切正常)*$/,
);
/** 619，手机刚充上; 619 青山镇: a number that opens or closes what is said. */
const ALONE = /^[\s,。:]*(?:[\d一二三四五六七八九零〇幺两]+)(?=$|[\s,。;!])|[\s,。;:](?:\d{2,3})[\s。!]*$/;
/** 带班高翔、值班马强都守着呢. */
const LABELLED =
  /(?:带班(?:领导|的是)?|值班(?:员|人员|的是)?|值守人员|在岗人员|我是|本人|由)[\s:是为]?([\u4e00-\u9fa5]{2,3}?)(?=[\s,。;:、!\d()]|$|和|与|都|均|在|已|正|值|守|应|报|两)|(?:^|[\s,:、])([\u4e00-\u9fa5]{2,3}?)(?=(?:正|都|已)?(?:在岗|在位|到岗|在值班|在呢|在的|应答|报到))/g;

/**
 * The answer to a roll call: the code as two or three half-width digits, who is there, where. 在岗 without a code is read
 * too, so that the code can be asked for; only the code proves presence. Two codes that differ are asked back.
 */
export const checkin: IntentReader = reading(
  [ON_POST, DIGITS],
  (heard) => {
    const { text, expects, numbers } = heard;
    const called = expects.has('checkin');
    // 桃花镇 在岗 tells what a call brought out.
    if (expects.has('phone_verify') && !called) return undefined;
    if (numbers.length > 0 || text.length > 120 || !(called || isForBot(heard))) return undefined;
    if (!called && !ON_POST.test(text) && !DIGITS.test(text)) return undefined;
    const codes = codesIn(heard);
    if (codes.length === 0) return present(heard, called);
    if (called ? heard.question : !isUnasked(heard)) return undefined;

    const slots = { intent: 'checkin' as const, ...whoSlots(heard) };
    return codes.length === 1 ? { ...slots, code: codes[0]! } : { ...slots, ask: { about: 'code', choices: codes } };
  },
  'checkin',
);

/** Nobody waits for a code: only digits by themselves or beside 在岗 are one. */
function isUnasked({ text, whole, expects, input, question }: Heard): boolean {
  if (question || expects.size > (expects.has('ack') || expects.has('report') ? 2 : 0) || input.quote) return false;
  return /^\d{2,3}$/.test(whole)
    ? !expects.has('choice')
    : text.length <= 40 && ALONE.test(text) && ON_POST.test(text) && !NOT_THERE.test(text);
}

function present(heard: Heard, called: boolean): Slots | undefined {
  const { text } = heard;
  if (heard.question || NOT_THERE.test(text)) return undefined;
  const rest = text.slice(openingOf(heard).next).replace(/[\s。!~]+$/g, '');
  const said = called ? /在岗|在位|到岗|都在|守着/.test(text) && text.length <= 40 : BARE.test(rest);
  return said ? { intent: 'checkin', ...whoSlots(heard) } : undefined;
}

function whoSlots(heard: Heard) {
  const unit = unitSaid(heard);
  const persons = [...personsNamed(heard), ...personsAt(heard, LABELLED)].sort((a, b) => a.from - b.from);
  const people = [...new Set(persons.map((person) => heard.words(person)))];
  return { ...(unit && { unit }), ...(people.length > 0 && { people }) };
}
