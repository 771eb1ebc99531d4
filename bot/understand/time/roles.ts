import { ends, letterTable, opens, SPACES } from '../letter-table.ts';
import type { Resolved } from './resolved.ts';
import type { PhraseSaid } from './said.ts';

/** 截止时间为…, 最迟于…, 不晚于…, 时限：…, 限… */
const LIMIT_BEFORE =
  /(?:截止|止|最迟|最晚|至迟|不晚于|不迟于|不得晚于|不得迟于|不超过|不得超过|期限|时限|限期|限时|限|务必于|务必在)(?:时间|日期)?(?:不晚于|不迟于|不超过|为|是|到|至|于|在|:|\s){0,3}$/;
/** 周五为最后期限, 12月5日为限. */
const LIMIT_AFTER = /^(?:就)?(?:为|是)?(?:最后)?(?:期限|时限|截止|最后一天|限(?:[,。;!]|$))/;
/** What the last character before a limit can be: a cheap look before the pattern. */
const LIMIT_ENDS = letterTable(`止迟晚于过限间期为是到至在:时${SPACES}`);
/** 截至9月18日: as of that day, unless the day is still to come and nothing is counted up to it. */
const AS_OF = /截至(?:时间|日期)?\s?$/;
const AS_OF_ENDS = letterTable(`至间期${SPACES}`);
/** 周五报台账, 明天下午交, 17时反馈; the verb within the clause. 报到 and 报名 are something else. */
const DELIVER =
  /^[^,。;!?\n的]{0,14}?(?:报送|上报|填报|补报|续报|报齐|(?<![警简快预情播海画捷举电谎瞒迟漏误虚年汇通])报(?!到|名(?![单册额])|告会|警|废|考|销|纸|刊|道|表|价|酬|请批准)|(?<![社外立成公杂打移])交(?!接|通|班|办|流|换|谈|叉|警|底|友|付使用)|提交|完成(?!情况|后|的|率|时限)|反馈(?!会)|办结|整改到位|汇总|发我|发来|发给|送达|送到|截止)/;
/** 财政所28日要汇总: it tells why, and gives way to a limit that is said. */
const GATHERS = /^[^,。;!?\n的报交]{0,8}?汇总/;
/** 明天把上半年的台账报来: the thing between 把 and the verb may be long. */
const DELIVER_THING =
  /^[^,。;!?\n]{0,6}?[把将][^,。;!?\n]{1,30}?(?:报|交|发|送)(?:来|我|给|到|至|上来|过来|齐|送|一下)/;
/** 9月15日检查发现的…, 8日下发的…, 周五已…: tells of the past. */
const TOLD =
  /^(?:[^,。;!?\n]{0,8}?(?:发现|下发|印发|发生|通报|布置|部署|召开|安排|交办|反映|发布|出台|签订|立案|受理|投诉|成立)(?:的|了)|[^,。;!?\n]{0,10}?已经?(?:通报|印发|下发|完成|办结|报送|上报|结束|反馈|归档|公示)(?!的)|\s?(?:我们|我|就|都|均|才)?(?:已(?!定)|刚|曾)|\s?(?:还|仍|都|就)?(?:没有?|未能?)(?:按时|及时)?(?:报|交|完成|到会|到岗|来|回复|反馈|提交|签|整改|参|上传|填|录|打卡))/;
/** 明天开会前: the limit is the meeting, not the day. */
const BEFORE_EVENT =
  /^的?(?:[^,。;!?\n]{0,4}?)(?:开会|会议|开工|开学|开业|开园|开赛|开考|考试|演练|检查|督查|验收|评审|集合|出发|启动|召开|举行|比赛|培训|施工|停电|停水|到来|来临|发车|上会|会商|调研|活动|仪式|复工|通车|吊装|交接班|接班|换班|入场|到场|开幕)(?:召开|开始|举行|启动|进行|到来)?(?:之|以)?前(?![后往来去期面方台])/;

/** 3天完成, 两个工作日办结: right behind the length. 三年行动计划已完成 is something else. */
const LENGTH_DELIVERS =
  /^(?:就|必须|要|须|务必|得|全部|全面|基本|集中|之?间)?(?:报送|上报|报(?!到|名|警|废|销|纸|刊|道|表|价)|交(?!接|通|班|流|叉)|提交|完成|反馈|办结|整改|办理完|搞定)/;

const STILL_MISSING = /^\s?(?:还|仍|尚)?(?:未|没)/;
const OPENS_MISSING = letterTable(`还仍尚未没${SPACES}`);

/** 周五前交不了的: who they are, not when. */
const CANNOT = /^[^,。;!?\n]{0,4}?(?:交|报|完成|办|做|填|来|改|修|到)不(?:了|上|完|出|齐|来|好)的/;
/** 早上六点半那趟已查完: one that has been. */
const THAT_ONE = /^那[趟班次起场批笔件条回][^,。;!?\n]{0,10}?(?:已|[完好][,。;!\s]|[完好了]$)/;
/** 再过两小时, 再过三天: so long from now; 过两天 is only some day. */
const FROM_NOW_ON = /再过\s?$/;
/** 给你们一刻钟. */
const GRANTED = /(?<!再)给(?:你们?|大家|各位|各单位|他们?|她们?)(?:最后)?\s?$/;

export type Role = Resolved['kind'] | 'told' | 'none';

export interface Around {
  readonly before: string;
  readonly after: string;
  readonly at: Date;
}

/** What part a time plays: the words around it make a limit of a day, or a memory. */
export function roleOf(said: PhraseSaid, resolved: Resolved, { before, after, at }: Around): Role {
  // 6月30日前未交的, said in July.
  if (
    resolved.kind === 'deadline' &&
    opens(OPENS_MISSING, after) &&
    STILL_MISSING.test(after) &&
    (isRolled(said, resolved, at) || resolved.byAt < at)
  )
    return 'told';
  if (resolved.kind !== 'recurrence' && after.includes('不') && CANNOT.test(after)) return 'none';
  if (resolved.kind === 'recurrence' || resolved.kind === 'deadline' || said.now) return resolved.kind;
  if (resolved.length && GRANTED.test(before)) return 'deadline';
  if (resolved.length && FROM_NOW_ON.test(before) && !isCouple(said)) return 'at';
  if (isLimited(before) && said.relation !== 'from') return isLengthOf(said, before) ? 'none' : 'deadline';
  if (said.relation === undefined && !resolved.length && LIMIT_AFTER.test(after)) return 'deadline';
  const rolled = isRolled(said, resolved, at);
  if (ends(AS_OF_ENDS, before) && AS_OF.test(before))
    return resolved.past || rolled || after[0] === '的' || said.until ? 'told' : 'deadline';

  const free = said.relation === undefined || said.relation === 'during';
  if (free && (rolled || (canBePast(said) && (TOLD.test(after) || (after[0] === '那' && THAT_ONE.test(after))))))
    return 'told';
  if (resolved.past) return resolved.kind;
  if (free && !resolved.length && isBeforeEvent(after))
    return said.clock?.sort === 'clock' ? 'deadline' : resolved.kind;
  const delivers = said.relation === undefined && said.until === undefined && isDelivered(said, after);
  if (resolved.length) return LENGTH_DELIVERS.test(after) ? 'deadline' : 'none';
  return delivers ? 'deadline' : resolved.kind;
}

function isCouple({ day }: PhraseSaid): boolean {
  return day?.sort === 'count' && day.unit === 'day' && day.amount <= 2;
}

/** 疏散时间不超过3分钟: how long something takes, unless reporting or mending is spoken of. */
function isLengthOf({ day, relation }: PhraseSaid, before: string): boolean {
  if (day?.sort !== 'count' || day.unit !== 'minute' || relation !== undefined) return false;
  return (
    /(?:时间|时长|用时|耗时|疏散|间隔|停留|作业|施工|工作|驾驶|值班|值守|运行|加班|每次|全程|连续)不(?:得|能|应|要)?超过\s?$/.test(
      before,
    ) && !/[报馈办改复处]/.test(before)
  );
}

/** 下周谁带班发我看看 asks; 国庆、中秋假期值班表报来 names a second time before the verb. */
function isDelivered({ day }: PhraseSaid, after: string): boolean {
  if (day && FEASTS.has(day.sort) && LISTS_ON.test(after)) return false;
  const verb = DELIVER.exec(after)?.[0] ?? DELIVER_THING.exec(after)?.[0];
  return verb !== undefined && !verb.includes('谁');
}

const FEASTS: ReadonlySet<string> = new Set(['break', 'season', 'festival']);
const LISTS_ON = /^[、和与及每]/;

/** Whether only gathering is spoken of. */
export function isGathering(after: string): boolean {
  return GATHERS.test(after);
}

/** Whether words that set a limit stand right before. */
export function isLimited(before: string): boolean {
  return ends(LIMIT_ENDS, before) && LIMIT_BEFORE.test(before);
}

export function isBeforeEvent(after: string): boolean {
  return after.includes('前') && BEFORE_EVENT.test(after);
}

/** 明天召开的会议 has not been held. */
function canBePast({ day }: PhraseSaid): boolean {
  if (day?.sort === 'shifted') return day.days <= 0;
  return (
    !(day?.sort === 'week' || day?.sort === 'weekday') ||
    (day.sort === 'weekday' ? (day.weeks ?? 0) <= 0 : day.weeks <= 0)
  );
}

const DAY_MS = 86_400_000;

/** 8月31日 without a year, said in September, would be eleven months ahead, and 4月份 said in June nearly as far: unless 前 makes it a limit, it is the one just gone. */
export function isRolled(said: PhraseSaid, resolved: Resolved, at: Date): boolean {
  const { day } = said;
  if ((day?.sort !== 'date' && day?.sort !== 'month') || day.year !== undefined || day.years !== undefined)
    return false;
  const far = day.sort === 'date' ? 300 : 240;
  return resolved.startAt.getTime() - at.getTime() > far * DAY_MS;
}
