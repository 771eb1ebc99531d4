import { isForBot } from '../duty/telling.ts';
import { unitNamed, unitWords } from '../duty/unit-said.ts';
import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { type IntentReader, reading, type Slots } from './reader.ts';

type Result = NonNullable<Slots['result']>;

/** Who is not there stands first: 不在岗，座机是门卫接的. A word about the telephone counts only where nobody says who is there. */
const RESULTS: readonly (readonly [pattern: RegExp, result: Result])[] = [
  [
    /(?:不|没|未|均未|都不|都没)在(?:岗|位|值班室|单位|办公室|班)|人不在|脱岗|离岗|不在(?!线|服务|话|意)(?=$|[\s,。;!])|没到岗|未到岗|无人在岗|没有?人在岗|空岗|值班室没人/,
    'absent',
  ],
  [/在岗|在位|在值班室|在办公室|已到岗|到岗了|人在(?!哪)|在值守|在班上|都在(?=$|[\s,。;!])/, 'present'],
  [
    /(?:电话|座机|手机|两个?|都|均|号码|一直|始终|仍|还是|几次|多次)*(?:打不通|不通|没打通|未打通|没人接|无人接|没有人接|无人应|没接|未接|不接|关机|停机|占线|忙音|无法接通|联系不上|没联系上|联系不到|空号|拒接|没回)/,
    'no_answer',
  ],
  [
    /打通|接通|通了|接了|联系[上到]|找到|有人接|已接听|回电|回了?电话|正常值班|应答了|在的|在呢|(?:^|[\s,:镇乡村道局区园站所])在[\s。!]*$/,
    'present',
  ],
];
/** Without one of these nothing is said of a call. */
const TELLS = /在|通|接|机|岗|位|线|音|联系|电|没人|空号|人/;
const NOT_KNOWN = /在不在|是否在岗|是不是在|不确定|不清楚在/g;
const BY_PHONE = gated(/电话|座机|手机|核实|接|打|值班室|关机|停机|占线|联系/);

/** What a telephone call to a unit brought out. */
export const phoneVerify: IntentReader = reading([TELLS], (heard) => {
  const { text, expects } = heard;
  const asked = expects.has('phone_verify');
  if (!TELLS.test(text) || text.length > 120) return undefined;
  if (!(asked || isForBot(heard)) || heard.question || heard.orders || heard.numbers.length > 0) return undefined;
  const unit = unitNamed(heard);
  if (!asked && !(unit && heard.whole.length <= 40 && !expects.has('checkin') && isCall(heard, unit.to)))
    return undefined;
  const result = resultOf(text);
  return result && { intent: 'phone_verify', ...(unit && { unit: unitWords(heard, unit) }), result };
});

function resultOf(text: string): Result | undefined {
  const plain = text.replace(NOT_KNOWN, ' ');
  return RESULTS.find(([pattern]) => pattern.test(plain))?.[1];
}

/** Not asked for, 石桥乡 电话不通 still says it; 石桥乡 在岗 is the unit's own answer unless it speaks of the call. */
function isCall({ text }: Heard, from: number): boolean {
  const rest = text.slice(from).trimStart();
  return (
    /^[,:]?\s?(?:值班室|值班员)?(?:不在岗|没在岗|未在岗|电话|座机|手机|无人接|没人接|联系不上)/.test(rest) ||
    (BY_PHONE.test(rest) && /^[,:]?\s?在岗/.test(rest))
  );
}
