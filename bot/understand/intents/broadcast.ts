import { isEarlier } from '../../../domain/notices/earlier-units.ts';
import { type Audience, addressees, audienceAfter } from '../duty/audience.ts';
import { allGroups, groupsSaid, listBefore, listBehind, TO_WHOM } from '../duty/groups-said.ts';
import { receiptIn } from '../duty/receipt-wanted.ts';
import { isForBot, wordsIn } from '../duty/telling.ts';
import { feedbackAsked } from '../feedback/asked.ts';
import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import type { Span } from '../span.ts';
import { type IntentReader, reading, type Slots } from './reader.ts';

const ASKED =
  '[\\s,。【]*(?:请|麻烦|帮我|帮忙|给我|你|替我|代|把|现|再|急|紧急|值守|@所有人 |@全体成员 |@所有人|@全体成员)*';
/** 发通知…, 发个提醒, 群发…, 在值班群里说一声: to be sent, whatever follows. */
const SEND = gated(
  new RegExp(
    `^${ASKED}(?:(?:在|往|到|向|给|跟|和|同|对)[^,。:\\s]{1,12}(?:群里?|群内)?)?(?:(?:发送?|下发|转发|群发|发布|推送|拟|播发|发出|发一下|发一?[个条份则])(?:一?[个条份则])?(?:[\\u4e00-\\u9fa5]{0,8}?)(?:通知|公告|通告|提醒|提示|预警|告知|消息|信息|叫应|广播)|群发(?:一下|一声|一?[条个则份](?:消息|通知|提醒|信息)?)?|说一声|说一下(?=[,:\\s])|通知一声|喊一声|广播一下)`,
  ),
);
/** 告知, 转告, 知会, 叫应, 广播: nothing but a message can be meant. */
const TELL = gated(
  new RegExp(
    `^${ASKED}(?:告知|转告|转发|通报|抄告|知会|周知|叫应|广播|通告|传达|转达|提醒一下|告诉|预警(?=[\\s:,])|提示(?=[\\s:,])|公告(?=[\\s:,])|温馨提示)(?:一下|一声|给|到|至)?`,
  ),
);
/** 通知 alone may hand out work as well: 通知青山镇周五前报台账. */
const NOTIFY = gated(
  new RegExp(`^${ASKED}(?:紧急|重要|会议|停[水电气]|补充|工作|温馨|全员)*(?:通知|提醒(?!一下))(?:一下|一声|给|到|至)?`),
);
/** 19:30区气象台发布: when it was issued, not when it holds. */
const ISSUED = /^[^,。;\d]{0,8}(?:发布|印发|签发|下发)/;
const WORK = /报送?(?!警|告)|上报|提交|完成|填|整改|反馈|落实到位|交(?!通|界)|排查|统计/;
/** Something to be made known: to whom, whether a receipt is wanted, when it holds, in the words of the message. */
export const broadcast: IntentReader = reading([/[通告知叫播预提传群说喊发]/], (heard) => {
  const { text } = heard;
  if (
    !/[通告知叫播预提传群说喊发]/.test(text.slice(0, 24)) ||
    !isForBot(heard) ||
    heard.numbers.some(({ from }) => from < 4)
  )
    return undefined;
  if (ASKS.test(text)) return undefined;
  const head = SEND.exec(text) ?? TELL.exec(text);
  const notify = head ? null : NOTIFY.exec(text);
  const label = head ?? notify;
  if (!label || ABOUT.test(text.slice(label[0].length)) || isAnswer(heard)) return undefined;
  const list = listBefore(heard, label[0].length);
  const audience: Audience = list?.special
    ? { from: list.from, to: list.to, next: list.to + 1, setOff: true }
    : audienceAfter(heard, label[0].length);
  if (notify?.[0].includes('提醒') && heard.numbers.length > 0) return undefined;
  if (notify && !isNotice(heard, label[0].length, audience)) return undefined;
  if (head && PASSED_ON.test(label[0]) && isWork(heard, audience)) return undefined;

  const receipt = receiptIn(text);
  const content = contentOf(heard, audience.next, receipt?.spans ?? []);
  if (!content) return undefined;
  const { scope, units, people } = addressees(heard, audience, content);
  const ends = (receipt?.spans ?? []).map((span) => clauseAround(text, span, content.from).from);
  const front = audience.to > audience.from ? groupsSaid(heard, audience) : undefined;
  const groups = allGroups(front, listBehind(heard, audience.next, ends));
  const named = unitsIn(heard, content);
  const feedback = feedbackAsked(heard, content);
  const wanted = receipt?.wanted ?? (text.slice(0, label[0].length).includes('叫应') ? true : undefined);
  return {
    intent: 'broadcast',
    ...(wanted !== undefined && { needAck: wanted }),
    ...(scope.length > 0 && { scope }),
    ...(units.length > 0 && { units }),
    ...(people.length > 0 && { people }),
    ...(groups && { groups }),
    ...((groups || scope.some(isEarlier)) && named.length > 0 && { named }),
    ...whenSlots(heard, content),
    ...(feedback && { feedback }),
    content: heard.words(content),
  };
});

/** The units of the office that a stretch names, each once. */
function unitsIn({ names, text }: Heard, { from, to }: Span): string[] {
  const units = names.filter((name) => name.kind === 'unit' && name.known && name.from >= from && name.to <= to);
  return [...new Set(units.map((name) => text.slice(name.from, name.to)))];
}

/** 通知已经发到各村 in answer to what the bot asked of somebody is a report; in private a report is always possible. */
function isAnswer({ input, expects }: Heard): boolean {
  return input.quote !== undefined && expects.has('report');
}

/** 通知发了吗, 通知什么时候发: a question about it. */
const ASKS =
  /(?:发|通知|告知|转告|转达|传达)(?:出去|下去|到|完|好)?(?:了)?(?:吗|没有|没|么)[\s?。]*$|谁|什么时候发|[?]\s*$/;
/** 通知单, 通知书, 通知要求: about a notice. */
const ABOUT = /^(?:单|书|已|都|要求|精神|里|上说|说|中|收到|收悉|了|的|没|稿|模板|如何|怎么|不)/;

const PASSED_ON = /转告|转达|告诉|告知|提醒一下/;

/** 转告国资委殷浩，国庆前把…换掉: somebody who is named is to do something by then. */
function isWork({ text, times, names }: Heard, { from, to }: Audience): boolean {
  const named = names.some((name) => name.kind !== 'scope' && name.from >= from && name.to <= to);
  const due = times.times.some(({ read }) => read.kind === 'deadline');
  return named && due && receiptIn(text) === undefined && (/[把将]/.test(text) || WORK.test(text));
}

/** 通知 tells where it stands as a heading or asks for nothing to be handed in; else it is an order. */
function isNotice(heard: Heard, from: number, { to, setOff }: Audience): boolean {
  const { text, times } = heard;
  const heading = /^[\s:【】]*[:\s】]/.test(text.slice(from)) && to <= from + 1;
  if (heading) return true;
  const due = times.times.some(({ read }) => read.kind === 'deadline' || read.kind === 'recurrence');
  const named = to > from;
  return (
    named &&
    (setOff || receiptIn(text) !== undefined ? !due || receiptIn(text) !== undefined : !due && !WORK.test(text))
  );
}

/** ，特此通知。, 望周知. */
const CLOSING = gated(/[\s,。;]*(?:(?:望|请)?(?:周知|知悉|知晓)|特此(?:通知|告知|公告)|谢谢|辛苦了?)[\s。!]*$/);

/** The message itself: without what is said about the receipt and without those it goes to. */
function contentOf(heard: Heard, from: number, spans: readonly Span[]): Span | undefined {
  const { text } = heard;
  let to = text.length;
  const target = TO_WHOM.exec(text.slice(from));
  if (target) to = from + target.index;
  let start = from;
  for (const span of spans) {
    const clause = clauseAround(text, span, start);
    if (text.slice(start, clause.from).replace(/[\s\p{P}]/gu, '').length >= 2) to = Math.min(to, clause.from);
    else if (clause.to < to) start = Math.max(start, clause.to);
  }
  to = start + CLOSING.replaceIn(text.slice(start, to), '').length;
  const words = wordsIn(heard, start, to);
  if (words === undefined || words.length < 2) return undefined;
  const piece = text.slice(start, to);
  const lead = /^[\s,。;:、!]*/.exec(piece)![0].length;
  const tail = /[\s,。;:、!~]*$/.exec(piece)![0].length;
  return { from: start + lead, to: to - tail };
}

/** The clause with the words about the receipt; 各镇请回复收到 begins at 各镇. */
function clauseAround(text: string, span: Span, floor: number): Span {
  let { from, to } = span;
  while (from > floor && !/[,。;:!\s]/.test(text[from - 1]!)) from--;
  while (to < text.length && !/[,。;:!\n]/.test(text[to]!)) to++;
  return { from, to };
}

/** A day or an hour makes `at`; several days make `range`. A deadline in the message is part of it. */
function whenSlots(heard: Heard, { from, to }: Span): Partial<Slots> {
  const { calendar } = heard.input;
  const time = heard.times.times.find(
    (found) =>
      found.from >= from &&
      found.to <= to &&
      !found.past &&
      !ISSUED.test(heard.text.slice(found.to, found.to + 14)) &&
      (found.read.kind === 'at' || found.read.kind === 'range'),
  );
  if (!time?.read.startAt || time.read.startAt.getTime() === heard.input.at.getTime()) return {};
  const { startAt, endAt } = time.read;
  const first = calendar.dayOf(startAt);
  const last = endAt ? calendar.dayOf(endAt) : first;
  if (endAt && first !== last) return { range: [first, last] };
  return time.read.grain === 'minute' || startAt > heard.input.at ? { at: startAt } : {};
}
