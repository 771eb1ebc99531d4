import { FESTIVALS } from '../../../domain/calendar/festivals.ts';
import { letterTable } from '../letter-table.ts';
import type { Token } from './token.ts';

/** 十一前, 七一期间, 八一慰问: a number that names a festival, in company only; else it is a number. */
const COMPANY =
  /"?(?:前(?!往|来|去|进|线)|之前|以前|后(?!勤|台|续|院|街|厂|面|方|门|山)|期间|假期|长假|小长假|黄金周|节|当天|当日|那天|来临|到来|前夕|走访|慰问|表彰|联欢|庆祝)/y;
const NATIONAL_DAY = 6;
const NAMES: ReadonlyMap<string, number> = new Map(
  [
    ['五四', '青年节'],
    ['六一', '儿童节'],
    ['七一', '建党节'],
    ['八一', '建军节'],
    ['三八', '妇女节'],
  ].map(([word, name]) => [word!, FESTIVALS.findIndex((festival) => festival.name === name)]),
);

/** What stands second in such a name. */
const SECOND = letterTable('一四八');

/** A festival whose name is two numerals, where its company says so. */
export function festivalNumber(text: string, at: number, last: Token | undefined): Token | undefined {
  if (SECOND[text.charCodeAt(at + 1)] !== 1) return undefined;
  const word = text.slice(at, at + 2);
  const place = word === '十一' ? NATIONAL_DAY : NAMES.get(word);
  // 双十一 is a day of shops.
  if (place === undefined || last?.kind === 'number' || last?.kind === 'month' || text[at - 1] === '双')
    return undefined;
  COMPANY.lastIndex = at + 2;
  if (!COMPANY.test(text)) return undefined;
  const kind = word === '十一' ? 'holiday' : 'festival';
  return { kind, from: at, to: at + 2, text: word, value: place, part: undefined, shift: undefined };
}

/** Surnames that stand before 国庆 or 建军 in a name; 于 and 和 are also particles. */
const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严魏陶姜谢邹章苏潘葛范彭鲁韦马苗方袁柳唐罗薛雷倪汤殷毕郝安常乐傅齐康伍余顾孟黄萧尹姚邵汪毛戴宋庞熊纪舒屈项祝董梁杜阮闵贾江童郭林钟徐邱骆高夏蔡田胡凌霍卢莫房丁邓洪左石崔龚程陆段侯秋武刘景龙叶白黎薄古易廖曾沙阙龚欧谭冉';
const OF_A_DAY =
  /(?:节|假|前|期|后|当[天日]|之[前后]|以[前后]|长假|小长假|黄金周|放假|来临|[至到](?=[\d一二三四五六七八九十元春清端中国])|-|~|上午|下午|晚上)/y;

export function isSurname(char: string | undefined): boolean {
  return char !== undefined && SURNAMES.includes(char);
}

/** 王国庆, 刘端午: a surname before and nothing of a festival behind. */
export function isPersonName(text: string, at: number, to: number): boolean {
  if (at === 0 || !SURNAMES.includes(text[at - 1]!)) return false;
  OF_A_DAY.lastIndex = to;
  return !OF_A_DAY.test(text);
}
