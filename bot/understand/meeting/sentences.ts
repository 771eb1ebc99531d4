import type { Span } from '../span.ts';
import { enclosedIn } from './enclosed.ts';

/** What stands between two marks. `mark` is the mark behind it. */
export interface Clause extends Span {
  readonly text: string;
  readonly mark: string;
}

export interface Sentence extends Span {
  readonly clauses: readonly Clause[];
}

export interface Paragraph extends Span {
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** Longer than any sentence that can be read; whoever leaves out all full stops is cut here. */
const LONGEST = 2_000;

/** Paragraphs, sentences and clauses of a cleaned text, with their places in it. Linear in its length. */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    if (to > from) paragraphs.push(paragraph(text.slice(from, to), from));
    from = to + 1;
  }
  return paragraphs;
}

function paragraph(text: string, offset: number): Paragraph {
  const inside = enclosedIn(text);
  const sentences: Sentence[] = [];
  let clauses: Clause[] = [];
  let [start, from] = [0, 0];
  const close = (to: number, mark: string) => {
    if (to > from) clauses.push({ from: offset + from, to: offset + to, text: text.slice(from, to), mark });
    from = to + mark.length;
  };
  const end = (to: number) => {
    if (clauses.length > 0) sentences.push({ from: offset + start, to: offset + to, clauses });
    clauses = [];
    start = to;
  };
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!;
    if (inside[at]) continue;
    if (mark === '?' && asksWhose(text, at)) continue;
    if (mark === '?' && answersItself(text, start, at)) close(at, mark);
    else if (isStop(mark) || at - start > LONGEST) {
      close(at, mark);
      end(at + 1);
    } else if (isPause(text, at)) close(at, mark);
  }
  close(text.length, '');
  end(text.length);
  return { from: offset, to: offset + text.length, text, sentences };
}

/** 一共六十几个来着？61个，先修30个: the speaker recalls a figure, and goes on. */
function answersItself(text: string, start: number, at: number): boolean {
  const asked = text.slice(Math.max(start, at - 10), at);
  return (
    /(?:几|多少)[个座处块户家条台口辆栋根盏](?:来着|呢|啊)?$/.test(asked) && ANSWER.test(text.slice(at + 1, at + 12))
  );
}

/** 治安归谁？归派出所。: asked and answered, it is one clause. */
function asksWhose(text: string, at: number): boolean {
  return WHOSE.test(text.slice(Math.max(0, at - 12), at)) && OF_WHOM.test(text.slice(at + 1, at + 20));
}

const WHOSE = /(?:谁|哪[家个]|哪个(?:单位|部门))(?:来)?(?:管|负责|牵头|抓|干|办|兜底)?(?:呢|啊)?$/;
const OF_WHOM = /^(?:就|还是|当然)?(?:归|由|交给)[\u4e00-\u9fa5]{2,16}/;

const ANSWER = /^[\d一二两三四五六七八九十百千]{1,6}[个座处块户家条台口辆栋根盏],/;

function isStop(mark: string): boolean {
  return mark === '。' || mark === '!' || mark === '?';
}

/** A comma in 1,200 divides nothing, nor does the colon of 17:30. */
function isPause(text: string, at: number): boolean {
  const mark = text[at]!;
  if (mark === ';') return true;
  return (mark === ',' || mark === ':') && !(/\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? ''));
}
