import { hasSanction, type Judgement } from './judge.ts';
import { MARKER } from './outline.ts';
import type { MeetingKind } from './row.ts';
import { type Segment, textOf } from './segment.ts';

/** What only holds where something happens: 凡…, 一旦…, 发现…的, 鉴定为D级的, 接到报告后. */
const CONDITION =
  /^(?:对于?)?[^,]{0,14}(?:凡是?|一旦|如果|若是?|如遇|如有|遇有?|遇到|发现|查到|查出|抓到|出现|发生|接到|达到|没有|未经|无[^,]{2,8}的|谁|哪[个家]|超过|低于|逾期|拒不|屡)|^(?:今后|以后)凡|(?:的|时|之后|以后|一发)$|^[^,]{2,14}(?:不|未|没)[^,]{1,10}的/;
const TOPIC = /^(?:对|对于|针对)[^,]{2,40}$/;
/** 对整改不力的企业，依法停产整顿. */
const OF_WHOM = /^对[^,]{2,60}的[^,]{0,10}$/;
/** 由海事部门负责，遇大风停航: a condition behind nothing that could be finished. */
const HAPPENS = /^(?:凡是?|一旦|如遇|如有|遇[到有]?|若|如果)/;
/** A duty that goes on: nothing is ever finished by it. */
const GOES_ON =
  /负(?:总责|[^,。]{0,10}责任)|负责(?![人同])|监管|职责|责任制|值班|带班|值守|备勤|保障|监护|看护|二十四小时|24小时|畅通|不断[电网水]|随时|随叫随到|始终|长期|常态|坚持|持续|不得|不准|不许|严禁|严防|履行|承担|同研究|同部署|管起来|归[^,。]{2,10}(?:管|$|[,。;])|持证|配合|支持|督促|统一登记|双人双|在岗|把好关|看好|守好|执行[^,。]{0,12}制度|落实[^,。]{0,14}(?:制度|责任|规定|措施)/;
/** Something that is there, or has been done, in the end. */
const IN_THE_END =
  /一[次遍轮批份本张]|[两三四五]次|方案|名单|台账|清单|报告|档|完成|建立|建成|制定|拿出|排查|检查|普查|自查|摸[底排清]|演练|抽查|督查|核查|核验|通报|报[到给送县镇区局]|上报|安装|更换|拆除|清[理除零干]|整改|整治|改造|修|换|培训|张贴|发放|签订|登记|公布|公示|召开|组织|开展|成立|转移|派|拨付|验收|评估/;

/** The kind of an order, as a clerk sorts it; nobody named for it makes it `implied`. */
export function kindOf(
  segment: Segment,
  judgement: Judgement,
  units: readonly string[],
  limited: boolean,
): MeetingKind {
  const words = textOf(segment);
  if (isRule(segment, judgement)) return 'rule';
  if (units.length === 0) return 'implied';
  if (limited || !GOES_ON.test(words)) return 'hard';
  return IN_THE_END.test(words) ? 'hard' : 'standing';
}

/** The condition stands first; where work comes before it, it only belongs to that. */
function isRule({ clauses, head, subject }: Segment, { rule }: Judgement): boolean {
  // 至迟不超过28日 is no condition
  const first = clauses[0]!.text.replace(MARKER, '').replace(/不(?:得|能)?超过/, '');
  if (clauses.length === 1 && clauses[0] === head && subject) {
    return CONDITION.test(subject.rest) && (rule || /^[^,]{0,6}(?:接到|遇|发现|一旦|凡|查到)/.test(subject.rest));
  }
  const words = clauses.map(({ text }) => text).join();
  if (OF_WHOM.test(first) && hasSanction(words)) return true;
  const later = clauses.findIndex(({ text }, at) => at > 0 && HAPPENS.test(text));
  if (
    later > 0 &&
    !IN_THE_END.test(
      clauses
        .slice(0, later)
        .map(({ text }) => text)
        .join(),
    )
  )
    return true;
  if (TOPIC.test(first) && !/的$/.test(first)) return false;
  return CONDITION.test(first) && (clauses[0]!.mark === ',' || rule);
}
