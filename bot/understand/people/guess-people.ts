import { Gate, gated } from '../gated.ts';
import { matchesOf } from '../matches.ts';
import type { Name } from './find-names.ts';
import { guessed, isSurname } from './guess.ts';

/** 何科长, 李副区长, 刘大勇局长; 王局 and 张所 only where they end. */
const TITLE = gated(
  /(?=[常副局科镇区县市书主站队乡所部股处校院厂经总秘工政干老师同支村教指网])(?:(?:常务)?副?(?:局长|科长|镇长|区长|县长|市长|书记|主任|站长|队长|乡长|所长|部长|股长|处长|校长|院长|厂长|主席|经理|总监|秘书长?|总工|政委|主管|干事|老师|师傅|同志|工程师|支书|村长|主播|主播|教导员|指导员|网格员)|[局科所队处总工镇区乡](?=[\s,:@]|[您你把将请今明后周下本]|\d|$))/g,
);
/** Characters that are surnames and more often join: 和李科长, 向王局长. */
const JOINS = /[和与及向于由请让从应时到对经并且以后里外上下由归]/;

/** A surname or a full name with a title behind it; the longest that is not a word of the sentence. */
export function guessTitled(text: string): Name[] {
  const names: Name[] = [];
  for (const match of matchesOf(TITLE, text)) {
    const from = startOfTitled(text, match.index);
    if (from === undefined) continue;
    const to = match.index + match[0].length;
    if (match[0].length === 1 && !isShort(text, from, match.index)) continue;
    names.push(guessed('person', text.slice(from, to), from));
  }
  return names;
}

function startOfTitled(text: string, title: number): number | undefined {
  for (const back of [3, 2]) {
    const from = title - back;
    if (
      from >= 0 &&
      isSurname(text[from]) &&
      !JOINS.test(text[from]!) &&
      isHan(text, from, title) &&
      begins(text, from) &&
      !CALLS.test(text.slice(from, title))
    )
      return from;
  }
  return isSurname(text[title - 1]) ? title - 1 : undefined;
}

/** 麻烦康科长, 安排李主任: words that call begin like surnames. */
const CALLS = /^(?:麻烦|安排|通知|劳烦|劳驾|务必|应由|都由|都请|经请|现请|另请|时任|于是|明确|责成|并由|并请)/;

function isHan(text: string, from: number, to: number): boolean {
  return /^[\u4e00-\u9fa5]+$/.test(text.slice(from, to));
}

/** A name begins behind a mark, a call or a unit. */
function begins(text: string, from: number): boolean {
  return from === 0 || /[\s,。;:、(@请由让叫派给和与及镇乡局办委社村站区道处]/.test(text[from - 1]!);
}

/** 王局, 李工: a surname alone, where a name can begin. */
function isShort(text: string, from: number, title: number): boolean {
  return title - from === 1 && begins(text, from);
}

/** 小周, 老马 where somebody is spoken to. */
const NICKNAME = gated(
  /(?<=^|[\s,。;:、!@请由让叫])[小老]([\u4e00-\u9fa5])(?=$|[\s,:、@]|[您你把将去来跟和帮先今明后周下本尽]|\d)/g,
);

export function guessNicknames(text: string): Name[] {
  return matchesOf(NICKNAME, text)
    .filter((match) => isSurname(match[1]))
    .map((match) => guessed('person', match[0], match.index));
}

/** 主要负责同志, 分管副职, 一把手: a post instead of a name. */
const POST = gated(
  /(?:党政)?(?:主要|分管|主管|带班|值班|包[村片保点]|挂[点钩]|联系)(?:的)?(?:负责同志|负责人|领导(?:同志)?|副职|副[镇乡区县局]长|干部|人员)|一把手|(?:村|社区)?第一书记|驻村(?:干部|工作队)|值班员|联络员(?![会群])|AB角/g,
);
/** 值班室, 党政办, 应急站: an office inside the unit that is addressed. */
const DESK = gated(/(?:总值班室|值班室|调度室|指挥中心|办公室|应急[办站所]|党政办)(?![一二三四五六七八九十\d])/g);

export function guessPosts(text: string): Name[] {
  const posts = matchesOf(POST, text).map((match) => guessed('person', match[0], match.index, 'post'));
  const desks = matchesOf(DESK, text).map((match) => guessed('unit', match[0], match.index, 'desk'));
  return [...posts, ...desks];
}

/** 张某某, 王某, 李XX, ***: a name that somebody has hidden. */
const MASKED_PERSON = /[\u4e00-\u9fa5](?:某某?|[XxＸ×*]{1,2})(?![\u4e00-\u9fa5]{0,4}[镇乡局村县])|\*{2,4}/g;
/** XX镇, 某街道. */
const MASKED_UNIT = /(?:[XxＸ×*]{1,3}|某某?)(?:镇|乡|街道办?|局|村|社区|公司|单位|办|委|所|站|区|县)(?![长某])/g;

const MASKED = new Gate(MASKED_PERSON, MASKED_UNIT);

export function guessMasked(text: string): Name[] {
  if (!MASKED.opens(text)) return [];
  const units = matchesOf(MASKED_UNIT, text).map((match) => masked('unit', match));
  const people = matchesOf(MASKED_PERSON, text).filter(({ 0: word }) => word[0] === '*' || isSurname(word[0]));
  return [...units, ...people.map((match) => masked('person', match))];
}

function masked(kind: Name['kind'], { index, 0: word }: RegExpMatchArray): Name {
  return guessed(kind, word, index!);
}
