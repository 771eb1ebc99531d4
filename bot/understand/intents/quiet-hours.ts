import { clockText } from '../../../domain/calendar/clock.ts';
import { isForBot } from '../duty/telling.ts';
import { gated } from '../gated.ts';
import { numberOf } from '../numerals.ts';
import { type IntentReader, reading } from './reader.ts';

const NAME = '(?:免打扰|勿扰|免扰)';
const NAMED = new RegExp(NAME);
/** 不要提醒我 beside clocks and nothing else; 别催 T0612 is about one matter. */
const UNDISTURBED = /(?:别|不要|不用)(?:再)?(?:给我)?(?:打扰|提醒|催|发消息|发提醒)/;
const WANTED = gated(new RegExp(`${NAME}|${UNDISTURBED.source}`));
/** Beginning or ending with the word it is about quiet hours, whether they are understood or not. */
const FIRST = new RegExp(
  `^(?:请|帮我|给我|我要|我想|把|设置|设|开启|打开|开|改|改一下|我的|,|\\s){0,4}${NAME}|${NAME}(?:模式)?(?:了|吧)?$`,
);
const OFF = new RegExp(
  `^(?:请|帮我|把|我的){0,3}(?:取消|关闭|关掉|关了|停用|解除|撤销|不要|不用)(?:我的)?${NAME}(?:模式|时段|时间)?(?:了|吧)?$|^(?:把|我的){0,2}${NAME}(?:模式|时段|时间)?(?:取消|关闭|关掉|关了|停用|解除|撤销|不要)(?:了|吧)?$`,
);

const DAY_PART = '凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|夜里|夜间|半夜|深夜|早|晚|夜';
const CLOCK = `(?<next>次日|第二天|明天|明)?(?:的|\\s)?(?<part>${DAY_PART})?\\s?(?<hour>\\d{1,2}|[零一二两三四五六七八九十]{1,3})(?::(?<colon>\\d\\d)|[点时](?:(?<half>半)|(?<minutes>\\d{1,2}|[零一二三四五六七八九十]{2,3})分?)?)?(?:整|钟)?`;
const SPAN = new RegExp(
  `(?:每天|每晚|每日)?(?:从)?\\s?${CLOCK}\\s?(?:-|–|—|~|到|至)\\s?${CLOCK.replace(/\?<(\w+)>/g, '?<$1To>')}`,
);
/** What people say around the hours. */
const AROUND =
  /请|帮我|给我|我要|我想|设置|设为|设|开启|打开|改为|改成|改到|改|我的|我|期间|之间|这段|时段|时间|模式|的|了|吧|\s|[,:。!;]/g;
const MOST = 60;

/** 免打扰 22:00-07:00, 晚上十点到早上七点免打扰, 取消免打扰; without hours that can be read it is asked what they are. */
export const quietHours: IntentReader = reading([WANTED], (heard) => {
  const { whole, numbers, question, orders } = heard;
  if (!isForBot(heard) || orders || numbers.length > 0 || whole.length > MOST) return undefined;
  const said = whole.replace(/[?？]$/, '');
  const named = NAMED.test(said);
  if (!named && !UNDISTURBED.test(said)) return undefined;
  if (OFF.test(said)) return { intent: 'quiet_hours', approve: false };

  const span = SPAN.exec(said);
  const isAll =
    said
      .replace(span?.[0] ?? '', '')
      .replace(NAMED, '')
      .replace(UNDISTURBED, '')
      .replace(AROUND, '') === '';
  if (!named) return span && isAll && /[点时:]/.test(span[0]) && !question ? withHours(span) : undefined;
  if (span && isAll) return withHours(span);
  return isAll || FIRST.test(said) ? { intent: 'quiet_hours', ...(!isAll && { text: said }) } : undefined;
});

function withHours(span: RegExpExecArray) {
  const hours = hoursOf(span.groups!);
  return { intent: 'quiet_hours' as const, ...(hours ? { hours } : { text: span[0] }) };
}

type Groups = Readonly<Record<string, string | undefined>>;

/** One of the two clocks as said: minutes by the 24-hour clock, and whether 7 might be 19. */
interface Clock {
  readonly minutes: number;
  readonly halfDay: boolean;
  readonly byPart: boolean;
}

const HALF_DAY = 720;

/** 10点到7点 could be morning or night at its beginning: then nothing is read. At its end the next such hour is meant. */
function hoursOf(groups: Groups): readonly [string, string] | undefined {
  const to = clockOf(groups, 'To');
  const from = clockOf(groups, '');
  if (!from || !to || (from.halfDay && (to.halfDay || to.byPart))) return undefined;

  const soon = to.halfDay && from.byPart && !groups.nextTo;
  const later = (to.minutes + HALF_DAY) % 1440;
  const end = soon && ahead(from.minutes, later) < ahead(from.minutes, to.minutes) ? later : to.minutes;
  return [clockText(from.minutes), clockText(end)];
}

function ahead(from: number, to: number): number {
  return (to - from + 1440) % 1440;
}

function clockOf(groups: Groups, which: '' | 'To'): Clock | undefined {
  const part = groups[`part${which}`];
  const colon = groups[`colon${which}`];
  const hour = numberOf(groups[`hour${which}`]!);
  const minute = groups[`half${which}`] ? 30 : numberOf(colon ?? groups[`minutes${which}`] ?? '0');
  if (hour === undefined || minute === undefined || hour > 24 || minute > 59) return undefined;
  const minutes = ((part ? hourOf(part, hour) : hour) * 60 + minute) % 1440;
  return { minutes, byPart: part !== undefined, halfDay: !part && !colon && hour > 0 && hour < 13 };
}

/** By the 24-hour clock; 晚上十二点 is midnight, 夜里两点 comes after it. */
function hourOf(part: string, hour: number): number {
  if (hour > 12) return hour;
  if (/下午|傍晚/.test(part)) return hour === 12 ? 12 : hour + 12;
  if (/中午/.test(part)) return hour < 10 ? hour + 12 : hour;
  if (/晚|夜/.test(part)) return hour === 12 ? 0 : hour < 5 ? hour : hour + 12;
  return part === '凌晨' && hour === 12 ? 0 : hour;
}
