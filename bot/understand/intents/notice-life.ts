import { listBehind } from '../duty/groups-said.ts';
import { wordsIn } from '../duty/telling.ts';
import { feedbackAsked, limitAsked } from '../feedback/asked.ts';
import { gated } from '../gated.ts';
import { endsAsking, isHearsay, isQuestion } from '../guards.ts';
import type { Heard } from '../heard.ts';
import { matterNumbers } from '../matter-numbers.ts';
import { remark } from '../opening.ts';
import { type IntentReader, reading, type Slots } from './reader.ts';

const ASKED = '(?:请|现|麻烦|帮我|把|对|将|关于|特此)*\\s?';
const NO = 'N\\s?\\d{3,5}';
const KIND = '(?:号|的|这[条个]|那[条个])*(?:通知|预警|叫应)?';
/** 更正后, 更正了, 更正收到: it tells of a correction, and is none. */
const TOLD =
  '(?!\\s*(?:后|之后|以后|了|已|过|吗|么|没|不|前|之前|完|好|稿|通知(?:已|收|发)|收到|收悉|知道|明白|是|在|由))';
/** 更正 N0107 …, 更正通知N0107：…, N0107更正一下，…, N0107有误，更正为：…. */
const VERB = `(?:更正|勘误)${TOLD}(?:一下|下|如下|内容|为|成)?`;
const FIRST = gated(new RegExp(`^[\\s,。]*${ASKED}${VERB}${KIND}[\\s:,]*${NO}${KIND}(?:为|成|如下)?[\\s:,]*`, 'i'));
const LATER = gated(
  new RegExp(
    `^[\\s,。]*${ASKED}${NO}${KIND}(?:的内容|里面?|中)?[\\s:,]*(?:(?:有误|有错|错了|发错了|写错了|说错了)[\\s,:]*)?${ASKED}(?:再)?${VERB}[\\s:,]*`,
    'i',
  ),
);
/** In answer to what quotes it, the number may be left out. */
const BARE = gated(new RegExp(`^[\\s,。]*${ASKED}${VERB}${KIND}[\\s:,]+`));
/** 对象：…, 对象增加南街镇, 增加对象：南街镇. */
const MORE_TO = gated(
  /(?:^|[\s,。;])(?:(?:发送)?(?:对象|范围)(?:再)?(?:增加|加上|加|补充|改为|改成|应为|[:为是])|(?:增加|补充|加上)(?:发送)?对象)[:\s]?/,
);
/** N0107 21:30前更新一次, N0107每小时续报: asked anew of those who had it, without the word for it. */
const UPDATED = gated(
  /^[\s,。]*N\s?\d{3,5}[\s:,]*(?:请)?(?=[^,。;\n]{0,16}(?:更新|续报|再报|再反馈)[^,。;\n]{0,6}$)(?![^\n]*[了过][\s。!]*$)/i,
);
const QUOTED = 500;

/** 更正 N0107 …: what it says instead. Without a number only in answer to a message that bears it. */
export const correctNotice: IntentReader = reading([FIRST, LATER, BARE, UPDATED], (heard) => {
  const { text } = heard;
  const no = numberIn(heard);
  const match =
    no &&
    (FIRST.exec(text) ?? LATER.exec(text) ?? updateIn(heard) ?? (heard.numbers.length === 0 ? BARE.exec(text) : null));
  if (!match || isHearsay(match[0]) || endsAsking(text)) return undefined;
  const whole = { from: match[0].length, to: text.length };
  const list = listBehind(heard, match[0].length, [], MORE_TO);
  const words = { from: whole.from, to: list?.before ?? whole.to };
  const content = wordsIn(heard, words.from, words.to) ?? wordsIn(heard, whole.from);
  const terms = limitAsked(heard, words);
  const feedback = feedbackAsked(heard, words) ?? (terms && { fields: [], ...terms });
  return {
    intent: 'correct_notice',
    item: no,
    ...(content && { content }),
    ...(feedback && { feedback }),
    ...(list && list.groups.length > 0 && { groups: list.groups }),
  };
});

/** It says when, and nothing but that. */
function updateIn(heard: Heard): RegExpExecArray | null {
  const match = UPDATED.exec(heard.text);
  const terms = match && limitAsked(heard, { from: match[0].length, to: heard.text.length });
  return terms?.alone ? match : null;
}

/** 不用再等了, 别等了, 结束收集, 关闭. */
const END =
  '(?:(?:就|先|可以|大家)*(?:不用|不必|不要|无需|别|不)(?:再|继续)*等(?:了|下去|回执|签收|应答)+|(?:可以|现在|现|予以|请)*(?:结束|停止|关闭)(?:收集|回执|签收|应答)*(?:了|吧|掉)?|到此为止|收口)(?:了|吧)?';
const BEHIND = '(?=$|[\\s,。;:!]|原因|理由|因为|由于)';
const END_FIRST = gated(
  new RegExp(
    `^[\\s,。]*${ASKED}(?:关闭|结束|停止)(?:收集|等待|催)?${KIND}[\\s:,]*${NO}${KIND}(?:的?(?:收集|回执|签收))?(?:了|吧)?${BEHIND}`,
    'i',
  ),
);
const END_LATER = gated(new RegExp(`^[\\s,。]*${ASKED}${NO}${KIND}[\\s:,]*${END}${BEHIND}`, 'i'));

/** N0107不用再等了，原因：…; 关闭 N0107 …: nobody is waited for any more, and why. */
export const endNotice: IntentReader = reading([END_FIRST, END_LATER], (heard) => {
  const { text, numbers } = heard;
  const notice = numbers.find(({ no }) => no.startsWith('N'));
  const match = notice && (END_FIRST.exec(text) ?? END_LATER.exec(text));
  if (!match || isHearsay(match[0]) || isQuestion(text)) return undefined;
  const reason = remark(heard, match[0].length);
  return { intent: 'end_notice', item: notice.no, ...(reason && { reason }) };
});

const AGAIN = gated(
  new RegExp(
    `^[\\s,。]*(?:请|麻烦|帮我)?再提醒(?:一下|一遍|一次)?[\\s:,]*${NO}[\\s。!]*$|^[\\s,。]*${NO}[\\s:,]*(?:请)?再提醒(?:一下|一遍|一次)?[\\s。!]*$`,
    'i',
  ),
);

/** 再提醒 N0107: whoever has not answered is asked once more. */
export const remindNotice: IntentReader = reading([AGAIN], (heard) => {
  const [first] = heard.numbers;
  return first && AGAIN.test(heard.text) ? { intent: 'nudge', task: first.no } : undefined;
});

/** 代陈立收到, 替马强签收 N0107, N0107代陈立回复收到. */
const FOR = gated(
  new RegExp(`^[\\s,。]*(?:${NO}[\\s:,]*)?(?:我)?(?:代|替|帮)(?:为)?(?:回复|签收)?\\s?(?=[\\u4e00-\\u9fa5])`, 'i'),
);
const RECEIVED = /^(?:同志|主任|站长|镇长|乡长)?[\s,:]?(?:代?签收|(?:回复?|确认)?收到|收悉)(?:了|通知)?[\s,。:!]*$/;

/** Somebody speaks for another, who is named. */
export const ackFor: IntentReader = reading([FOR], (heard) => {
  const { text, names, numbers, direct } = heard;
  const match = direct && text.length <= 40 ? FOR.exec(text) : null;
  const person = match && names.find(({ kind, from }) => kind === 'person' && from === match[0].length);
  if (!person) return undefined;
  const number = numbers.find(({ from }) => from >= person.to);
  const rest = text.slice(person.to, number?.from).trimEnd();
  const behind = number ? text.slice(number.to).trim() : '';
  if (!RECEIVED.test(rest) || behind !== '') return undefined;
  const [first] = numbers;
  return { intent: 'ack', person: heard.words(person), ...(first && { task: first.no }) };
});

/** 不用@所有人, 不@所有人直接发: it goes out without. Only where its author is asked. */
const WITHOUT = gated(
  new RegExp(
    `^[\\s,。]*(?:${NO}[\\s,]*)?(?:那|就|先)*(?:不用|不要|不必|无需|取消|去掉|别|不)再?(?:@|艾特)\\s?(?:所有人|全体成员|全体人员|全体|全员|大家)(?:了|吧)?[\\s,。]*(?:直接|马上|先|就)?(?:发(?:吧|出去|出|了)?)?[\\s。!]*$`,
    'i',
  ),
);

export const sendWithout: IntentReader = reading([WITHOUT], (heard): Slots | undefined => {
  const [first] = heard.numbers;
  if (!(heard.expects.has('confirm') || first) || !WITHOUT.test(heard.text)) return undefined;
  return { intent: 'confirm', amend: heard.whole, ...(first && { task: first.no }) };
});

/** The notice that is named, else the only one that the quoted message names. */
function numberIn({ numbers, input }: Heard): string | undefined {
  const named = numbers.length > 0 ? numbers : matterNumbers(input.quote?.text.slice(0, QUOTED) ?? '');
  const [first, ...more] = [...new Set(named.map(({ no }) => no))];
  return first?.startsWith('N') && (numbers.length > 0 || more.length === 0) ? first : undefined;
}
