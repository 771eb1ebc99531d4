import type { Part, TokenKind } from './token.ts';

export type Row = readonly [kind: TokenKind, words: string, value?: number, part?: Part];

/** A word that counts nothing. */
const NONE = Number.NaN;

/** Every word of time by its kind: the words, what they count, the part of the day they name. */
export const ROWS: readonly Row[] = [
  ['namedDay', '今天 今日 当天 当日 今儿', 0],
  ['namedDay', '明天 明日 明儿 次日 第二天', 1],
  ['namedDay', '后天 后日', 2],
  ['namedDay', '大后天', 3],
  ['namedDay', '昨天 昨日', -1],
  ['namedDay', '前天', -2],
  ['namedDay', '今早 今晨', 0, 'early'],
  ['namedDay', '今晚 今夜', 0, 'evening'],
  ['namedDay', '明早 明晨', 1, 'early'],
  ['namedDay', '明晚', 1, 'evening'],
  ['namedDay', '后晚', 2, 'evening'],
  ['namedDay', '昨晚 昨夜', -1, 'evening'],
  ['week', '本周 这周 这星期 本星期 这个星期 这礼拜 这个礼拜 当周', 0],
  ['week', '下周 下星期 下个星期 下礼拜 下个礼拜 下一周 次周', 1],
  ['week', '下下周 下下星期 下下个星期 下下礼拜', 2],
  ['week', '上周 上星期 上个星期 上礼拜 上个礼拜', -1],
  ['week', '上上周 上上星期', -2],
  ['weekWord', '周 星期 礼拜', NONE],
  ['weekend', '周末', NONE],
  ['monthRef', '本月 这个月 当月', 0],
  ['monthRef', '下月 下个月 次月', 1],
  ['monthRef', '上月 上个月', -1],
  ['monthEnd', '月底 月末', NONE],
  ['monthEnd', '底 末', 1],
  ['third', '上旬', 1],
  ['third', '中旬', 2],
  ['third', '下旬', 3],
  ['yearRef', '今年 本年 本年度 年度', 0],
  ['yearRef', '明年 来年', 1],
  ['yearRef', '去年 上年', -1],
  ['yearEnd', '年底 年末 年终', NONE],
  ['quarterRef', '本季度 这个季度 本季', 0],
  ['quarterRef', '下季度 下个季度', 1],
  ['quarterRef', '上季度 上个季度', -1],
  ['quarterRef', '季度', NONE],
  ['quarterEnd', '季度末 季末', NONE],
  ['holiday', '元旦 元旦节', 0],
  ['holiday', '春节 新春', 1],
  ['holiday', '清明 清明节', 2],
  ['holiday', '五一 五一节 劳动节 五一劳动节', 3],
  ['holiday', '端午 端午节', 4],
  ['holiday', '中秋 中秋节', 5],
  ['holiday', '国庆 国庆节', 6],
  ['breakOf', '假期 长假 放假 小长假 节日 黄金周', NONE],
  ['part', '凌晨', NONE, 'dawn'],
  ['part', '早上 早晨 清晨 早', NONE, 'early'],
  ['part', '上午 午前', NONE, 'morning'],
  ['part', '中午 正午', NONE, 'noon'],
  ['part', '下午 午后', NONE, 'afternoon'],
  ['part', '晚上 傍晚 晚间 夜间 夜里 晚', NONE, 'evening'],
  ['office', '上班 上班时间', 0],
  ['office', '中午下班 上午下班', 1],
  ['office', '下午上班', 2],
  ['office', '下班 下午下班 下班时间', 3],
  ['workday', '工作日', NONE],
  ['dayCount', '天', NONE],
  ['day', '日 号', NONE],
  ['month', '月 月份', NONE],
  ['year', '年', NONE],
  ['ge', '个', NONE],
  ['half', '半', NONE],
  ['hourCount', '小时 钟头', NONE],
  ['minuteCount', '分钟', NONE],
  ['hour', '点 点钟 时', NONE],
  ['minute', '分', NONE],
  ['quarterHour', '刻 刻钟', NONE],
  ['sharp', '整', NONE],
  ['few', '几 数', NONE],
  ['before', '前 之前 以前', NONE],
  ['within', '内 之内 以内', NONE],
  ['after', '后 之后 以后', NONE],
  ['from', '起 开始', NONE],
  ['until', '止 为止 截止', NONE],
  ['period', '期间', NONE],
  ['since', '以来', NONE],
  ['to', '至 到 ~ —', NONE],
  ['dash', '-', NONE],
  ['list', '、 和', NONE],
  ['open', '( 【', NONE],
  ['close', ') 】', NONE],
  ['colon', ':', NONE],
  ['dot', '.', NONE],
  ['slash', '/', NONE],
  ['every', '每 每个 每逢 逢 每隔', NONE],
  ['now', '立即 马上 立刻 即刻', NONE],
  ['soon', '尽快 抓紧 及时 尽早 限期 从速', 3],
  ['soon', '迅速 火速', 1],
  ['exclusive', '(不含当日) (不含当天) (不含该日) (不包括当日) (不含)', NONE],
];

/** Words that begin or hold a word of time without being one. */
export const NOT_TIME =
  '目前 当前 提前 前期 前往 前来 前后 前去 前述 前提 内容 后续 后果 ' +
  '周边 周期 周到 周密 周全 周围 周转 周年 周折 周知 ' +
  '同时 随时 临时 按时 准时 届时 平时 时间 时限 时期 时段 时候 时代 时常 时刻 时效 定时 实时 超时 ' +
  '日常 日均 日益 日用 日程 节假日 生日 天气 天然 天桥 天花板 露天 ' +
  '点位 点多 点名 点评 点击 点火 点检 重点 网点 站点 景点 地点 观点 焦点 要点 特点 优点 缺点 起点 终点 有点 ' +
  '一律 一定 一次 一把手 一岗双责 一般 一起 一下 一些 一并 一线 一旦 一直 一致 一家 一处 一遍 一步 一方 ' +
  '十分 万一 统一 唯一 同一 单一 逐一 之一 三方 四不两直 五落实 四定 三同时 个别 个人 ' +
  '起火 起草 起来 起重 发起 引起 起因 起伏 起降 到位 到达 到场 到底 到期 到岗 到家 到处 到会 ' +
  '至少 至今 甚至 乃至 以至 停止 禁止 防止 终止 阻止 制止 不止 ' +
  '整改 整治 整顿 整理 整体 整个 完整 分析 分别 分管 分类 分工 分布 分级 分组 分发 分包 分局 部分 充分 分之 得分 ' +
  '早已 早就 早点 早日 早会 晚报 晚点 晚会 半数 一半 大半 过半 多半 ' +
  '底册 底数 底部 彻底 摸底 期末 末端 数量 数据 数字 数额 人数 总数 户数 次数 少数 多数 几乎 刻意 深刻 ';
