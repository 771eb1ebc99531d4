import type { Span } from '../span.ts';

/** What is numbered with 号; 20号台账 and 18号机关 are days with something behind them. */
const NUMBERED =
  '楼(?!宇|盘|道|栋)|线(?![下上路索])|门(?!店)|库(?!存)|厂(?!家|区)|井|机(?!关|构)|泵|船|仓|院|文件|令|台(?!账|风)|房(?!屋|东)|桥|段|点位|路(?!面|口|演)|坑|窑|矿(?!山)|炉|棚|池|栋|塔|桩|洞|电梯|公告|地块|车间';

/** What holds digits or words of time and is none; each line with an example. */
const MASKS: readonly string[] = [
  // https://mp.weixin.qq.com/s/20260918
  'https?://[\\w./?=&#%~+-]{1,300}',
  // 〔2026〕15号, (2026)第3号
  '[〔\\[(【]\\s?(?:19|20)\\d\\d\\s?[〕\\])】]\\s?第?\\d{1,5}号?',
  // 5号楼, 二号线
  `(?<![月\\d])(?<!月\\d)[\\d一二三四五六七八九十]{1,3}号(?=${NUMBERED})`,
  // T0612, K15+300, G107, PM2.5
  '[A-Za-z]{1,4}-?\\d{1,6}(?:[+.]\\d{1,5})?',
  // 138****1102, 0000-6230119, 12345, id numbers; a year or a day has at most four digits
  '\\d{3,4}-\\d{7,8}|\\d{3}\\*{2,6}\\d{2,4}|\\d{5,}',
  // 比例为1:50
  '比例?[为是约]?\\d{1,3}:\\d{1,3}',
  // 24小时值班制度, 7×24小时
  '(?:全天|\\d[x×*])?(?:24|二十四)小时(?:值班|值守|在岗|备勤|畅通|待命|应急|开机|轮班|监控|专人|不间断|带班|双人|巡查|巡逻|保持|有人|制)',
  '\\d[x×*]24小时',
  // 五一路, 五一村
  '五一(?=路|大道|街|广场|村|社区|小学|中学|水库|大桥)',
  // 强调三点, 提3点要求
  '(?:强调|提出|提|讲|以下|注意|做到|明确|如下)了?[一二两三四五六七八九\\d]{1,2}点',
  '[一二两三四五六七八九\\d]{1,2}点(?=要求|意见|建议|希望|看法|问题|体会|原因|说明|位)',
  // 三分之一, 1/3; 百分之六十
  '[一二三四五六七八九十百]{1,3}分之',
  // 今年5月以来, 年初以来
  '(?:今年|去年|入[冬春夏秋汛])[^,。;、]{0,8}以来|[\\d一二三四五六七八九十]{1,3}月份?以来|年初以来',
];

/** No mask matches a text without one of these. */
const HINT = /[\dA-Za-z号点路来时分村街]/;
const MASK = new RegExp(MASKS.join('|'), 'g');

/** Stretches of a normalised text in which no time is to be looked for, in order. */
export function maskedSpans(text: string): Span[] {
  if (!HINT.test(text)) return [];
  return [...text.matchAll(MASK)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
}
