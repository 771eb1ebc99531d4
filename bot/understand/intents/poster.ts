import { isForBot } from '../duty/telling.ts';
import { type IntentReader, reading } from './reader.ts';

/** 重点时段图, 重点时段海报, 全年日历图, 2027年时段图. */
const POSTER = /(?:重点时段|时段|全年|年度|年历|日历)[^,。]{0,6}(?:图|海报|挂图)|年历/;
/** What asking for it is made of. */
const PLAIN =
  /(?:20)?\d\d年(?:度|的)?|[今明后去前]年|本年度?|当年|上一?年|下一?年|重点时段|时段|全年|年度|年历|日历|挂图|海报|图片?|[一1]?[张份幅个]|做|画|出|导出|打印|下载|生成|制作|发给我|发我|发一?下|发来|发到群里|发|给我|给|要|想要|请|帮我?|麻烦|把|我们?|全[区县市]|的|来|看|一下|下|吧|[\s,。?!:、·]/g;
const NAMED = /(20\d\d)年/;
const AHEAD: readonly (readonly [words: RegExp, years: number])[] = [
  [/前年/, -2],
  [/去年|上一?年/, -1],
  [/今年|本年|当年/, 0],
  [/明年|下一?年/, 1],
  [/后年/, 2],
];

/** 2027年重点时段图: the poster of a year, and nothing else in the message. */
export const poster: IntentReader = reading([/图|海报|年历/], (heard) => {
  const { text } = heard;
  if (!isForBot(heard) || heard.orders || heard.numbers.length > 0 || text.length > 40) return undefined;
  if (!POSTER.test(text) || text.replace(PLAIN, '') !== '') return undefined;
  const thisYear = Number(heard.input.calendar.dayOf(heard.input.at).slice(0, 4));
  const named = NAMED.exec(text)?.[1];
  const ahead = AHEAD.find(([words]) => words.test(text))?.[1];
  const year = named ? Number(named) : ahead === undefined ? undefined : thisYear + ahead;
  return { intent: 'paper', paper: 'year-poster', ...(year !== undefined && { year }) };
});
