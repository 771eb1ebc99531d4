import type { Clause, Paragraph, Sentence } from './sentences.ts';

/** What a part of a speech is for. In `tasks` work may be asked for without saying of whom. */
export type Part = 'opening' | 'review' | 'doctrine' | 'tasks' | 'closing';

/** Level 1: 一、 or 第一部分. */
const FIRST_LEVEL =
  /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}(?:部分|件事情?|个(?:方面|问题)|方面)?[,、:]|[一二三四五六七八九十]{1,2}(?=要|是))/;
/** What numbers a point: (一), 1., ①, 一是, 首先. */
export const MARKER =
  /^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、)](?:(?!\d)|(?=\d{1,2}月))|[①-⑳]|第[一二三四五六七八九十]{1,2}(?:是|点是|(?:[点项]|件事情?|个(?:方面|问题)|方面)?[,、:])|[一二三四五六七八九十]{1,2}(?:是(?=[\u4e00-\u9fa5,:"])|(?=要[\u4e00-\u9fa5]))|首先[,要]?|其次,?|再次,?|最后,?|再者,?|其[一二三四五六七八九十][,是]?)[,:]?/;

const REVIEW =
  /回顾|说说.{0,10}问题|成绩|成效|肯定|工作情况|开展情况|进展情况|主要做法|总结|算.{0,2}账|(?:存在|面临|正视|查找|看到|反思).{0,10}(?:问题|不足|差距|短板)|差距|不足/;
const DOCTRINE = /认识|形势|意义|重要性|责任感|紧迫感|使命感|思想|站位|认清|警醒/;
/** These leave no room for work: 提高认识，进一步增强抓好防汛的紧迫感. */
const ONLY_DOCTRINE = /责任感|紧迫感|使命感|重要性|危机感|^[^,]{0,8}(?:认识|认清|研判)[^,]{0,12}形势/;
const TASKS = /狠抓|抓好|抓实|落实|突出|扎实|推进|整治|排查|防范|措施|要求|组织领导|保障|确保|做好|打好|压实|强化|落细/;
const LONGEST_HEADING = 60;

/** The parts in which the paragraphs of a speech stand. Without headings all of it may ask for work. */
export function partsOf(paragraphs: readonly Paragraph[]): Part[] {
  const headings = paragraphs.map((each) => (isHeading(each) && FIRST_LEVEL.test(each.text)) || opensPart(each));
  const first = headings.indexOf(true);
  const last = headings.lastIndexOf(true);
  let part: Part = first < 0 ? 'tasks' : 'opening';
  return paragraphs.map((paragraph, index) => {
    if (headings[index]) part = partUnder(firstOf(paragraph));
    else if (first >= 0 && index > last && /^同志们[,:!]/.test(paragraph.text)) part = 'closing';
    return part;
  });
}

/** 第二个问题，接下来干什么。我讲七件事。: spoken, a heading goes straight on. */
function opensPart(paragraph: Paragraph): boolean {
  return PART.test(paragraph.text) && firstOf(paragraph).length <= LONGEST_SPOKEN;
}

const PART = /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,2}(?:部分|个(?:方面|问题)),?)/;
const LONGEST_SPOKEN = 26;

function firstOf({ sentences, text }: Paragraph): string {
  return sentences[0]?.clauses.map((clause) => clause.text).join(',') ?? text;
}

/** What the text under a heading of the first level is for. */
export function partUnder(heading: string): Part {
  if (REVIEW.test(heading)) return 'review';
  if (ONLY_DOCTRINE.test(heading) && !/狠抓|落实|整治/.test(heading)) return 'doctrine';
  return DOCTRINE.test(heading) && !TASKS.test(heading.replace(/^.*?(?:认识|形势|思想|站位)/, ''))
    ? 'doctrine'
    : 'tasks';
}

/** 一、压实责任。 inside a paragraph. */
export function isHeadingSentence(words: string): boolean {
  return words.length <= 45 && /^[一二三四五六七八九十]{1,3}、/.test(words);
}

/** A line that only names what follows: numbered and short; with a full stop at its end shorter still, for a point may be one sentence. */
export function isHeading({ text, sentences }: Paragraph): boolean {
  if (sentences.length !== 1 || !MARKER.test(text) || /[;!:]$/.test(text)) return false;
  return text.length <= (text.endsWith('。') ? 26 : LONGEST_HEADING);
}

/** A title line: no full stop and nothing that divides. */
export function isTitle({ text, sentences }: Paragraph): boolean {
  return sentences.length === 1 && text.length <= 40 && !/[。;!?]$/.test(text) && !/[,;:]./.test(text);
}

/** 一要落实监管责任。at the head of a point: it names the point, the work follows. */
export function isRunInHeading(sentences: readonly Sentence[], index: number): boolean {
  const [sentence, next] = [sentences[index]!, sentences[index + 1]];
  if (!next) return false;
  const words = sentence.clauses.map(({ text }) => text).join(',');
  const marked = MARKER.test(words);
  const [{ text, mark }] = next.clauses as [Clause];
  if (marked && MARKER.test(text + mark)) return false;
  return marked ? words.length <= 40 : index === 0 && words.length <= 20 && /^(?:要|必须|切实|着力|全力)/.test(words);
}

/** 一是领导带头。 at the head of a point: four or six characters are a heading, whoever they name. */
export function isSlogan(words: string): boolean {
  const bare = words.replace(MARKER, '').replace(/[。,:;]+$/, '');
  return bare.length <= 6 && MARKER.test(words) && !/要|必须|务必|\d|[前底内]$/.test(bare);
}

/** (二) and (三) are numbered alike; undefined for what is not numbered. */
export function numberingOf(text: string): string | undefined {
  return MARKER.exec(text)?.[0]
    .replace(/[一二三四五六七八九十]+/, '一')
    .replace(/\d+/, '1')
    .replace(/[①-⑳]/, '①');
}

/** 各镇街要做好以下工作：, and a list stands below. */
export function goesBelow(paragraph: Paragraph | undefined): boolean {
  return paragraph !== undefined && /:$/.test(paragraph.text);
}
