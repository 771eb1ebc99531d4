import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { allNumbers, matterSlots, openingOf } from '../opening.ts';
import { commandsSomebody } from '../order/commands.ts';
import type { IntentReader, Slots } from './reader.ts';

/** Longer texts tell something; they do not look something up. */
const MOST = 40;

const LOOKING =
  '(?:请|帮我|帮忙|麻烦|给我)?(?:查查|查一下|查下|查看|查询|查|看看|看一下|看下|看|列一下|列出|列个|列|统计一下|统计|报一下|说一下|说说)?(?:一下)?';
/** 未签收, 还有谁没签收. */
const UNACKED = gated(
  /未(?:签收|签(?!订|署|字))|未(?:确认|回执|回复)(?:的|名单|清单|单位|情况|$)|(?<![\d户家处个人份])没(?:有)?签(?:收)?(?![字订署])|(?:谁|哪[些个家几]|还有(?:谁|哪|几[家个]|多少)|几家|多少|有没有(?:谁|哪|单位)).{0,8}(?:没|未|没有)(?:签收|签|收到|回复|回执|确认|回|吭声|应答|动静)|签收(?:了)?没(?:有)?|都签(?:收)?了(?:吗|没)/,
);
/** 逾期, 有哪些逾期的, 逾期任务有哪些, 哪些任务超期了. */
const LATE =
  '(?:已经?)?(?:逾期|超期|过期|超时|拖期|到期没[办交报]完?|过了期|红灯)(?:没[交报办]|未[交报办]|未办结|没办结|未完成)?';
const THING = '(?:任务|事项|事情|事|工作|活儿?|件)';
const OVERDUE = gated(
  new RegExp(
    `^${LOOKING}(?:现在|目前|一共|总共)?(?:还)?(?:有)?(?:哪些|哪几[件项个]|什么|啥|几[件项个]|多少)?(?:${THING})?(?:是)?(?:已经?|都)?${LATE}(?:的|了)?(?:${THING})?(?:清单|情况|名单)?(?:有|是)?(?:哪些|哪几[件项个]|几[件项个]|多少|什么|啥)?(?:没有|吗|了|没)?$`,
  ),
);
const DUE = '(?:到期|交|报|截止|办|完成|办结|上报|上交)';
/** 今天到期, 今天要交的, 今天有什么要交, 看看今天哪些要到期. */
const DUE_TODAY = gated(
  new RegExp(
    `(?:今天|今日|今儿|当天)(?:[之以]?内)?(?:还)?(?:有)?(?:哪些|哪几[件项个]|什么|啥|几[件项个])?(?:${THING}|材料)?(?:要|该|需要|得|必须|会|快)?(?:${DUE}(?:的|啥|什么|哪)|到期|截止|${DUE}(?=$|[几哪]))`,
  ),
);
/** 本周到期, 这周要交的, 这周有啥到期. */
const DUE_WEEK = gated(
  new RegExp(
    `(?:本周|这一?周|这个?星期|这个?礼拜|本星期|周[内末][之以]?前?)(?:[之以]?内)?(?:还)?(?:有)?(?:哪些|哪几[件项个]|什么|啥|几[件项个])?(?:${THING}|材料)?(?:要|该|需要|得|必须|会|快)?(?:${DUE}(?:的|啥|什么|哪)|到期|截止|${DUE}(?=$|[几哪]))`,
  ),
);
/** 本单位任务, 我们镇有哪些任务. */
const UNIT = gated(
  /^(?:查|看|看看|查一下|查下)?(本单位|我们?单位|我们?[镇乡局办]|咱们?[镇乡局单位]|本[镇乡局])(?:现在|目前|手上|名下)?(?:还?有)?(?:的)?(?:哪些|几[件个项]|什么|啥)?(?:没[办报交做干弄](?:结|完|的)?|未[办完报交](?:结|成)?|要[办交报]的|在办的?)?(?:的)?(?:任务|待办|事项|事情?|活)?(?:有哪些|清单)?(?:没[办报交做干弄](?:结|完|的)?|未[办完报交](?:结|成)?)?(?:的|了|吗|没有)?$/,
);
const OPEN =
  '(?:没办(?:结|完|的)?|没交的?|没报的?|没完成的?|未办结?|未完成|未了结?|要办的?|要交的?|要做的?|要报的?|待办|在办|该办|该交|该做|没了结|没弄完?|没交差|没干完?|没搞完?|没动的?)';
/** 我的待办, 我还有哪些任务, 我手头还有啥活, 我还欠着哪几件事. */
const MINE = gated(
  new RegExp(
    `^${LOOKING}(?:(?:我|本人)(?:的|名下的?|手上的?|手头上?的?|手里的?|这边|这里|现在|目前|今天|还|都|身上|自己)*(?:有|[欠挂压积堆]着?|剩下?|差|该)?(?:哪些|哪几[件个项条]|什么|啥|几[件个项条]|多少)?(?:还)?(?:${OPEN})?(?:的)?(?:待办|任务|事项|事情|事|活儿?|工作|欠账)?(?:清单|列表)?(?:有)?(?:哪些|几[件个项]|多少)?(?:${OPEN})?(?:的|了|吗|没有|没)?|(?:还)?有(?:没有)?(?:什么|啥|哪些)?(?:归|等着?|要|该)?我(?:要|该|来)?(?:办|做|处理|交|报|弄|管)?的(?:任务|事情?|活|件)?(?:吗|没有?)?|待办(?:事项|任务|清单)?|(?:还|现在)+(?:有|剩|差)(?:哪些|哪几[件个项条]|几[件个项条]|什么|啥)(?:事|任务|活)?(?:没交差|没交|没干完?|没弄完?|没做完?|没搞完?)(?:的)?|(?:还)?有(?:什么|啥|哪些)(?:事|任务|活)(?:要我|是我的|没办)[^,。]{0,4})$`,
  ),
);
const MINE_ASKED = /待办|任务|事|活|工作|件|欠|没[办交报]|要[办交报做]|未/;
const STATS = gated(
  /完成率|办结率|签收率|应答率|整改率|及时率|统计|办结情况|总体情况|总体进度|完成了多少|多少[件条项]|完成情况(?:怎|如|咋|统|$)|(?:销号|办结|完成|签收|整改|登记|下达|交办|上报)(?:了)?(?:多少|几[件条项个])|汇总一下/,
);
/** 查看 T0612, 看看T0612. */
const LOOK = gated(/^[\s,]*(?:请|帮我|麻烦)?(?:查看|查询|查一下|查下|查查|查|看看|看一下|看下|调出|打开|显示)/);
/** 到哪一步了, 进展怎么样, 情况如何. */
const STATE = gated(
  /到哪|到什么|走到|进展|进度|怎么?样|咋样|什么情况|啥情况|情况|状态|如何|办得|办到|办完|搞得|弄得|做得|完成|报了|报没|交了|弄好|好了|有没有|详情|明细|没报|没交|没办|未报|谁在办|谁负责|谁牵头|什么时候|几时|哪天|到期|动静|下文|卡在/,
);

/** 大家都报了没, 谁还没报, 还有哪几家没交. */
const REPORTED = gated(
  /^(?:现在|目前|任务|这[件个]事|大家|各单位|各[乡镇街道]{1,3}|各家)*(?:(?:还有?|都有)?(?:谁|哪些?|哪几家?|几家)(?:家|个)?(?:单位|乡镇)?(?:还)?(?:没|没有|未)(?:报|交|报送|上报)(?:的|呢)?|(?:都)?(?:报|交|报送)(?:上来|齐|完|好)?了?(?:没有|没|吗|了吗))$/,
);

const SPACE = gated(/[?\s]+/g);

/** What somebody wants to look up; `what` says which list. */
export const query: IntentReader = (heard) => {
  const { whole, direct, numbers } = heard;
  if (!direct || whole.length > MOST) return undefined;
  const plain = SPACE.replaceIn(whole, '');
  if (commandsSomebody(heard) || handsOut(heard)) return undefined;
  const what = listOf(heard, plain);
  if (what) return what;
  if (numbers.length === 0) return undefined;
  const looked = LOOK.exec(heard.text)?.[0].length ?? 0;
  const onlyNumber = openingOf(heard, looked).next >= heard.text.trimEnd().length;
  const asksState = STATE.test(plain) && (heard.question || isBareState(heard));
  if (onlyNumber) return { intent: 'query', what: 'progress', ...matterSlots(heard, openingOf(heard, looked)) };
  return asksState ? { intent: 'query', what: 'progress', ...allNumbers(heard) } : undefined;
};

/** 请把没签收的名单周四前理出来，樊静负责: work on a list, and no question about it. */
function handsOut({ text, question, names, times, input }: Heard): boolean {
  if (question || !/请|把|将|由|让|通知|负责|安排|督促/.test(text) || names.length === 0) return false;
  if (/[^,。;]负责/.test(text)) return true;
  return times.times.some(({ read }) => read.kind === 'deadline' && read.dueAt! > input.at);
}

/** …列给我, …发我看看: how it is to be shown. */
const SHOW = gated(
  /(?:请|都|全部?|一起|给我|帮我|帮忙|麻烦)*(?:列|发|报|拉|导|调|打|弄|理|汇总|给|看)(?:一下|下|个|份|出来|出|给|到|一)*(?:我|来|清单|表|看看|看一下|一眼|一下)*$/,
);

function listOf(heard: Heard, said: string): Slots | undefined {
  const shown = SHOW.replaceIn(said, '');
  const plain = shown.endsWith('的') ? shown : said;
  if (UNACKED.test(plain)) return { intent: 'query', what: 'unacked', ...allNumbers(heard) };
  if (DUE_TODAY.test(plain) && isShortOrAsked(heard, plain)) return { intent: 'query', what: 'due_today' };
  if (DUE_WEEK.test(plain) && isShortOrAsked(heard, plain)) return { intent: 'query', what: 'due_week' };
  const [first = ''] = heard.question && heard.numbers.length === 0 ? heard.whole.split(/[,。?\s]/) : [];
  if (OVERDUE.test(plain) || (first !== '' && OVERDUE.test(first))) return { intent: 'query', what: 'overdue' };
  if (heard.numbers.length === 0 && REPORTED.test(plain)) return { intent: 'query', what: 'progress' };
  if (UNIT.test(plain) && MINE_ASKED.test(plain)) return { intent: 'query', what: 'unit' };
  if (MINE.test(plain) && MINE_ASKED.test(plain)) return { intent: 'query', what: 'mine' };
  const person = personsTasks(heard, plain);
  if (person) return person;
  if (STATS.test(plain) && isShortOrAsked(heard, plain))
    return { intent: 'query', what: 'stats', ...allNumbers(heard) };
  return unitsTasks(heard, plain);
}

function isShortOrAsked(heard: Heard, plain: string): boolean {
  return heard.question || plain.length <= 10 || /^(?:请|你|帮我|帮忙|麻烦|给我)*(?:统计|汇总)(?:一?下)?/.test(plain);
}

/** 陈立手上有哪些任务, 查一下马强的待办. */
function personsTasks(heard: Heard, plain: string): Slots | undefined {
  const person = heard.names.find((name) => name.kind === 'person');
  if (!person || plain.length > 24 || heard.numbers.length > 0) return undefined;
  const before = heard.text.slice(0, person.from).trim();
  const rest = heard.text.slice(person.to).replace(/[?\s]+/g, '');
  if (!HEAD.test(before) || !THEIRS.test(rest)) return undefined;
  return { intent: 'query', what: 'mine', person: heard.words(person) };
}

const HEAD = gated(new RegExp(`^${LOOKING}$`));
const THEIRS = gated(
  new RegExp(
    `^(?:那边|这边|同志|名下|手上|手头|手里|现在|目前|的|还|都|他|她)*(?:有|[欠挂压积堆]着?|剩下?|差)?(?:哪些|哪几[件个项条]|什么|啥|几[件个项条]|多少)?(?:${OPEN})?(?:的)?(?:待办|任务|事项|事情|事|活儿?|工作)?(?:清单|列表)?(?:有)?(?:哪些|几[件个项]|多少)?(?:${OPEN})?(?:的|了|吗|没有)?$`,
  ),
);

/** 青山镇的任务, 青山镇待办, 石桥乡还有几件没办结. */
function unitsTasks(heard: Heard, plain: string): Slots | undefined {
  const unit = openingOf(heard);
  if (!unit.unit || unit.numbers.length > 0) return undefined;
  const rest = heard.text.slice(unit.next).replace(/[?\s]+/g, '');
  if (rest === '' || !THEIRS.test(rest) || !MINE_ASKED.test(rest) || plain.length > 20) return undefined;
  return { intent: 'query', what: 'unit', ...matterSlots(heard, unit) };
}

/** T0612进展, T0612 情况: nothing but the question word. */
function isBareState(heard: Heard): boolean {
  const rest = heard.text.slice(openingOf(heard).next).replace(/[\s,。]+/g, '');
  return /^(?:的)?(?:办理)?(?:进展|进度|情况|状态|详情|明细)(?:情况)?$/.test(rest);
}
