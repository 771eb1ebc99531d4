import { ends, letterTable } from '../letter-table.ts';
import { type CountSaid, type DaySaid, type PhraseSaid, phraseWith } from './said.ts';

/** 国庆值班表, 重阳节活动方案, 中秋月饼: what a festival's name stands before when it only says what kind of thing it is. */
const KIND_OF_THING =
  /^的?(?:值班|带班|排班|安保|安全|活动|方案|物资|慰问[品金]|礼品|工作方案|应急|保障|市场|氛围|文化|习俗|民俗|晚会|联欢|节目|食品|祭扫|祭祀|扫墓|旅游|客流|交通|消费|供应|传统|系列|主题|专项|期|气|精神|献礼|通知|灯会|灯谜|庙会|龙舟|对联|春联|年画|窗花|灯笼|调休|月饼|粽|饺|汤圆|粿|腊八粥|粥|饭|酒|礼|鞭炮|烟花|年货|快乐|愉快|安康|吉祥|佳节|临近|将至|档|大促|服务|工作|任务|慰问金|福利|作息|停工|假条|双节|两节|劳动奖|奖章|表彰|献词)/;
/** 端午走访, 中秋给环卫工人送月饼: done on the day. */
const DONE_THEN =
  /^(?:走访|慰问(?!品|金)|看望|开展|举行|举办|组织|巡查|巡逻|检查|到|在|去|安排|给|为|上午|下午|值守|召开|进行|实行|对(?!联)|向|前往|集中|加强|要|请|各|我|全|都|陪|送|包|发|开门|不|照常|正常|加密|严禁|禁止|严格|停止|暂停|落实|执行|实施|全员|全天|增派|增加|强化|确保|做好|\d)/;
/** 未来3天内有雨, 过去24小时内: not a term for anything. */
const SPELL_BEFORE = /(?:未来|过去|近|最近|连续|历时|持续|为期|前|其后|每)(?:的)?$/;
const SPELL_AFTER =
  /^(?:的)?(?:累计|最大|降雨|降水|雨量|气温|将有|有[大中小暴阵雷]|曾|发生|有过|受过|受到|出现|连续|新增|无|未发生|[一二两三四五\d]次|违规|阴|晴|多云|最高|最低|风力|升温|降温)/;
/** 三季度数据, 11月工作总结, 上半年完成情况, 下周工作安排: of which stretch a paper is. */
const PAPER_OF =
  /^(?:份|度)?的?(?:全[市县区镇乡国省]|我[市县区镇乡])?(?:(?:完成|任务|工作|安全生产|安全|生产|进展|落实|整改|统计|执法|经济|财务|信访|运行|目标|重点|主要|月度|季度|年度|防汛|巡查|考核|指标|项目|收支|重大|各项)){0,3}(?:情况|数据|总结|报表|小结|指标|考核|成绩|累计|同比|环比|报告|汇报|简报|记录|通报|收支|工资|补贴|补助|计划|安排|任务|要点|例会|纪要|会议纪要|开门红|工作例会|生产总值|GDP|gdp|增加值|之星|台账|报表|考勤|票据|产值|营收|税收|增速|增长|下降)/;
const STRETCHES: ReadonlySet<DaySaid['sort']> = new Set<DaySaid['sort']>([
  'month',
  'quarter',
  'half',
  'year',
  'week',
  'weekend',
]);
/** 夜间施工: a part of every day, or of none. */
const ANY_NIGHT = /^(?:夜间|深夜|晚间|早间|午间|半夜|夜晚|清晨|早晨|夜里|一早|大早)$/;

/** 晚上值班人员, 中午没人接电话, 下午茶: when, on any day. */
const ANY_DAY =
  /^(?:的)?(?:值班人员|值班员|休息|茶|没人|餐|饭|高峰|时段|时间|时候|人员|场|气温|低温|降温|有雨|下雨|执勤人员|以后)/;
/** 有效期至…, 生产日期…: says of a thing how old it is. */
const OF_A_THING =
  /(?:有效期|保质期|质保期|有效期限|服务期|合同期|租期|聘期|任期|生产日期|出厂日期|出生日期|出生|出生于|生于|建于|成立于|始建于)(?:至|到|为|是|:|于)?$/;
const OF_A_THING_ENDS = letterTable('期限生于至到为是:');
/** 每小时80公里, 每户每月补助200元, 每日三餐: a rate. */
const RATE_BEFORE = /(?:每[户人家组队班村车台个]|平均|人均|户均)$/;
const RATE_AFTER =
  /^(?:[^,。;!?\n报交查巡测开检填发送]{0,8}?(?:上涨|上升|下降|回落|增长|增加|减少|补贴|补助|津贴|收费|收入|支出|消耗|耗电|用水|产出|费|限[号购量流领额])[^,。;!?\n]{0,4}?\d|工资|补助|补贴|租金|收入|用量|产量|平均|人均|三餐|[一二两三]班|约?\d{1,6}(?:\.\d+)?(?:公里|千米|元|吨|度|米|立方|人|户|件|台|万|斤|公斤|升|毫米))/;
/** 两小时一报, 三天一查, 一周一调度. */
const ONE_EACH =
  /^一(?:报|查|调度|汇报|通报|更新|研判|巡|检|上报|统计|会商|碰头|总结|小结|换|轮|次|汇总|督查|评|训|练)/;

/** 本月28, without 日, and 家企业 behind it. */
const UNNAMED = /[\d一二三四五六七八九十]$/;
const COUNTS_ON = /^\s?(?![报交完发送])[\u4e00-\u9fa5]/;

/** A phrase as it is meant in front of what follows; undefined where it is no time but says what kind of thing something is. */
export function withoutAttributes(
  said: PhraseSaid,
  words: string,
  before: string,
  after: string,
): PhraseSaid | undefined {
  const { day } = said;
  if (day?.sort === 'count') {
    if (said.relation === undefined && after[0] === '一' && ONE_EACH.test(after)) return eachOf(said, day);
    if (said.relation === 'before' && day.unit === 'month' && day.amount >= 12) return undefined;
    return said.relation === 'within' && (SPELL_BEFORE.test(before) || SPELL_AFTER.test(after)) ? undefined : said;
  }
  if (said.every && !said.clock && (RATE_AFTER.test(after) || RATE_BEFORE.test(before))) return undefined;
  if (day && ((ends(OF_A_THING_ENDS, before) && OF_A_THING.test(before)) || isSince(after))) return undefined;
  const unnamed =
    day?.sort === 'day-of-month' && day.months !== undefined && !said.clock && said.relation === undefined;
  if (unnamed && COUNTS_ON.test(after) && UNNAMED.test(words)) return undefined;
  if (!day && said.relation === 'during') return undefined;
  if (said.relation !== undefined || said.until || said.also || said.about || said.every) return said;
  if (!day) return said.clock?.sort === 'part' && (ANY_NIGHT.test(words) || ANY_DAY.test(after)) ? undefined : said;
  if (said.clock) return said;
  // 一季度一次 is no first quarter.
  if (day.sort === 'quarter' && after[0] === '一' && ONE_EACH.test(after)) return undefined;
  return alone(said, day, words, after[0] === '"' ? after.slice(1) : after);
}

/** 上周至今, 去年以来. */
function isSince(after: string): boolean {
  return after.startsWith('至今') || after.startsWith('以来');
}

const RULES: Readonly<Record<CountSaid['unit'], readonly (readonly [each: number, freq: string])[]>> = {
  minute: [
    [60, 'HOURLY'],
    [1, 'MINUTELY'],
  ],
  day: [
    [7, 'WEEKLY'],
    [1, 'DAILY'],
  ],
  workday: [],
  month: [
    [12, 'YEARLY'],
    [1, 'MONTHLY'],
  ],
};

/** A length as a rhythm; three working days have none that a rule could say. */
function eachOf(said: PhraseSaid, { amount, unit, extraDays }: CountSaid): PhraseSaid | undefined {
  const fits = RULES[unit].find(([each]) => amount % each === 0);
  if (!fits || extraDays) return undefined;
  const every = amount / fits[0];
  const rule = `FREQ=${fits[1]}${every > 1 ? `;INTERVAL=${every}` : ''}`;
  return phraseWith(said, { day: undefined, every: { rule, workdays: false, anchored: rule === 'FREQ=DAILY' } });
}

function alone(said: PhraseSaid, day: DaySaid, words: string, after: string): PhraseSaid | undefined {
  switch (day.sort) {
    case 'season':
      return DONE_THEN.test(after) && day.edge === 0 ? said : undefined;
    case 'term':
    case 'festival':
      if (KIND_OF_THING.test(after)) return undefined;
      return DONE_THEN.test(after) || /[节日夕年]$/.test(words) || words.length > 2 ? said : undefined;
    case 'break':
      if (day.wholeBreak || day.ended || day.own || DONE_THEN.test(after)) return said;
      return KIND_OF_THING.test(after) ? undefined : phraseWith(said, { day: { ...day, wholeBreak: true } });
    default:
      return STRETCHES.has(day.sort) && !('end' in day && day.end) && PAPER_OF.test(after) ? undefined : said;
  }
}
