import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';

/** Heard somewhere, read somewhere, practised, taught: what is told is not happening here and now. */
const ELSEWHERE = gated(
  /听说|听讲|据说|据传|据报道|网传|网上|新闻|隔壁|外省|外地|外县|人家|别的[县区市镇乡]|案例|教训|警示|演练|模拟|预案|培训|宣传|讲座|假如|假设|万一|如果|要是|去年|前年|往年|上次|那年|那次|以前|电影|电视|段子|开玩笑|学习/,
);

/** Whether a text only tells of something: hearsay, a drill, a lesson, the past. */
export function isOnlyTold({ text }: Heard): boolean {
  return ELSEWHERE.test(text);
}

/** Said to the bot or in answer to it; somebody who quotes another member speaks to that member. */
export function isForBot(heard: Heard): boolean {
  const { quote, addressed } = heard.input;
  return addressed || quote?.mine === true || (heard.direct && !quote);
}

/** 立即 and 马上 are read as the moment of speaking; they date nothing. */
export function isNow({ input }: Heard, at: Date): boolean {
  return at.getTime() === input.at.getTime();
}

/** The words of a stretch as written, without marks, pictures and spaces at its ends; undefined where nothing is left. */
export function wordsIn(heard: Heard, from: number, to = heard.text.length): string | undefined {
  const piece = heard.text.slice(from, to);
  const trimmed = piece.replace(LEAD, '').replace(TAIL, '');
  if (trimmed === '') return undefined;
  const start = from + LEAD.exec(piece)![0].length;
  return heard.words({ from: start, to: start + trimmed.length });
}

const LEAD = /^[\s,。;:、!]*/;
const TAIL = /(?:[\s,。;:、!~]|\[(?:图片|照片|视频|文件|语音|位置)[^\]\n]{0,40}\])+$/;
