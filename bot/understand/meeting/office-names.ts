import { isName } from './unit-list.ts';
import { FIELDS } from './unit-words.ts';

/** Units in a list at the head of some words, and where it ends. */
export interface Offices {
  readonly to: number;
  readonly units: readonly string[];
}

/** What an office is named after beside the fields of government. */
const STEMS =
  '党政|党建|党群|综治|政法|纪委监委|纪委|纪检|监委|组织|宣传|统战|编制|机构编制|机关工委|机关党委|人大|政协|人武|武装|网信|史志|档案|保密|国安|团|妇联|残联|科协|文联|侨联|工商联|红十字会|' +
  '农业农村和水利|水利和湖泊|水利湖泊|自然资源和规划|林业和草原|教育和体育|城市管理和综合执法|城市管理综合执法|人力资源和社会保障|交通和城乡建设|大数据|数据|政数|投促|投资促进|移民|消费者权益|烟草专卖|民族宗教|招商|重点项目|项目|退役军人事务|医疗保障|社保|社会保障|就业|低保|救助|便民|社会事务|经济发展|产业发展|乡村振兴|平安法治|平安建设|公共服务|' +
  '村镇|村建|规划建设|物业|房管|房产|征收|不动产|质安|质监|安监|人防|园林|环卫|市政|排水|自来水|供热|城投|城建投|国投|交投|旅投|文旅投|公交|客运|货运|养护|公路|工务|车务|海事|航道|渔港|农技|农机|农经|兽医|畜牧|动监|动物|植保|种子|林草|森林防火|森防|草原|护林|湿地|' +
  '防汛抗旱|防汛|防指|抗旱|水文|水政|河长|水库|渠道|灌区|泵站|地灾|地质|食药|药监|特检|疾病预防控制|疾控|妇幼|血站|急救|120|学生资助|教研|安全|法规|政策法规|执法|综合行政执法|综合|督查|督导|信息|热线|值班|政务公开|财务|人事|办公|后勤|工程|技术|监理';
const LEVEL =
  '(?:国家|省|市|县|区|州|旗|镇|乡|街道|社区|村)(?:级|直|属|委|政府|人民政府)?|各(?:级|地|县区|县|区|市|乡镇|镇街|街道|乡|镇|村|社区|有关|相关)?|属地|辖区|当地|所在地|承办|有关|相关|驻[县市区镇]|各专项|本[县市区镇乡]';
/** 临岳县, 湖东街道. */
const PLACE = '[\\u4e00-\\u9fa5]{2,3}?(?:县|区|市|镇|乡|街道)';
const MIDDLE =
  '(?:行政|综合|安全|森林)?(?:主管|监管|监督|管理|执法|救援|服务|保障|事务|指挥|调度|监测|防治|征收|交易|促进|发展|建设|工作|协调|督查|监察|规划|审批|控制|资源|警察|交通)?';
const KIND =
  '分局|局|委员会|委(?!托|派|员|会)|办公室|办事处|办(?!理|好|结|法|公|事)|主管部门|监管部门|部门|部(?!署|分)|厅|院(?!里|内|长|子)|所(?!有|在|需|属|以|辖|谓|反|学|产)|站(?!点|位)|室|股|科(?!技|学)|处(?!置|理|罚|于|分)|总队|支队|大队|中队|队伍|队(?!员)|中心(?!校|村|组)|机关|机构|公司|集团|企业|单位|(?<![防水电气热网信险])系统|(?<![路渡门入出])口(?!岸|径|子)|段(?!位|时)|专业?指挥部|指挥部|领导小组|小组|工作专班|专班|工作组|专委会|安委会';
/** Names that stand without such an end. */
const WHOLE =
  '(?:公安)?(?:交警|特警|刑警|巡警)(?!指挥|执法)|安委会?办公室|安委会|安办|防汛办|防办|防指办?|防火办|森防办|森防指|减灾办|消安办|食安办|道安办|信访联席办|党委办|政府办|县委办|区委办|市委办|常委办|府办|两办|派出所|纪委监委|纪委机关|纪委(?!书记)|监委|督查室|督查局|检察院|法院|法庭|人武部|武装部|残联|妇联|团委|共青团|工会|总工会|科协|红十字会|慈善(?:总)?会|供销社|融媒体中心|电视台|(?:城建|文旅|城|交|国|水|旅|农)投(?![资入产诉票])(?:集团|公司)?|供电公司|国网[\\u4e00-\\u9fa5]{0,4}公司|水务集团|工商联';
const OFFICE = new RegExp(
  `^(?:(?:${LEVEL}){0,2}|${PLACE})(?:(?:${FIELDS}|${STEMS}){1,2}${MIDDLE}(?:${KIND})|(?:${WHOLE}))`,
);
/** 交警大队 of 公安局交警大队, 安全股 of 教育局安全股. */
const INNER = new RegExp(
  `^(?:(?:${FIELDS}|${STEMS}|森林|警察|机关|所属|下属|牵头|成员|值班|信息|调度|执法){1,2}${MIDDLE}(?:${KIND}))`,
);
/** 治安大队 of 县公安局治安大队: whatever it is called, where it goes straight on behind the office. */
const WITHIN =
  /^[^的要把对和与由各请报向给在将通会同督牵派让组责负指按及从到制定办做查抓搞,;:、。\d]{2,5}?(?:大队|中队|支队|分局|股|科(?![技学])|(?<!场)所(?![有在需属以])|指挥中心)(?=[^,;:。、]{2}|$)/;
/** 实验室管理员 of 县中学实验室管理员. */
const POST_WITHIN =
  /^[^的要把对和与由各请报向给在将通会同督牵派让组责负指按及从到制定办做查抓搞,;:、。\d]{0,4}?(?:管理员|安全员|联络员|信息员|值班员|保管员|责任人)/;
/** Whoever of an office is spoken to. */
const PEOPLE =
  /^(?:系统?各(?:企业|单位|学校|门店)|(?:的)?(?:各)?(?:党组|党委|领导|主要|分管|有关|相关)?(?:负责同志|负责人(?!员)|领导|一把手|班子成员|全体成员|全体人员|主席|各成员单位|成员单位|牵头单位|责任单位|主要负责同志|分管负责同志|工作人员|技术人员|值班人员|执法人员|干部职工|全体干部|书记|局长|主任(?!务)|站长|所长|大队长|中队长|队长|股长|科长|部长(?!期)|行长|经理|各科室|各股室|各中队))/;
/** 应急局老张, 教育局你们, 公安局的同志: the office is meant all the same. */
const SPOKEN_TO =
  /^(?:[老小][\u4e00-\u9fa5](?=[你,]|把|去|来|盯|负|牵|要)|你们?|的?(?:同志们?|同事)|这边|那边|这一家|一家|自己)/;
const TWO_SIDED = /^(?:、|\/|以及|和|及|与|暨|跟(?![踪进班岗着上随拍我你他])|会同|联合(?!会))/;
/** 交通局跟供电公司商量着来: with whom, and not who. */
const WITH_WHOM = /^(?:[^,。]{0,2}商[量定议]|对接|沟通|衔接|联系|协商|谈|坐|签|要|借|通)/;
const APPOSED =
  /^(?:等)?[两三四五六七八九十\d]{1,2}(?:家|个)(?:部门|单位|局|股室|股|所|站|运营商|公司|企业|乡镇|镇|街道|村|社区)?/;

/** The office at the head of some words: as much of them as is its name, whatever follows. */
export function officeAt(words: string): number {
  let to = OFFICE.exec(words)?.[0].length ?? 0;
  if (to === 0 || !isName(words.slice(0, to), true)) return 0;
  for (let more = INNER.exec(words.slice(to)); more; more = INNER.exec(words.slice(to))) to += more[0].length;
  if (/局$/.test(words.slice(0, to))) to += WITHIN.exec(words.slice(to))?.[0].length ?? 0;
  to += POST_WITHIN.exec(words.slice(to))?.[0].length ?? 0;
  return to + (PEOPLE.exec(words.slice(to))?.[0].length ?? 0);
}

/** A list that begins with an office: 县住建局、县城管局, 水利局和两家公司. */
export function officesAt(words: string, another: (rest: string) => number): Offices | undefined {
  const first = officeAt(words);
  if (first === 0) return undefined;
  const units = [words.slice(0, first)];
  let to = first;
  for (let joint = TWO_SIDED.exec(words.slice(to)); joint; joint = TWO_SIDED.exec(words.slice(to))) {
    if (/会同|联合/.test(joint[0])) break;
    const rest = words.slice(to + joint[0].length);
    const length = officeAt(rest) || another(rest);
    if (length === 0) {
      if (joint[0] === '、') return undefined;
      break;
    }
    if (joint[0] === '跟' && WITH_WHOM.test(rest.slice(length))) break;
    units.push(rest.slice(0, length));
    to += joint[0].length + length;
  }
  to += APPOSED.exec(words.slice(to))?.[0].length ?? 0;
  to += SPOKEN_TO.exec(words.slice(to))?.[0].length ?? 0;
  return { to, units };
}
