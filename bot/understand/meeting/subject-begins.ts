import { enclosedIn } from './enclosed.ts';
import { MARKER } from './outline.ts';

/** What may stand before whom a clause is about. */
const LEAD_IN =
  /^(?:同时|此外|另外|特别是|尤其是|因此|所以|为此|对此|当前|目前|今年|明年|今后|下一步|下步|接下来|近期|会后|最后|其中|并且|而且|那么|总之|一方面|另一方面|这里|在这里|在此|借此机会|我再?(?:强调|重申|要求|提醒)(?:一下|几句|一点)?|(?:这次|本次)?会议(?:要求|强调|决定|明确|议定|指出)|(?:需要|特别|再次|要)?(?:强调|指出|说明|提醒|重申)的(?:一点)?是|希望|建议|并?(?:责成|请)|还?请|这[两几]天|这(?![样种位儿里])(?:件|项|个|块|些)?(?:事情?|工作|任务|活|问题)?(?:呢|嘛|就)?|此(?:事|项工作)|你们?(?=[\u4e00-\u9fa5]{1,6}(?:站|所|办|局|股|科|中心|队|村|镇|乡|街道|学校|公司))|要求|责成|安排|委托|指定|让|叫(?!应)|交由|归|(?:牵头|责任|主责|负责)(?:单位|部门|科室)?的?(?:[是为:]|还是)|【|(?:明确|具体|统一|原则上|分别|继续|主要|一律|都|均|全部)?由|(?:整个|主)?汛期|(?:节日|假日|节假日|春节|国庆|五一|两会)期间|节前|年底(?:之前|以前|前)?|岁末年初|冬季|夏季|昨[天晚日]|,|:|"|也|还|再|就|则|而)/;
const BY =
  /(?:请|责成|安排|委托|指定|由|交给|让|叫|归|设在|归口到|归口给|落[到在]|(?:牵头|责任|主责|负责)(?:单位|部门|科室)?的?(?:[是为:]|还是))$/;
/** 治安归公安局: behind these whom it is for may end the clause. */
const ENDS_WITH_DOER = /(?:交给|交由|归|归口到|归口给|落[到在]|设在|[是为:])$/;
/** Behind these another beginning is tried: 4月底前各乡镇要…, 在汛期到来之前水库管理单位要…. */
const OPENING_ENDS =
  /前(?!锋|进|沿|往|来|山|郭)|(?<![以前先今落最])后(?!勤|备|山|河|坪)|期间|之内|(?<=[天日月时周年])内|方面|领域|工作上|(?<![理自缘经事])由(?!于|来|此|衷)|(?<!(?:清单|名单|台账|材料|报告|资料|数据|情况|钥匙|表))交给|归口?(?:到|给)?(?![档集类根还纳零案队家属口因结])(?=[\u4e00-\u9fa5]{2,16}(?:管|负责|来|牵头|兜底|$))|(?<=办公室|专班|指挥部|小组|中心)(?:就)?设在(?=[\u4e00-\u9fa5]{2,14}$)|(?<=[务活事])落[到在](?=[\u4e00-\u9fa5]{2,16}(?:身上|头上|$))|(?<![商申报聘邀提敬])请(?![示求假])|的是|的(?:钱|资金|费用|手续|事情?|活|账)(?=[\u4e00-\u9fa5]{2,8}?(?:[局办委站所镇乡]|公司|中心|街道)(?:先|去(?!年)|来|出|负责|牵头|想|抓))|今年|每年|下一步|(?<=\d)[日月](?![底末初])|起(?=各|县|区|市|镇|所)|(?<=[的情生候到])时(?=各|县|区|市|镇|所|有)|以上(?=各)|(?<=[期节季])(?=各)/g;

export interface Beginning {
  readonly at: number;
  readonly by: boolean;
  /** Named at the end of the clause, 治安归公安局. */
  readonly atEnd: boolean;
}

export function beginnings(head: string): Beginning[] {
  let at = MARKER.exec(head)?.[0].length ?? 0;
  let [by, atEnd] = [false, false];
  for (let more = LEAD_IN.exec(head.slice(at)); more; more = LEAD_IN.exec(head.slice(at))) {
    at += more[0].length;
    by = BY.test(more[0]);
    atEnd = ENDS_WITH_DOER.test(more[0]);
  }
  const inside = enclosedIn(head);
  const said = [...head.slice(at, at + 60).matchAll(OPENING_ENDS)].filter(({ index }) => !inside[at + index]);
  const later = said.map(({ 0: words, index }) => ({
    at: at + index + words.length,
    by: BY.test(words),
    atEnd: ENDS_WITH_DOER.test(words),
  }));
  return [{ at, by, atEnd }, ...later];
}
