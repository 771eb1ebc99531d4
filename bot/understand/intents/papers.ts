import { monthsSaid, withoutMonths } from '../../../domain/papers/month-said.ts';
import type { PaperKind } from '../../../domain/papers/paper.ts';
import { daysSaid } from '../duty/days-said.ts';
import { shiftIn } from '../duty/shift-said.ts';
import { isForBot } from '../duty/telling.ts';
import { unitNamed, unitWords } from '../duty/unit-said.ts';
import type { Heard } from '../heard.ts';
import { type IntentReader, reading } from './reader.ts';

const HANDOVER = /交接班(?:表|单|登记表|记录表|记录)/;
const RECORD =
  /值班(?:情况)?(?:月报表?|月表|台账|(?:汇总|统计|记录)表|记录(?:月报|汇总)?|月度?(?:汇总|记录|统计)(?:表|情况)?|日志)/;
/** 值班月报, 值班记录表 are papers; 值班记录 alone is looked at in the chat. */
const RECORD_PAPER = /值班(?:情况)?(?:月报|月表|台账|(?:汇总|统计|记录)表|记录(?:月报|汇总)|月度?(?:汇总|记录|统计))/;
const ROSTER = /(?:值班|带班|排班)(?:安排)?表/;
/** A file is wanted. */
const WANTED = /导出|打印|下载|excel|电子[版表]|表格|文件|xlsx/i;
/** What asking for a document is made of besides units, months and days. */
const PLAIN =
  /交接班(?:表|单|登记表|记录表|记录)|值班(?:情况)?(?:月报表?|月表|台账|(?:汇总|统计|记录)表|记录(?:月报|汇总)?|月度?(?:汇总|记录|统计)(?:表|情况)?|日志)|(?:值班|带班|排班)(?:安排)?表|导出|打印|下载|生成|excel|电子[版表]|表格|文件|xlsx|出|[一1]?[份张个]|发给我|发我|发一?下|发来|发|给我|要|请|帮我?|麻烦|把|我们?|的|来|版|本班|这一?班|上一?班|班次|全部|全[区县市]|各?单位|各乡镇|所有|今[天日]|昨[天日]|一下|下|吧|份|和|与|及|[白夜早晚]班|[\s,。?!:、·]/gi;
const ALL_UNITS = /全[区县市]|各单位|所有单位|各乡镇|全部/;

/** 导出1月值班记录, 青山镇2月值班表, 交接班表: a document to be drawn and sent, and nothing else in the message. */
export const papers: IntentReader = reading([HANDOVER, RECORD, ROSTER], (heard) => {
  const { text } = heard;
  if (!isForBot(heard) || heard.orders || heard.numbers.length > 0 || text.length > 50) return undefined;
  const today = heard.input.calendar.dayOf(heard.input.at);
  const paper = paperIn(text);
  if (!paper || leftOver(heard) !== '') return undefined;
  const months = monthsSaid(text, today, paper === 'duty-roster' ? 'near' : 'past');
  // Without a month and without a word for a file, 值班表 asks who is on duty.
  if (paper === 'duty-roster' && months.length === 0 && !WANTED.test(text)) return undefined;
  if (paper === 'duty-month' && !RECORD_PAPER.test(text) && !WANTED.test(text) && months.length === 0) return undefined;

  const unit = unitNamed(heard, ({ word }) => !ALL_UNITS.test(word));
  const shift = shiftIn(text);
  const [day] = paper === 'handover-sheet' ? daysSaid(heard) : [];
  return {
    intent: 'paper',
    paper,
    ...(unit && !ALL_UNITS.test(text) && { unit: unitWords(heard, unit) }),
    ...(ALL_UNITS.test(text) && { scope: ['全部'] }),
    ...(months.length === 1 && paper !== 'handover-sheet' && { month: months[0]! }),
    ...(months.length > 1 && { text: heard.whole }),
    ...(day && { date: day.first }),
    ...(shift && { shift }),
  };
});

function paperIn(text: string): PaperKind | undefined {
  if (HANDOVER.test(text)) return 'handover-sheet';
  if (RECORD.test(text)) return 'duty-month';
  return ROSTER.test(text) ? 'duty-roster' : undefined;
}

/** What is said besides asking for a document; where there is anything, the message is about something else. */
function leftOver({ text, names, times }: Heard): string {
  let rest = text;
  const spans = [...names.filter(({ kind }) => kind === 'unit' || kind === 'scope'), ...times.times];
  for (const { from, to } of spans.sort((a, b) => b.from - a.from))
    rest = rest.slice(0, from) + rest.slice(Math.max(to, from));
  return withoutMonths(rest)
    .replace(PLAIN, '')
    .replace(/^[年月日号份]+$/, '');
}
