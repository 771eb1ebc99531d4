import type { FoundTime } from '../time/found.ts';

/** 不得超过四个小时: how long, and not until when. */
const DURATION = /(?:超过|不少于|不低于|连续|长达|达到|满|(?:[压缩减降短低]|控制|保持)[到在至])$/;
/** 年底评先一票否决: when it is reckoned up. */
const SCORED = /^(?:再(?:说|扣|还|算|讲|议)|评|述职|算账|兑现|总结|[和与跟][^,]{0,5}挂钩)/;
const CALENDAR_DAY = /[日号月底旬]$/;
/** 立即, 从今天起: when it begins, not when it is done. */
const BEGINNING = /^(?:立即|马上|即刻|立刻|当场|现在|今天起|明天开始)|[起始]$/;
/** 从12月1日起每天巡三次: by then it has to run. A beginning that names no day of the calendar only says since when. */
const RUNS_FROM =
  /^(?:\d{2,4}年|明年|今年|本|下)?(?:个?月|\d{1,2}月)?\d{1,2}[日号](?:\([^)]{1,6}\))?(?:起|开始)$|^(?:\d{2,4}年|明年)?\d{1,2}月(?:份)?(?:[上中下]旬)?(?:起|开始)$|^(?:本月|下个?月)?[上中下]旬(?:起|开始)$|^(?:本|下|这)个?季度(?:起|开始)$|^(?:下?个?(?:周|星期|礼拜)[一二三四五六日天]?|下个?月|今晚|今天(?:晚上|夜里))(?:起|开始)$/;
/** 时间节点是, 最迟, 就定在: a day behind these is the limit, whatever follows. */
const FRAMED =
  /(?:(?:时间|时限|节点|期限|工期|限期)[^,;。]{0,8}(?:[:是为在到]|卡在|定在|放在)|[定卡]在|(?:最迟|最晚|至迟|不要?|别|不能|不得|不可|不准)(?:不要?|别|不能|不得|不可)?(?:超?过|晚于|迟于|拖[过到])|最迟|最晚|至迟|不[晚迟]于|截至|截止到?|限(?:期|定)?(?:在|到|于)?|(?:什么时候|几时|何时|多久|几天)[^,。;]{0,6}[?])$/;
/** 12月31日是死线. */
const IS_THE_LIMIT = /^(?:之?前)?(?:是|为|就是)(?:最后|死线|底线|红线|硬|时限|节点|期限|大限|限)|^为[限止]/;
/** 到12月10日，各镇…全部通过验收. */
const UP_TO = /(?:^|[,;。:、])(?:力争|争取|确保)?到$/;
/** 上半年，各乡镇至少建成一个, 12月第一周复查: a stretch in which it is to be done; a year, a season and a holiday only say when. */
const STRETCH =
  /(?:[^今明全本当]年|半年|季度?末?|[上中下]旬|月份?|年度?内|[周月年季]内|[本下这]个?周|[本下这]个?(?:星期|礼拜)|第[一二三四1-4]周|周末|[月年]底|[两三四五六]天)$/;
const TOLD_OF =
  /^(?:的|至|到|-|~|召开|会议|开会(?!我?要)|举行|发布[时会]|以来|期间|份?(?:第[一二三四]|以来)|之间|那|这|一样|是(?!最)|有|没有|也是|[^,;。]{0,14}(?:发现|反馈|通报|交办|召开|发生|下发|印发|出台|检查|提出|排查|曝光|暗访|讲|说)[^,;。]{0,10}的)/;
/** 今天就断电, 今天下班前; 今天参会的单位 is of this meeting. */
const TODAY = /^今[天日]$/;
const TODAY_DONE = /^(?:就(?!讲|说|是|这|到)|之?内|必须|要|务必|把|将|全部|一定|[停断拆搬改换清查修交报办派撤封关去])/;
/** 晚上, 早上七点; 第二天; 节后, 春节: at what hour, after what, at which feast; none of them a day of the calendar. */
const NO_DAY =
  /^(?:每?[早晚]上|上午|中午|下午|夜[里间晚]|凌晨|傍晚|早|晚|白天|第[二三]天|.*(?:消防|宣传|交通|安全|防灾)|节后|假后|一月$|(?:元旦|春节|除夕|元宵|清明|五一|劳动节|端午|中秋|国庆|十一|双节|两节)(?:节|假期|当天|期间|后|前后|晚上|夜)?$)/;
/** 吸取10月15日事故教训, 做好12月15日现场会的准备: of when something is that the work is about. */
const ABOUT =
  /(?:吸取|汲取|对照|针对|按照?|根据|依据|依照|参照|贯彻|落实|传达|做好|抓好|组织|开展|学习|借鉴|围绕|结合|迎接|保障|参加|关注|总结|汇报|执行|研究|筹备|复盘|包括|举办|承办|申报|纪念|配合|[对以为把将了盯])$/;
const OF_THAT_DAY =
  /^(?:[^,;。]{0,4}(?:事故|(?:会议|大会|现场会|例会|全会)(?![上前])|火灾|爆炸|暴雨|洪水|地震|讲话|通报|文件|精神|教训|案件)|[^,;。把对将]{0,6}(?:施行|实施|签订|签|建成|出现|下达)的)/;
/** 每月初一. */
const EACH = /每个?[月周年旬][^,;。]{0,3}$/;
/** 值班表排到1月15日: how far, and not by when. */
const AS_FAR_AS = /[排守管值延拖续推]到$/;
/** 年终考核, 年底评先: when it is reckoned up. */
const RECKONED = /^(?:年终|年末|年底|月底|季末)$/;

/** A day is a limit where it is worded like one, where work is done by it, or where it heads the sentence. */
export function isLimit(time: FoundTime, text: string, end: number): boolean {
  const { read, from, to } = time;
  const before = text.slice(Math.max(0, from - 14), from);
  if (isNone(time, text)) return false;
  if (read.kind === 'deadline' || isSeason(read)) return true;
  if (read.kind === 'recurrence') return false;
  const after = text.slice(to, Math.min(end, to + 30));
  if (BEGINNING.test(read.words)) return RUNS_FROM.test(read.words) && !after.startsWith('施行');
  if (FRAMED.test(before) || IS_THE_LIMIT.test(after)) return true;
  if (TOLD_OF.test(after) || (TODAY.test(read.words) && !TODAY_DONE.test(after))) return false;
  if (UP_TO.test(before)) return true;
  if (NO_DAY.test(read.words)) return /^[^,;。]{0,6}(?:完成|做完|搞完)/.test(after);
  if (after === '' || EACH.test(before)) return false;
  if (OF_THAT_DAY.test(after)) return false;
  if (read.kind === 'at') return true;
  return (
    (STRETCH.test(read.words) || /^(?:期间)?[^,;。]{0,4}完成/.test(after)) &&
    !/的$/.test(before) &&
    !/^(?:每|和|、|及|与|不|都|也|休|值)/.test(after)
  );
}

/** What a day is said of, and no work is done by: how long, what is reckoned up then, what the work is about. */
export function isNone({ read, from, to }: FoundTime, text: string): boolean {
  const before = text.slice(Math.max(0, from - 14), from);
  const after = text.slice(to, to + 8);
  // 清明节前后
  if (/前$/.test(text.slice(from, to)) && text[to] === '后') return true;
  if (
    (DURATION.test(before.slice(-5)) && !CALENDAR_DAY.test(read.words)) ||
    SCORED.test(after) ||
    AS_FAR_AS.test(before)
  )
    return true;
  if (RECKONED.test(read.words) && /^(?:考核|目标|绩效)/.test(after)) return true;
  if (ABOUT.test(before) && !FRAMED.test(before) && !/[前内止底末]$/.test(read.words)) return true;
  return /^年/.test(read.words) && /\d$/.test(before);
}

/** 6月1日至9月30日24小时备勤: from when until when stands in the column of limits. */
function isSeason({ kind, words }: FoundTime['read']): boolean {
  return (
    kind === 'range' &&
    /(?:[日号月底初起旬]|开始)\)?[到至—-].*(?:[日号月底末天旬]|元旦|春节|元宵|清明|五一|端午|中秋|国庆)/.test(words)
  );
}
