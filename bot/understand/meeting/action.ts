import type { Normal } from '../normalise.ts';
import { wordsAt } from './clean.ts';
import type { Assignment } from './orders.ts';
import { MARKER } from './outline.ts';

const MODAL_FIRST = /^[,、:]*(?:也|还|都|均|更|既)?(?:必须|务必|应当|应|须|需要|需|要)?/;
/** 应急局牵头，公安局配合，…; 由供电所负责，…: who does it is told beside the work. */
const LEADS_FIRST = /^(?:总?牵头|负责)(?:负责|抓总|总)?,(?:[^,;。]{2,40}(?:配合|协助|协同|参与|支持),)?/;
const END = /[,;:。!]+$/;
/** 请, 由: of whom it is asked. */
const MEETING = /^(?:[^,，]{0,6}会议)?(?:要求|强调|议定|决定|明确)[,，]?/;
const CALL = /(?:请|由|让|(?:牵头|责任|主责|负责)(?:单位|部门|科室)?的?[是为:]|归口到|归|交给|责成|(?:会议)?要求)$/;

/** What is to be done, in the speech's words and without whom it is for: what stands before that, and what stands behind. */
export function actionOf(normal: Normal, { span, named }: Assignment): string {
  const [first, last] = named ? [named.from, named.to] : [span.from, span.from];
  const before = wordsBetween(normal, span.from, first, /^$/).replace(CALL, '').replace(MEETING, '');
  return before + wordsBetween(normal, last, span.to, MODAL_FIRST);
}

function wordsBetween(normal: Normal, start: number, end: number, skipped: RegExp): string {
  const words = normal.text.slice(start, end);
  let from = start + (MARKER.exec(words)?.[0].length ?? 0);
  from += skipped.exec(normal.text.slice(from, end))?.[0].length ?? 0;
  if (skipped === MODAL_FIRST) from += LEADS_FIRST.exec(normal.text.slice(from, end))?.[0].length ?? 0;
  const to = from + normal.text.slice(from, end).replace(END, '').length;
  const bare = wordsAt(normal, { from, to });
  return bare === '' || skipped !== MODAL_FIRST ? wordsAt(normal, { from, to: end }) : bare;
}
