import { allNumbers, openingOf, remark } from '../opening.ts';
import type { IntentReader } from './reader.ts';

/** 转办给, 改由, 移交到. */
const VERB = /(?:转办|转给|转交|移交|转到|改派|改由|改给)(?:一下)?(?:给|到|至|由)?[\s:]*/;
/** 不是我们的, 找错人了, 不归我们管, 跟我们没关系. */
const NOT_OURS =
  /不是(?:我|我们|咱们?|本单位)(?:的|们的|办|负责|管|单位|镇|分管)?|找错人|发错人|发错了|派错|不归(?:我|我们|咱)|不属于(?:我|我们|本)|(?:与|和|跟)(?:我|我们|咱)[们]?(?:无关|没关系)|不在我们?(?:这|辖区|范围)|不该我们?(?:办|管)/;

/** T0640请转办给孙浩: the matter goes to somebody else, as written. */
export const forward: IntentReader = (heard) => {
  const { text, numbers, input, question, orders } = heard;
  if (question || orders || (numbers.length === 0 && !input.quote?.mine)) return undefined;
  const match = VERB.exec(text);
  if (!match) return undefined;
  const { after, from } = openingOfNumber(heard, match.index + match[0].length);
  const name = heard.names.find((candidate) => candidate.from >= after);
  const to = name
    ? heard.words(name)
    : remark(heard, after)
        ?.split(/[,。;，；\s]/)[0]
        ?.replace(/(?:办理?|负责)$/, '');
  return { intent: 'forward', ...allNumbers(heard), ...(from && { unit: from }), ...(to && { to }) };
};

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

/** 不是我们的, 找错人了: it stops at once; why, and whose it is, where that is said. */
export const notMine: IntentReader = (heard) => {
  const { text, expects, direct, question, orders } = heard;
  if (question || orders || !(direct || expects.size > 0)) return undefined;
  const match = NOT_OURS.exec(text);
  if (!match || (heard.input.quote && !heard.input.quote.mine)) return undefined;
  const start = openingOf(heard);
  const clauseEnd = /^[^,。;!\n]{0,12}/.exec(text.slice(match.index + match[0].length))![0].length;
  const after = remark(heard, match.index + match[0].length + clauseEnd);
  const before = remark(heard, start.next, match.index);
  const reason = after ?? (before && before.length >= 4 ? before : undefined);
  const moved = /(?:应该?|请|要|移交|归|属于|找|转给?)/.exec(text.slice(match.index + match[0].length));
  const name = moved && heard.names.find((candidate) => candidate.from >= match.index + match[0].length);
  return {
    intent: 'not_mine',
    ...allNumbers(heard),
    ...(name && { to: heard.words(name) }),
    ...(reason && { reason }),
  };
};
