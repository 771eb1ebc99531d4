import type { Calendar } from '../../../domain/calendar/calendar.ts';
import type { Stretch } from '../../../domain/duty/rotation/rotation.ts';
import type { Layer } from '../../../domain/duty/shift.ts';
import type { Day } from '../../../domain/thing.ts';

/** Names as they stand behind 值班员 and 带班, and who is to be left out. */
export interface RotationWords {
  readonly named: Readonly<Record<Layer, readonly string[]>>;
  readonly without: readonly string[];
  /** 重排: also what is published already. */
  readonly anew: boolean;
}

const LABEL = /(值班人员|值班员|值班|带班领导|带班人员|带班)(?!表|安排|的班|室|电话)[\s:：是有为由]*/g;
/** 不排吕刚, 除了吕刚: who is left out. */
const WITHOUT =
  /(?:除了?|不要?排|别排|先?不安排)[\s:：]*([\p{Script=Han}、和及]{2,30}?)(?=以?外|之外|[\s,，。;；]|$)/gu;
const ANEW = /重新?排|重新?拟|推倒|从头排/;
const NAME = /^[\p{Script=Han}·•]{2,12}$/u;
const NO_NAME =
  /^(?:排|出来|好了|轮流|轮着|参加|各|所有|大家|全体|每[天班人]|尽量|公平|平均|按|要|请|从|每|安排|不[要排])/;
const TAIL = /(?:轮流|轮着来?|参加|等人?|几[个位]人?|[一二两三四五六七八九十\d]+[个位]?人?|就行|吧|来排|排|轮)+$/;

/** What a request for a roster says besides unit and days. */
export function rotationWords(text: string, isName: (word: string) => boolean): RotationWords {
  const without: string[] = [];
  const rest = text.normalize('NFKC').replace(WITHOUT, (_, names: string) => {
    without.push(...namesIn(names, isName));
    return ' ';
  });
  const labels = [...rest.matchAll(LABEL)];
  const named: Record<Layer, string[]> = { leader: [], officer: [] };
  for (const [index, label] of labels.entries()) {
    const from = label.index + label[0].length;
    const words = rest.slice(from, labels[index + 1]?.index ?? rest.length).split(/[。;；\n]/)[0]!;
    named[label[1]!.startsWith('带') ? 'leader' : 'officer'].push(...namesIn(words, isName));
  }
  return {
    named: { leader: unique(named.leader), officer: unique(named.officer) },
    without: unique(without),
    anew: ANEW.test(text),
  };
}

/** Known names, and unknown ones that stand in a row with others: those are asked about and never passed over. */
function namesIn(words: string, isName: (word: string) => boolean): string[] {
  const pieces = words
    .split(/[、,，和及与\s]+/)
    .map((piece) => (isName(piece) ? piece : piece.replace(TAIL, '')))
    .filter((piece) => NAME.test(piece) && !NO_NAME.test(piece));
  return pieces.filter((piece) => isName(piece) || (pieces.length > 1 && piece.length <= 4) || pieces.length === 1);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

const FESTIVALS = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'];
const ALSO_CALLED: Readonly<Record<string, string>> = { 五一: '劳动', 十一: '国庆' };
const DAYS_AHEAD = 400;

/** The next official break that a text names: 春节值班表. */
export function festivalIn(text: string, today: Day, calendar: Calendar): Stretch | undefined {
  const said = FESTIVALS.find((name) => text.includes(name)) ?? ALSO_CALLED[/五一|十一/.exec(text)?.[0] ?? ''];
  if (!said) return undefined;
  for (let day = today; calendar.daysBetween(today, day) < DAYS_AHEAD; ) {
    const holiday = calendar.holidayOf(day) ?? calendar.nextHoliday(day);
    if (holiday.name.includes(said)) return { fromDay: holiday.from < today ? today : holiday.from, toDay: holiday.to };
    day = calendar.addDays(holiday.to, 1);
  }
  return undefined;
}
