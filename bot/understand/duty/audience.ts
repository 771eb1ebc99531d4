import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import type { Name } from '../people/find-names.ts';
import type { Span } from '../span.ts';

/** To whom, up to the mark that ends it: 各社区网格员，; 到值班群：; 沿河各村. */
const AUDIENCE =
  /^(?:到|给|至|在|对象)?[:\s]?([^,。:;\n\s\d]{0,24}?)(?=[:,。;\n\s]|今天|今晚|今夜|今早|明天|明晚|明早|后天|上午|中午|下午|傍晚|晚上|凌晨|本周|下周|周[一二三四五六日末]|\d)/;
/** 各学校, 沿河各村, 三个镇. */
const CLASSES =
  /(?:^|[、和及与,])((?:沿[\u4e00-\u9fa5]{1,2})?(?:各|全体|全区|全镇|全县|全乡|全街道|所有|有关|相关|在岗|辖区)[\u4e00-\u9fa5]{1,12}?|[两二三四五六七八九十几\d]{1,2}[个家](?:[镇乡村]|乡镇|街道|社区|单位|部门|企业))(?=$|[、和及与,])/g;
/** 值班群 is where, not to whom. */
const ROOM = gated(/群/);

/** Those a message goes to, as far as they stand at its front. */
export interface Audience extends Span {
  readonly next: number;
  /** A mark or a space sets the message off from those it goes to. */
  readonly setOff: boolean;
}

/** 广播一下，全体干部职工：…. */
const SET_APART = /^,\s?(?=[^,。:;\n\d]{2,16}:)/;

/** The audience behind the words that ask for sending. */
export function audienceAfter({ text, names }: Pick<Heard, 'text' | 'names'>, from: number): Audience {
  const apart = SET_APART.exec(text.slice(from));
  if (apart) return audienceAfter({ text, names }, from + apart[0].length);
  const everybody = EVERYBODY.exec(text.slice(from));
  const ends = everybody ? from + everybody[0].length : 0;
  if (everybody && /[\u4e00-\u9fa5]/.test(text[ends] ?? ''))
    return { from: ends - everybody[1]!.length, to: ends, next: ends, setOff: false };
  const match = AUDIENCE.exec(text.slice(from));
  if (!match) return gluedTo(text, from, names);
  const word = match[1]!;
  const at = from + match[0].length - word.length;
  const named = names.filter((name) => name.from >= from && name.from <= at + word.length);
  const fits =
    word === '' || ROOM.test(word) || CLASS_WORD.test(word) || named.some((name) => name.to >= at + word.length - 2);
  if (!fits) return gluedTo(text, at, names);
  const to = at + word.length;
  const next = to + /^[\s:,。;]*/.exec(text.slice(to))![0].length;
  return { from: at, to, next, setOff: next > to || /[:\s]$/.test(text.slice(from, at)) };
}

/** 告诉所有人值班室搬了: these words are an audience by themselves. */
const EVERYBODY = /^(?:给|到|至)?(所有人|全体人员|全体成员|全体同志|大家|各位同志|各位|同志们)(?![员、和及])/;

function gluedTo(text: string, from: number, names: readonly Name[]): Audience {
  const to = joined(text, from, names) ?? from;
  return { from, to, next: to, setOff: false };
}

const CLASS_WORD =
  /^(?:沿[\u4e00-\u9fa5]{1,2})?(?:各|全体|全区|全镇|全县|所有|有关|相关|在岗|大家|[两二三四五六七八九十几\d]{1,2}[个家])/;

/** Where names that stand together end: 青山镇、南街镇. */
function joined(text: string, from: number, names: readonly Name[]): number | undefined {
  let to: number | undefined;
  for (const name of names) {
    const gap = text.slice(to ?? from, name.from);
    if (name.from >= (to ?? from) && /^(?:[、和及与,\s]|以及)?$/.test(gap) && (to !== undefined || gap === ''))
      to = name.to;
  }
  return to;
}

/** Class words, units and people that the message goes to: those outside its content, else those it calls itself. */
export function addressees(heard: Heard, audience: Span, content: Span) {
  const outside = heard.names.filter(
    ({ from, to }) => to <= content.from || from >= content.to || (from >= audience.from && to <= audience.to),
  );
  const words = (kind: Name['kind']) => [
    ...new Set(outside.filter((name) => name.kind === kind).map((name) => heard.words(name))),
  ];
  const said = heard.text.slice(audience.from, audience.to);
  const classes = ROOM.test(said) ? [] : [...said.matchAll(CLASSES)].map((match) => match[1]!);
  const scope = words('scope').filter((word) => !classes.some((longer) => longer.includes(word)));
  const units = words('unit');
  const people = words('person');
  const all = [...classes, ...scope].sort((a, b) => heard.text.indexOf(a) - heard.text.indexOf(b));
  const nobody = all.length === 0 && units.length === 0 && people.length === 0;
  return { scope: nobody ? calledIn(heard, content) : all, units, people };
}

/** 请各单位提前准备: whom the message itself calls. */
function calledIn(heard: Heard, content: Span): string[] {
  const called = heard.names.filter(
    ({ kind, from, to }) =>
      kind === 'scope' &&
      from >= content.from &&
      to <= content.to &&
      /(?:^|[请,。;:\s])$/.test(heard.text.slice(content.from, from)),
  );
  return [...new Set(called.map((name) => heard.words(name)))];
}
