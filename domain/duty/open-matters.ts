/** ①, （1）, 1. or 2、 at the front of an item; 1.5米 is none. */
const NUMBERED = /[①-⑳]|[（(]\d{1,2}[）)]|(?<=^|[\s;；，,。:：])\d{1,2}[.、．](?!\d)/g;
const EDGES = /^[\s,，;；。.、:：]+|[\s,，;；。、:：]+$/g;
/** 无, 没有, 其他无, 一切正常, 没有要交代的事; 正常，无其他事项 says it twice. */
const NOTHING =
  /^(?:其[他它余])?(?:都|均|暂时?|目前)?(?:无|没有?|没啥|没什么|一切正常|正常|平安)(?:其[他它]|要|需要)?(?:交|交代|交接|移交|遗留|未尽|未完|特殊|异常)?的?(?:事项?|情况|问题|任务)?[了的]?$/;

/**
 * What the notes of a hand-over leave to the next shift, one line each and in the words of whoever wrote them: split where they are
 * numbered, else at semicolons and line ends. 无 and its kind leave nothing.
 */
export function openMattersIn(notes: string): string[] {
  const numbered = [...notes.matchAll(NUMBERED)];
  const pieces = numbered.length > 1 ? between(notes, numbered) : notes.split(/[;；\n]/);
  return pieces.map((piece) => piece.replace(EDGES, '')).filter((piece) => piece !== '' && !saysNothing(piece));
}

function saysNothing(piece: string): boolean {
  return piece.split(/[,，。]/).every((clause) => NOTHING.test(clause.trim()));
}

/** What stands before the first number is an item too, unless it only announces them. */
function between(notes: string, marks: readonly RegExpMatchArray[]): string[] {
  const first = notes.slice(0, marks[0]!.index);
  const items = marks.map((mark, index) => notes.slice(mark.index! + mark[0].length, marks[index + 1]?.index));
  return /[:：]\s*$/.test(first) ? items : [first, ...items];
}
