import { DONE, wantsVerify } from '../deeds.ts';
import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { matterSlots, type Opening, openingOf } from '../opening.ts';
import type { FoundTime } from '../time/found.ts';
import { type IntentReader, reading, type Slots } from './reader.ts';

/** 已收 17:05, 已收到16:40的材料; 已收到 alone acknowledges. */
const RECEIVED = gated(
  /^(?:的|那份|这边)?(?:材料|报告|台账|纸质版?|表)?(?:我(?:这|们)?)?(?:已经|已|于|都|在|就|也)*(?:收(?!悉|到|集|齐|回|尾|工)|收到(?=(?:了)?(?:的|纸质版?|材料|台账|报告|邮件|电子版|盖章件|表)|(?:了)?[\s,。(]*(?:昨|今|上午|下午|早上|中午|晚上|\d|是)))/,
);
/** 17:05发王芳微信了, 已经报给王芳了, 早上交到安委办了, 昨天传群里了. */
const SENT = gated(
  /(?:发|报|交|送|传|给|寄)(?:送|给|到|至|在|去|过)?([^,。;!?\s]{0,14}?)(?:了|过了|过)(?=$|[\s,。;!])/,
);
/** 材料已发王芳邮箱, 已报送安委办: to somebody, or by a channel. */
const ALREADY_SENT = gated(
  /(?:已经?|刚刚?|早就?)(?:发送?|报送?|上报|交|送|传|寄)(?:给|到|至|在)?([^,。;!?\s]{2,14})(?=$|[\s,。;!])/,
);
/** 报了, 早交了: without saying where. */
const BARE =
  /^(?:我们?)?(?:已经?|早就?|刚刚?|都|昨天|今天|上午|早上|刚才){0,3}(?:报|交|发|送)(?:过|上去|过去)?了[。!]?$/;
/** 发邮箱了, 传到群里了, 交区里了. */
const CHANNEL = /微信|邮箱|邮件|qq|群|钉钉|传真|系统|平台|OA|纸质|局里|区里|县里|办公室|那边|那儿/i;
/** 明天发, 还没报, 马上送. */
const TO_COME = gated(
  /(?:明天|后天|马上|准备|打算|待会|稍后|一会儿?|等下|回头|快要?|就要|没|未|不)(?:[\u4e00-\u9fa5]{0,3})(?:发|报|交|送|传)/,
);

function lastClock(heard: Heard, from: number, to: number): FoundTime | undefined {
  const { at } = heard.input;
  return heard.told.times.find(
    (time) => time.from >= from && time.to <= to && time.read.grain === 'minute' && time.byAt <= at,
  );
}

/** 纸质的我收了 15:30: whatever it was, the speaker has it. */
const HAVE = gated(/^[^,。;!?\d]{0,8}?(?:我(?:这边?|们)?|安委办)(?:已经|已|刚|都|也)*(?:收|拿)到?了?(?=[\s,。(:]|$)/);
/** 16点20就收到了: behind a clock, 收到 tells when it came. */
const GOT =
  /^(?:已经|已|就|都|也|我(?:这|们)?|安委办|邮箱|微信|群里|钉钉|系统|OA|里)*(?:[收交拿送]到|[发交送报传](?:真)?过?来|到我?(?:手|这)|收的?|(?:已经|已|就|都|也|在)*(?:[交拿送报发传转寄](?:到|给|至|来)?了?我(?![们镇乡局])|在?(?:我的?)?(?:邮箱|微信|群|钉钉|系统)[里上]?(?:就|都|已)?(?:看到|收到|见到))(?:(?:的)?(?:办公)?(?:桌上|手上|手里|手头|这儿|这里|这边|这|那儿|邮箱|微信|办公室|处)里?)?)(?:了|的)?(?=$|[\s,。;!])/;
/** 的盖章件我, 那份材料是: what may stand before the clock. */
const BEFORE_CLOCK = /^[^,。;!?\d]{0,14}$/;

/** 昨晚9点已收: where what is said goes on behind the moment that stands before it. */
function behindClock({ text, told }: Heard, from: number): number {
  const time = told.times.find((found) => found.from >= from && found.read.grain === 'minute');
  if (!time || !BEFORE_CLOCK.test(text.slice(from, time.from))) return from;
  return time.to + /^[\s,]*/.exec(text.slice(time.to))![0].length;
}

/** 望江街道的T0917: the number may belong to the unit. */
function openingBehind(heard: Heard): Opening {
  const { text } = heard;
  const first = openingOf(heard);
  const owned = text[first.next] === '的' ? openingOf(heard, first.next + 1) : undefined;
  return owned && owned.numbers.length > 0
    ? { ...owned, ...(first.unit && { unit: first.unit }), numbers: [...first.numbers, ...owned.numbers] }
    : first;
}

/** T0612 经开区 已收 17:05: the reviewer says when the report reached them on another way. */
export const receivedElsewhere: IntentReader = reading([RECEIVED, HAVE, GOT], (heard) => {
  if (heard.question || heard.numbers.length === 0) return undefined;
  const start = openingBehind(heard);
  const front = RECEIVED.exec(heard.text.slice(start.next)) ?? HAVE.exec(heard.text.slice(start.next));
  const clear = front ? start.next : behindClock(heard, start.next);
  const said = heard.text.slice(clear);
  const match = front ?? RECEIVED.exec(said) ?? (clear > start.next ? GOT.exec(said) : null);
  if (!match) return undefined;
  const after = openingOf(heard, clear + match[0].length);
  const clock = lastClock(heard, 0, heard.text.length);
  return { intent: 'received_elsewhere', ...matterSlots(heard, start, after), ...(clock && { at: clock.byAt }) };
});

/** The unit says that it has reported elsewhere, and perhaps when. The moment is filled in only where a clock was said. */
export const reportedElsewhere: IntentReader = reading([SENT, ALREADY_SENT], (heard) => {
  const { text, expects, input } = heard;
  if (wantsVerify(text) && DONE.test(text)) return undefined;
  const waits = input.addressed || input.quote?.mine || expects.has('report') || heard.numbers.length > 0;
  if (!waits || heard.question || heard.orders || TO_COME.test(text)) return undefined;
  const start = openingOf(heard);
  const match = SENT.exec(text.slice(start.next)) ?? ALREADY_SENT.exec(text.slice(start.next));
  if (!match) return undefined;

  const bare = BARE.test(text.slice(start.next).trim());
  const from = start.next + match.index;
  const to = from + match[0].length;
  const receiver = heard.names.find((name) => name.from >= from && name.to <= to);
  if (!bare && !receiver && !CHANNEL.test(match[1]!) && !/^(?:报|交|发|送)给/.test(match[0])) return undefined;
  return { intent: 'reported_elsewhere', ...matterSlots(heard, start), ...slots(heard, receiver, to) };
});

function slots(heard: Heard, receiver: Heard['names'][number] | undefined, to: number): Partial<Slots> {
  const clock = lastClock(heard, 0, to);
  return { ...(clock && { at: clock.byAt }), ...(receiver && { to: heard.words(receiver) }) };
}
