import type { Part } from './outline.ts';
import { MARKER } from './outline.ts';
import { bodyOf, MODAL, type Segment, textOf } from './segments.ts';
import type { Clause } from './sentences.ts';
import { ADVERB, ADVERBIAL, ANY_WORK, ATTITUDE, CONCRETE_WORK, FRAMING, VERB } from './work-words.ts';

/** How much there is to do in a clause: nothing, work in general, work that can be checked. */
export type Weight = 0 | 1 | 2;

/** A verb of what has happened. */
const DONE = /(?:[^除为得])了(?!解|如指掌|再|才|算|的)|已经?(?!知)|曾|一直在|取得/;
/** A frame of what has happened: everything said in it is told. */
const TIME_PAST =
  /以来|累计|先后|同比|环比|去年|上周|上个?月|前期|近年来|刚才|下降了?\d|增长\d|达\d|共(?:发生|排查|检查|发现|整改|开展|出动|投入|组织)/;
const DONE_ALL = new RegExp(DONE, 'g');
/** What is wrong somewhere. */
const PROBLEM =
  /习惯于|缺乏|不到位(?!的)|不够(?!的)|不足(?!的)|松懈|形不成|淡薄(?!的)|滞后(?!的)|流于形式|走过场|睁一只眼|依然存在|仍然存在|仍有|尚未|有差距|较为严重|屡禁不止|时有发生|说不过去|零处罚|垫底|倒数第|不理想|不乐观/;
/** What is always so. */
const DOCTRINE =
  /只有.*才|才能|等于|否则|离不开|意味着|取决于|何谈|就会|归根到底|事关|关系到|[^不但而可凡或若还]是(?!否|指)[^,]{0,12}(?:道理|要求|保障|灵魂|根本|基础|前提|底线|红线|民生|关键|第一|主体|重要)|硬道理|硬要求/;
const ATTENDS =
  /参加(?:了)?(?:今天的)?(?:会议|此次)|主会场|分会场|出席|列席|主持会议|表态发言|交流发言|表示,?将|将按照|通报了|留一下|散会|请坐|请假|手机调/;
/** 《安全生产法》规定, 总书记指出: others' words. */
const CITED =
  /(?:法》|条例》|办法》|规定》|纲要》|意见》|通知》|决定》|法律|法规|古人|俗话|老话)[^。]{0,24}?(?:规定|明确|说|讲|云)|(?:总书记|主席|总理|省长|书记|部长)(?:[^,。]{0,20})(?:指出|强调|批示|讲过|反复要求|多次强调|说过)/;
const IS_SO =
  /^[^,]{0,14}都是|^(?:也|都|就|仍|仍然|还|既)?(?:是|有(?!权)|没有|存在|属于|处于|占|达|具有|认为|只有|习惯|缺乏|感到|反映|知道|喜欢|总(?:是|觉得)|不够|不能说|不是|说明|翻开|监管和|涉及|来自|承受|面临)/;
/** Something is to be had against somebody: 对…的，一律…, 凡…. */
const RULE =
  /(?:^|[,;:。])(?:凡是?|一旦|如果|若|如遇|遇到?(?!的)|谁|对(?:于)?[^;。]{2,60}?的(?:[^,;。]{0,12})?,(?!.{0,12}要进行))|(?:^|,)预报有|的,?(?:要|将|必须)?(?:一律|坚决|依法|严肃|从严|从重|立即)?[^,]{0,8}(?:追究|问责|约谈|处罚|处理|停产|停工|停业|取缔|关闭|曝光|通报|清退|不予|叫停|不得评优)|四个一律|一票否决/;
const SANCTION =
  /追究|问责|约谈|追责|处罚|严肃处理|从严处理|严肃查处|停产|停业|停工|取缔|关闭|关停|一票否决|移送|通报批评|曝光|惩戒|不得评优|不予|叫停|依法处理|顶格/;

export interface Judgement {
  /** Anything to do at all, and not told of others, of a meeting, or asked. */
  readonly order: boolean;
  readonly weight: Weight;
  /** Some clause is more than attitude: for somebody who is named any verb will do. */
  readonly matter: boolean;
  readonly rule: boolean;
  readonly modal: boolean;
  readonly doctrine: boolean;
}

/** What a segment is worth as an order, whoever it is for. */
export function judge(segment: Segment, sentence: string): Judgement {
  const words = textOf(segment);
  const bodies = segment.clauses.map((clause) => bodyOf(clause, segment));
  const weight = Math.max(0, ...bodies.map(weigh)) as Weight;
  const modal = segment.clauses.some((clause, at) => isModal(clause, bodies[at]!, segment));
  const told = CITED.test(sentence) || ATTENDS.test(words) || /[?]$/.test(sentence);
  return {
    order: !told,
    weight,
    matter: segment.clauses.some((clause, at) => isMatter(clause, bodies[at]!, segment)),
    rule: RULE.test(words),
    modal,
    doctrine: DOCTRINE.test(unquoted(words)),
  };
}

/** Behind the subject, or near the head of a clause that has none of its own: 这样的干部我们要看见 is another's. */
function isModal(clause: Clause, body: string, { head, subject }: Segment): boolean {
  if (clause === head && subject) return MODAL.test(unquoted(subject.rest));
  const words = unquoted(body);
  const at = words.search(MODAL);
  return at >= 0 && !/我们|大家|我(?!县|市|区|镇|乡|局)|你/.test(words.slice(0, at));
}

/** What stands before whom it is for only says of what. */
function isMatter(clause: Clause, body: string, { clauses, head }: Segment): boolean {
  if (head && clauses.indexOf(clause) < clauses.indexOf(head)) return false;
  if (weigh(body) > 0) return true;
  const leadsOn = ADVERBIAL.test(body) && clause.mark === ',' && !MODAL.test(body);
  return body.length >= 3 && !ATTITUDE.test(body) && !FRAMING.test(body) && !leadsOn;
}

/** Result and not work: 确保万无一失, 提高…水平. */
const OUTCOME =
  /^(?:,?切实|进一步|坚决|努力|不断|全力|有效|从而|以)?(?:确保|实现|杜绝|防止|遏制|形成|提高|提升|增强|营造|促进|保障|维护)/;

function weigh(body: string): Weight {
  if (FRAMING.test(body)) return 0;
  const concrete = CONCRETE_WORK.test(body);
  if (ATTITUDE.test(body)) return concrete && !/^(?:要|必须)?(?:以|从|用).{1,20}(?:抓|做|推)/.test(body) ? 2 : 0;
  if (OUTCOME.test(body) || (ADVERBIAL.test(body) && !MODAL.test(body) && !/^对|^以/.test(body)))
    return concrete ? 1 : 0;
  if (concrete) return 2;
  return ANY_WORK.test(body) ? 1 : 0;
}

/** Whether a segment without 要 tells what is to be done, and not what was done or is so. */
export function commands(segment: Segment, sentence: string, part: Part, outlined: boolean): boolean {
  const { head, subject } = segment;
  if (part !== 'tasks' || !head || !subject) return false;
  const words = unquoted(textOf(segment));
  if (TIME_PAST.test(unquoted(sentence)) || DONE.test(unquoted(outlined ? head.text : sentence))) return false;
  if ((words.match(DONE_ALL) ?? []).length > 1 || PROBLEM.test(words)) return false;
  return !IS_SO.test(subject.rest) && !DOCTRINE.test(words);
}

/** 4月5日前建立回收点. */
const LIMIT_FIRST = /^[^,]{1,14}?(?:[前内]|之前|以前)(?=[\u4e00-\u9fa5])/;

/** A clause that begins as an order does: 要, 切实, 排查. */
export function beginsAsOrder(clause: Clause): boolean {
  const body = clause.text
    .replace(MARKER, '')
    .replace(LIMIT_FIRST, '')
    .replace(/^(?:同时|此外|另外|并且?|尤其|特别是|而且|因此|所以|还|也|另外),?/, '');
  return (
    /^(?:还|也|都|更|首先|今年|下一步)?(?:要|必须|务必|应|须|不得|严禁|一律|切实)/.test(body) ||
    ADVERB.test(body) ||
    VERB.test(body)
  );
}

export function isAdverbial({ text }: Clause): boolean {
  return ADVERBIAL.test(text.replace(MARKER, '')) && !MODAL.test(text);
}

export function hasSanction(words: string): boolean {
  return SANCTION.test(words);
}

export function tellsPast(words: string): boolean {
  return DONE.test(unquoted(words)) || TIME_PAST.test(unquoted(words));
}

export function isSo(rest: string): boolean {
  return IS_SO.test(rest);
}

function unquoted(words: string): string {
  return words.replace(/"[^"]*"/g, '""');
}
