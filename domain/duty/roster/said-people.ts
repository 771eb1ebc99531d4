import { plainName } from '../../people/near-name.ts';
import type { ThingId } from '../../thing.ts';
import type { Slot } from './draft.ts';
import { slotIn } from './headings.ts';
import { labelled } from './labels.ts';
import { takePhones } from './phones-in-text.ts';

/** Somebody as a cell names them. */
export interface SaidPerson {
  readonly name: string;
  /** 副镇长, 党政办: what stands beside the name and may tell two of one name apart. */
  readonly hint?: string;
  readonly phone?: string;
  /** Where nobody has to be found by the name: the bot's own proposal. */
  readonly person?: ThingId;
  /** Where the cell itself says it: 带班：郑伟　值班：陈立. */
  readonly slot?: Slot;
}

export interface SaidPeople {
  readonly people: readonly SaidPerson[];
  /** The cell says that it repeats the one above. */
  readonly ditto?: true;
  /** Something stands there that is no list of people. */
  readonly unread?: true;
  /** Numbers that stand in no one's brackets and behind no name. */
  readonly phones: readonly string[];
}

const NOBODY = /^(?:无|暂无|待定|空|空缺|缺|未定|休|休息|[-—–/\\×xX*.…_]+)$/;
const DITTO = /^(?:同上|同前|″|〃|"|''|”|“|同上一日|同上日)$/;
const POST =
  /(?:长|主任|书记|委员|科员|干事|站长|队长|局长|主席|干部|专干|职员|主办|组长|参谋|文员|民警|党委|办事员|值班员|巡查员|联络员|调度员|负责人|成员|助理|秘书|会计|司机|科|股|办|站|所|室|中心|大队|局)$/;
/** Words of two to four characters that stand where names do. */
const NO_NAME =
  /^(?:全体|全员|所有|各|机关|班子|轮流|轮值|放假|调休|春节|国庆|元旦|除夕|清明|端午|中秋|劳动|周末|节假|领导|干部|人员|单位|详见|另行|同[上下])|(?:安排|通知|人员|同志|全天|节|假)$/;
const LONGEST_CELL = 400;

/** `isName` tells whether the office knows somebody of that name. */
export type IsName = (name: string) => boolean;

/** The people in a cell, with posts, numbers and labels beside them. Never throws. */
export function readPeople(text: string, isName: IsName): SaidPeople {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u200b\ufeff]/g, '')
    .trim();
  if (plain === '' || NOBODY.test(plain)) return { people: [], phones: [] };
  if (DITTO.test(plain.replace(/\s/g, ''))) return { people: [], phones: [], ditto: true };
  if (plain.length > LONGEST_CELL) return { people: [], phones: [], unread: true };

  const read: Reading = { people: [], phones: [], unread: false, ahead: [] };
  for (const { label, words } of labelled(plain)) {
    const slot = label ? slotIn(label) : undefined;
    for (const chunk of chunksOf(words)) readChunk(chunk, slot, read, isName);
  }
  if (read.ahead.length > 0) {
    if (read.people.length === 0) read.unread = true;
    else addHint(read, read.people.length - 1, read.ahead.join(' '));
  }
  return { people: read.people, phones: read.phones, ...(read.unread && { unread: true }) };
}

/** Whether a cell consists of nothing but names, so that a column without a heading can be taken for one of people. */
export function looksLikePeople(text: string, isName: IsName): boolean {
  const { people, unread } = readPeople(text, isName);
  return people.length > 0 && !unread;
}

interface Reading {
  people: SaidPerson[];
  phones: string[];
  unread: boolean;
  /** Posts that stand before their name, perhaps with a separator between. */
  ahead: string[];
}

/** Separators inside brackets do not part people. */
function chunksOf(text: string): string[] {
  const chunks: string[] = [''];
  let depth = 0;
  for (const char of text) {
    if (char === '(') depth++;
    if (char === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && /[、,;/\n\r|+&]/.test(char)) chunks.push('');
    else chunks[chunks.length - 1] += char;
  }
  return chunks.map((chunk) => chunk.trim()).filter(Boolean);
}

/** One chunk may still hold several people parted by spaces: 陈立 吕刚, 张 伟, 郑伟 镇长, 副镇长 黄志明 13800000104. */
function readChunk(chunk: string, slot: Slot | undefined, read: Reading, isName: IsName): void {
  const brackets: string[] = [];
  const bare = chunk.replace(/\(([^()]*)\)/g, (_, inside: string) => {
    brackets.push(inside.trim());
    return ` \uE000${brackets.length - 1} `;
  });
  const { words, phones } = takePhones(bare);
  const tokens = joinSpaced(words.split(/\s+/).filter(Boolean), isName);

  let last = -1;
  const hint = (text: string) => {
    if (last < 0) read.ahead.push(text);
    else addHint(read, last, text);
  };
  for (const token of tokens) {
    const bracket = token.match(/^\uE000(\d+)$/)?.[1];
    if (bracket !== undefined) {
      readBracket(brackets[Number(bracket)] ?? '', hint, read, last);
      continue;
    }
    const person = namedIn(token, isName);
    if (!person) {
      if (POST.test(token) && token.length <= 16) hint(token);
      else read.unread = true;
      continue;
    }
    last = read.people.push({ ...person, ...(slot && { slot }) }) - 1;
    if (read.ahead.length > 0) addHint(read, last, read.ahead.join(' '));
    read.ahead = [];
  }
  givePhones(phones, last, tokens.length, read);
}

function readBracket(inside: string, hint: (text: string) => void, read: Reading, last: number): void {
  const { words, phones } = takePhones(inside);
  const slot = slotIn(words);
  if (slot && last >= 0) read.people[last] = { ...read.people[last]!, slot };
  else if (words.trim()) hint(words.trim());
  if (phones[0] && last >= 0) read.people[last] = { ...read.people[last]!, phone: phones[0] };
}

function givePhones(phones: readonly string[], last: number, tokens: number, read: Reading): void {
  if (phones.length === 1 && last >= 0 && tokens > 0) {
    read.people[last] = { phone: phones[0]!, ...read.people[last]! };
  } else read.phones.push(...phones);
}

function addHint(read: Reading, index: number, text: string): void {
  const person = read.people[index]!;
  const hint = text.replace(/^[,、;\s]+|[,、;\s]+$/g, '');
  read.people[index] = { ...person, hint: person.hint ? `${person.hint} ${hint}` : hint };
}

/** The name in a word that may have a post grown onto it: 郑伟镇长, 镇长郑伟. 李区长 is a name where the office knows him. */
function namedIn(word: string, isName: IsName): SaidPerson | undefined {
  if (isName(word)) return { name: word };
  if (!/^[\p{Script=Han}·•A-Za-z]{2,16}$/u.test(word)) return undefined;

  for (let length = Math.min(4, word.length - 2); length >= 2; length--) {
    const [head, tail] = [word.slice(0, length), word.slice(length)];
    if (isName(head) && POST.test(tail)) return { name: head, hint: tail };
    const [front, back] = [word.slice(0, -length), word.slice(-length)];
    if (isName(back) && POST.test(front)) return { name: back, hint: front };
  }
  if (POST.test(word)) return undefined;
  if (NO_NAME.test(word)) return undefined;
  return /^[\p{Script=Han}]{2,4}$/u.test(word) || /[·•]/.test(word) ? { name: word } : undefined;
}

/** Two characters set apart to align a column are one name: 张 伟. */
function joinSpaced(tokens: readonly string[], isName: IsName): string[] {
  const joined: string[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const [one, two] = [tokens[index]!, tokens[index + 1]];
    const single = (token: string | undefined) => token !== undefined && /^\p{Script=Han}$/u.test(token);
    if (single(one) && two !== undefined && (single(two) || isName(plainName(one + two)))) {
      joined.push(one + two);
      index++;
    } else joined.push(one);
  }
  return joined;
}
