import { gated } from '../gated.ts';
import { isHearsay } from '../guards.ts';
import type { Heard } from '../heard.ts';
import { allNumbers, openingOf, remark } from '../opening.ts';
import { commandsSomebody } from '../order/commands.ts';
import { type IntentReader, reading, type Slots } from './reader.ts';

/** 转办给, 改由, 移交到. */
const VERB = gated(
  /(?:转办|转给|转交|转由|转派|移交|移送|转到|改派|改由|改给|交由|交给|派给|分给|换成?由|(?<![中运流好扭周])转(?=[^\s,。;办移发换化到入过]{2,8}(?:办|处理|负责|牵头|接|$|[\s,。;])))(?:一下)?(?:给|到|至|由)?[\s:]*/,
);
/** T0640请孙浩接手: the new one stands before the verb. */
const TAKES = gated(
  /(?:由|请|让|换|给)([^,。;\s]{2,10}?)(?:来|去)?(?:接手|接办|接着办|接过去|承接|接管|接替|负责|来办|办理?|弄|处理|承办|牵头)(?:吧|了|就行)?(?=$|[\s,。;])/,
);
/** 不是我们的, 找错人了, 不归我们管, 跟我们没关系. */
const NOT_OURS = gated(
  /不是(?:我|我们|咱们?|本单位|本镇)(?:们?的|办的?|负责|管|单位|镇|分管|们?这|辖区|们?[镇乡局办])?|(?:找|发|派|推|转|弄|搞|艾特|@|交办?)错(?:人|单位|对象|地方|群)?(?:了|吧|啦)|不归(?:我|我们|咱|本)|不属于(?:我|我们|本)|不属(?:我|本)|(?:与|和|跟)(?:我|我们|咱)们?(?:镇|乡|局|单位)?(?:无关|没关系|没啥关系|不相干)|不在我们?(?:镇|乡|这|辖区|范围|的?职责|管辖)|不该我们?(?:办|管)|不(?:该|应该?|要|用)?(?:派|发|给|找|转|推|分)(?:给|到)?我(?!的)(?:们?[镇乡局]?)(?=$|[\s,。!吧了])|(?:我|我们?)(?:镇|乡|局)?(?:早就|已经?)?不(?:分管|负责|管)(?:这|该|此|了|$)|早(?:就)?(?:已经?)?(?:移交|划转|划归|交)(?:给|到)?[^,。;\s]{2,8}(?:了|$)|(?:职[责能]|权限)(?:在|属于|归)(?!我)|该(?:找|由|归|转)(?!我)[^,。;]{2,8}|(?:这|该|此)?[^,。;]{0,6}?(?:属于|归(?!属|档|口|类|还|集|一))(?!我)[^,。;\s]{2,8}(?:管|的|负责|辖区|管辖|$|[,。;])|^应该?是(?!我)[^,。;]{2,8}的[\s。!]*$|我[^,。;]{0,4}(?:调(?:离|走|岗|出)|(?:借)?调[到去][^,。;]{1,8}(?:[局所镇乡办科站委岗队]|部门|单位|街道|中心|那边)|换岗|退休了|不在[^,。;]{1,6}(?:[局所镇乡办科站委岗队]|单位|中心)了)|(?:没有|无)(?:这|该)(?:个|项)?(?:职能|权限|职责)/,
);
/** 撤销，改由市里统一部署: gone, not passed on. */
const UNDONE =
  /取消|撤销|撤回|收回|作废|(?:不用|不需要|无需|不必|甭|别|不让|不要)[^,。;]{0,10}了(?=[\s,。;]|$)|(?:别|不用|不要|甭)(?:再)?$/;
/** 早已移交给…, 属于…: says whose it is without asking that it go there. */
const MOVED_ALREADY = /(?:早|已|去年|上个?月|年初)[^,。;]{0,4}(?:移交|划转|转)/;

/** T0640请转办给孙浩: the matter goes to somebody else, as written. */
export const forward: IntentReader = reading(
  [VERB, TAKES],
  (heard) => {
    const { text, numbers, input, question, orders } = heard;
    if (question || orders) return undefined;
    if (numbers.length === 0) {
      const ruled = rulingOnForward(heard);
      if (ruled || !input.quote?.mine) return ruled;
    }
    if (isHearsay(text)) return undefined;
    const taken = takes(heard);
    const match = VERB.exec(text) ?? taken;
    if (!match) return undefined;
    if (UNDONE.test(text.slice(0, match.index)) || MOVED_ALREADY.test(text.slice(0, match.index + match[0].length)))
      return undefined;
    if (match === taken) return { intent: 'forward', ...allNumbers(heard), to: takerIn(heard, taken) };
    const { after, from } = openingOfNumber(heard, match.index + match[0].length);
    const first = heard.names.find((candidate) => candidate.from >= after);
    const own = heard.names.find(
      ({ kind, from: at }) => kind === 'person' && first?.kind === 'unit' && at === first.to,
    );
    const name = own ?? first;
    const to = name
      ? heard.words(name)
      : remark(heard, after)
          ?.split(/[,。;，；\s]/)[0]
          ?.replace(/(?:来|去)?(?:办理?|负责|处理|牵头|承办|跟进)(?:吧|一下)?$/, '');
    // 转办 T0640 给商务局，已移交: why, where it stands apart.
    const reason = name && /^[\s,。;]/.test(text.slice(name.to)) ? remark(heard, name.to) : undefined;
    return {
      intent: 'forward',
      ...allNumbers(heard),
      ...(from && { unit: from }),
      ...(to && { to }),
      ...(reason && !HANDLES.test(reason) && { reason }),
    };
  },
  'ruling',
);

/** 转给供销社, 石桥乡的转供销社办: the ruling that was asked for, in so many words. */
const RULED =
  /^[\s,]*的?[\s,]*(?:就|那就|那|请|可以|同意)?[\s,]*(?:转办?|移交|改派|改由|交由?|交给|派|给|由)(?:给|到|至|由)?[\s:]*$/;
const RULED_TAIL = /^(?:来|去)?(?:办理?|负责|处理|牵头|承办|跟进|接手|管)?(?:吧|了)?[\s。!]*$/;

function rulingOnForward(heard: Heard): Slots | undefined {
  if (!heard.expects.has('ruling')) return undefined;
  const { text, names } = heard;
  const from = openingOf(heard);
  const behind = names.find((name) => name.from >= from.next);
  // 转供销社办: the unit behind the verb; 石桥乡的转供销社: the one before gives it up.
  if (!behind || !RULED.test(text.slice(from.next, behind.from)) || !RULED_TAIL.test(text.slice(behind.to)))
    return undefined;
  return { intent: 'forward', ...(from.unit && { unit: heard.words(from.unit) }), to: heard.words(behind) };
}

/** 办理, 请跟进: what whoever gets it is to do is no reason. */
const HANDLES = /^(?:请|由|让|来|去|他们?|她们?|你们?)*(?:办理?|负责|处理|牵头|承办|跟进|接手|接着办)(?:吧|一下|了)?$/;

/** 报给安委办了: the last character of a name is no verb. */
function takes({ text, names }: Heard): RegExpExecArray | null {
  const taken = TAKES.exec(text);
  const from = (taken?.index ?? 0) + 1;
  const verb = taken ? from + taken[1]!.length : 0;
  return names.some((name) => name.from <= verb && name.to > verb) ? null : taken;
}

/** The name as the roster knows it, else as written. */
function takerIn(heard: Heard, taken: RegExpExecArray): string {
  const from = taken.index + 1;
  const first = heard.names.find((candidate) => candidate.from === from);
  const own = heard.names.find(({ kind, from: at }) => kind === 'person' && first?.kind === 'unit' && at === first.to);
  const name = own ?? first;
  return name ? heard.words(name) : heard.words({ from, to: from + taken[1]!.length });
}

const HANDOVER = /^[\s:,]*(?:给|到|至|由)[\s:]*/;

/** 转办 T0612 高铺镇 给经开区: the number may stand between, and the unit that is to be relieved. */
function openingOfNumber(heard: Parameters<IntentReader>[0], start: number): { after: number; from?: string } {
  const opening = openingOf(heard, start);
  if (opening.numbers.length === 0) return { after: start };
  const handover = HANDOVER.exec(heard.text.slice(opening.next));
  if (handover && opening.unit) return { after: opening.next + handover[0].length, from: heard.words(opening.unit) };
  const { to } = heard.numbers.find((candidate) => candidate.from >= start)!;
  return { after: to + (HANDOVER.exec(heard.text.slice(to))?.[0].length ?? 0) };
}

/** 是不是发错了: asked, and meant. */
const WRONGLY_SENT = gated(
  /(?:是不是|是否|会不会|莫不是|应该是)?(?:发|找|派|搞|弄|推|@|艾特)错(?:人|地方|对象|单位|群)?(?:了)?(?:吧|吗|啊)?[\s?。!]*$/,
);

/** 不是我们的, 找错人了: it stops at once; why, and whose it is, where that is said. */
export const notMine: IntentReader = reading([NOT_OURS], (heard) => {
  const { text, expects, direct, question } = heard;
  if ((question && !WRONGLY_SENT.test(text)) || !(direct || expects.size > 0)) return undefined;
  if (commandsSomebody(heard)) return undefined;
  // 转办 T0612 给石桥乡 那片归石桥: says to whom, and then why.
  if (heard.numbers.length > 0 && /^\s*(?:请|麻烦)?(?:转办|转给|转交|移交|改派)/.test(text)) return undefined;
  const match = NOT_OURS.exec(text);
  // T0544发错了，取消: whoever takes it back is not the one it was sent to.
  if (
    heard.input.addressed &&
    /[,，。;\s](?:请|先|就|直接|帮我|麻烦)*(?:取消|撤销|撤回|撤掉|撤了|收回|作废|删掉|删了)/.test(text)
  )
    return undefined;
  if (!match || (heard.input.quote && !heard.input.quote.mine)) return undefined;
  const start = openingOf(heard);
  const clauseEnd = /^[^,。;!\n]{0,12}/.exec(text.slice(match.index + match[0].length))![0].length;
  const after = remark(heard, match.index + match[0].length + clauseEnd);
  const before = remark(heard, start.next, match.index);
  const reason = after ?? (before && before.length >= 4 ? before : undefined);
  const moved = /(?:应该?|请|要|移交|归|属于|找|转给?|问|是)/.exec(text.slice(match.index));
  const name =
    moved && heard.names.find((candidate) => candidate.from > match.index && !/^(?:本|我)/.test(candidate.word));
  return {
    intent: 'not_mine',
    ...allNumbers(heard),
    ...(name && { to: heard.words(name) }),
    ...(reason && { reason }),
  };
});
