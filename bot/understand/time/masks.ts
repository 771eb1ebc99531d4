import { letterTable } from '../letter-table.ts';

/** What is numbered with 号; 20号台账 and 18号机关 are days with something behind them. */
const NUMBERED =
  /变压器|配变|主变|开关|电杆|风机|电机|楼(?!宇|盘|道|栋)|线(?![下上路索])|门(?!店)|库(?!存)|厂(?!家|区)|井|机(?!关|构)|泵|船|仓|院|文|令|台(?!账|风)|房(?!屋|东)|桥|段|点位|路(?!面|口|演)|坑|窑|矿(?!山)|炉|棚|池|塔|桩|洞|电梯|公告|地块|车|岗|病|闸|哨|卡(?!口)|站台|出口|窗口|会议室|码头|泊位|罐|柜|箱|通知|议案|提案|检查站|监测点|隐患|方案|预案|响应|球|队|组|馆|厅|库房|渠|沟|片区|网格|营地|水库|台风|首长|疫苗|选手|种子|病例|菜|坝|堤|沟|片|集装箱|槽|平台|支洞|产品|系统|煤层|工作面|采区|标段|桩号|钻孔|点|灯(?![会谜展光])|杆|铺(?!开|设|装)|摊(?!派)|塘|墩|宿舍|公寓|教室|锅炉|机组|消防栓|消火栓|摄像|探头|扶梯|货梯|塔吊|挖机|阀|渔|弯|涵|储罐|油罐|气罐|工地|基坑|高炉|公路(?!局|段|站|管|巡|养)|地(?=[的\s,。、;]|$)|生产线|装置|料场|渣场|堆场|当铺|公馆|危岩|裂缝|滑坡体|轮(?![班值岗训换休流])/y;
/** 3点要求, 三点意见: points that are made. */
const POINTS =
  /(?:要求|意见|建议|希望|看法|问题|体会|原因|说明|措施|注意|不足|感受|思考|经验|做法|内容|任务|理由|钟?方向)/y;
const MADE =
  /(?:强调|提出|提|讲|谈|抓|抓好|突出|把握|做好|汇报|以下|注意|做到|明确|如下|归纳|总结|分享|补充|有|这|说)了?$/;
/** 24小时值班, 8小时工作制. */
const ROUND_THE_CLOCK =
  /(?:个)?小时(?:不?值班|值守|在岗|在线|备勤|畅通|待命|应急|开机|轮班|轮流|监控|专人|不间断|不断|带班|双人|巡查|巡逻|保持|有人|热线|电话|服务|营业|自助|便利|滚动|工作制|制|全天|无休|响应|监测|看护|守护)/y;
const PHONE = /\d{3,4}-\d{7,8}|\d{3}[*x]{2,8}\d{2,4}|\d+(?:\.\d+){3,}/y;
const RATIO = /\d{1,3}:\d{1,3}/y;
const RATIO_AFTER = /\d{1,3}:\d{1,3}的?(?:比例|比率|配比|坡度|坡比|比)/y;
const RATIO_BEFORE = /(?:比|比例|比分|配比|占比)[为是约达]?$/;
const SCORED = /\d{1,3}[:-]\d{1,3}(?:的比分|比分|战胜|大胜|获胜|取胜|险胜|领先|战平)/y;
/** https://…, T0612, K15+300, PM2.5, v2.3.1; what follows a letter up to a date belongs to it. */
const CODE = /(?:https?:\/\/)[\w./?=&#%~+:-]{1,500}|[A-Za-z]+(?:[-_]?\d+(?:[+./-]\d+)*(?![\d年月日]))?/y;
/** 〔2026〕15号, (2026)第3号, [2025] 7号. */
const PAPER = /[〔[(【]\s?(?:19|20)\d\d\s?[〕\])】]\s?第?\d{0,5}号?/y;
/** 五一路, 国庆村, 八一中学: named after a day. */
const PLACE =
  /路|大道|大街|街|巷|弄|镇(?!政府|里)|乡(?!镇|村振兴|里)|村(?!里|级|委|民|干)|社区|小区|广场|公园|大?桥(?!梁)|水库|小学|中学|学校|幼儿园|医院|湖|山(?!林|上|火|洪|区)|渡口|煤矿|矿(?!山|工|区)|农场|林场|厂|商场|市场|大厦|宾馆|大?酒店|大?饭店|大药房|家园|花园|新村|名苑|佳苑|苑|里(?=小区|社区|家园|花园)|仓库|商圈|酒庄|山庄|酒家|渠|水?闸(?!门)|泵站|(?:水)?电站|井(?!盖)|塔(?!吊)|站(?!岗|台|点|位|好)|上河|中心(?:小学|校|幼儿园|卫生院)|书[店屋]|茶[庄楼馆]|洞(?!口)|寺(?!庙)|庙(?!会)|陵园/y;

/** 礼拜天饭店, 星期五餐厅, 星期天超市. */
const RESTAURANT =
  /(?:大|小)?(?:超市|便利店|小卖部|网吧|网咖|宾馆|酒店|民宿|影院|影城|书店|花店|理发店|美发|饭店|饭庄|餐厅|酒吧|餐馆|火锅|咖啡|酒楼|茶楼|茶馆|面馆|饭馆|奶茶|客栈|酒庄|私厨|烧烤)/y;
/** 三月街, 五月花幼儿园, 六月村: named after a month. */
const PLACE_OF_MONTH =
  /街(?!道|面|头|区|巷)|路(?![面灯口况长政域])|巷(?!道)|村(?![里级委民干口寨组])|镇(?![里区街村]|政府|机关)|(?:[花天雪风荷星桂]|阳光)[\u4e00-\u9fa5]{0,4}?(?:[园店苑城楼村厅馆吧]|酒家|市场|小区|咖啡|演唱会)|[湖山河半][\u4e00-\u9fa5]?(?:[厂桥村站庄园]|景区)|[一二三四五六七八九十半](?:酒[庄店家楼]|饭店|广场|山庄|庙会|公园|[路街桥村园苑店])|里(?=小区|家园|花园)|社区|小区|酒[庄店家楼]|山庄|茶[庄楼馆]|同志/y;
/** 周日升主任, 周末同志: a name with 周 for a surname. A surname behind it is somebody else's: 周一李主任. */
const TITLED =
  /(?:[^\s\p{P}\d副总大老新小各县市区镇乡村局主两正常请由找跟和与让叫给中下上早晚午前后起至到、](?:副?(?:主任|局长|镇长|乡长|科长|股长|所长|站长|队长|书记|院长|校长|经理|主席|部长|处长|区长|县长)|同志|老师|师傅|医生|先生|女士)|(?:同志|先生|女士))(?!会|办公)/uy;
/** 1.5-2.5米, 3.6万元: measured, not dated. */
const MEASURED =
  /\d+\.\d+(?:[-~—至到]\d+(?:\.\d+)?)?\s?(?:米|公里|千米|厘米|毫米|万|亿|元|吨|公斤|斤|千克|克|升|倍|度|亩|公顷|平|立方|%|‰|℃|[a-zA-Z]|兆|伏|千瓦|个百分点|折|分(?!前)|毫克|微克|级)/y;

function matches(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

/** The end of what begins with a letter. */
export function codeAt(text: string, at: number): number {
  return matches(CODE, text, at) || at + 1;
}

/** The end of a paper's number, or 0 where the bracket opens something else. */
export function paperAt(text: string, at: number): number {
  return matches(PAPER, text, at);
}

/** Whether a word of time is the beginning of a place's name. */
export function isPlace(text: string, to: number): boolean {
  return matches(PLACE, text, to) > 0;
}

/** Whether a weekday is the name of a place to eat. */
export function isRestaurant(text: string, to: number): boolean {
  return text[to] !== undefined && matches(RESTAURANT, text, to) > 0;
}

/** Whether a month is the beginning of a place's name. */
export function isPlaceOfMonth(text: string, to: number): boolean {
  return matches(PLACE_OF_MONTH, text, to) > 0;
}

/** Whether a title stands behind a weekday that is a name. */
export function isTitled(text: string, to: number): boolean {
  return matches(TITLED, text, to) > 0;
}

/** What stands behind a number that may count or name something; behind any other character it does not. */
const COUNTS = letterTable('号点分个小');
const MASKS = letterTable('号点分个小-至%‰℃°*.x:');

/** The end of digits that name no number a time is made of, or 0. `to` is where the digits end. */
export function numberMask(text: string, at: number, to: number): number {
  if (to - at >= 5) return to - at === 8 && text[at] === '2' && text[to] === '前' ? 0 : to;
  return to < text.length && MASKS[text.charCodeAt(to)] === 1 ? maskBehind(text, at, to) : 0;
}

function maskBehind(text: string, at: number, to: number): number {
  const after = text[to];
  if ((after === '-' || after === '至') && isOnStreet(text, at)) {
    const end = matches(HOUSE_RANGE, text, at);
    if (end > 0) return end;
  }
  if (after === '%' || after === '‰' || after === '℃' || after === '°') return to + 1;
  if (after === '-' || after === '*' || after === '.' || after === 'x') {
    const end = matches(PHONE, text, at) || (after === '.' ? matches(MEASURED, text, at) : 0);
    if (end > 0) return end;
  }
  if (after === ':' || after === '-') {
    const end = matches(SCORED, text, at) || matches(RATIO_AFTER, text, at);
    if (end > 0) return end;
    if (after === ':' && RATIO_BEFORE.test(text.slice(Math.max(0, at - 3), at))) return matches(RATIO, text, at);
  }
  return countMask(text, at, to);
}

/** 解放路15号, 3栋2号, 〔2026〕8号; not 到解放路15号下午. */
const STREET = /(?:[路街巷弄层栋幢座排苑〕\]]|大道|单元|小区|花园|门牌号?|编号|文号)$/;
/** 东风路12号至18号. */
const HOUSES = /号[至到-]\d{1,4}号(?![上下前中晚])/y;
const HOUSE_RANGE = /\d{1,4}[至-]\d{1,4}号(?![上下前中晚])/y;
const DATED = /^(?:前|之前|以前|后|起|至|到|上午|下午|中午|晚|早|\(|\d)/;

function isOnStreet(text: string, at: number): boolean {
  return STREET.test(text.slice(Math.max(0, at - 3), at));
}

function isHouseNumber(text: string, at: number, to: number): boolean {
  return isOnStreet(text, at) && !DATED.test(text.slice(to + 1, to + 3));
}

const ANOTHER = /[、和及与至到-]\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})号/y;

/** 3号、4号储罐, 1号至4号楼: where the last number of a list ends, from behind the first; there stands what all of them number. */
function lastOfList(text: string, from: number): number {
  let at = from;
  for (let next = matches(ANOTHER, text, at); next > 0; next = matches(ANOTHER, text, at)) at = next;
  return at;
}

/** The end of a number, Arabic or Chinese, that counts or names something else: 5号楼, 三点要求, 24小时值班, 三分之一. */
export function countMask(text: string, at: number, to: number): number {
  return to < text.length && COUNTS[text.charCodeAt(to)] === 1 ? countBehind(text, at, to) : 0;
}

function countBehind(text: string, at: number, to: number): number {
  switch (text[to]) {
    case '号':
      if (text[at - 1] === '月') return 0;
      if (text[to + 1] === '至' || text[to + 1] === '到' || text[to + 1] === '-') {
        const end = isOnStreet(text, at) ? matches(HOUSES, text, to) : 0;
        if (end > 0) return end;
      }
      if (matches(NUMBERED, text, lastOfList(text, to + 1)) > 0) return to + 1;
      return isHouseNumber(text, at, to) ? to + 1 : 0;
    case '点':
      if (matches(POINTS, text, to + 1) > 0) return to + 1;
      return to - at <= 2 &&
        MADE.test(text.slice(Math.max(0, at - 3), at)) &&
        !/[\d前半钟整一-十]/.test(text[to + 1] ?? '')
        ? to + 1
        : 0;
    case '分':
      // 17点30分之前
      return text[to + 1] === '之' && !'前后内间'.includes(text[to + 2] ?? '前') ? to + 2 : 0;
    case '个':
    case '小':
      // 每4小时滚动报一次
      if (text[at - 1] === '每') return 0;
      return matches(ROUND_THE_CLOCK, text, to);
    default:
      return 0;
  }
}
