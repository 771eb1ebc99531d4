import type { Span } from '../span.ts';

/** What the times of a text tell about a stretch of it. */
export interface Limits {
  /** It says by when something is to be done. */
  readonly by: (span: Span) => boolean;
  /** It names any day or length of time that can be a limit. */
  readonly any: (span: Span) => boolean;
}

/**
 * How a speaker who has named somebody goes on telling them what to do, without 要: 把…, 一户一户看, 逐栋贴, 该拆的拆,
 * 每周一次.
 */
const GOES_ON =
  /(?:^|[,;])(?:先|再|就|也|都|还|全部|统统|回去|马上|立即|同时|另外|然后|最后)*(?:把|将)[^,;]{2,}|一([\u4e00-\u9fa5]{1,2}),?一\1|逐[家户个栋处台条村一项座点段]|挨[家户个]|该[\u4e00-\u9fa5]{1,2}的|见一[\u4e00-\u9fa5]|当[天日晚](?!的)|限期|不过夜|第一时间|(?:天天|每[天周月日班晚](?!都在))[^,]{1,}|每[\u4e00-\u9fa5\d]{1,4}[\u4e00-\u9fa5]{0,6}一[次遍轮]|一[月季周旬日]一/;

/** Something comes of it: 看完, 换掉, 交账. */
const RESULT =
  /[完好清齐掉]|到位|出来|上来|下去|起来|[上交报收归]|归零|见底|收口|销号|[换改修补拆装搬挪撤清测查拿给做办]/;

export function bringsAbout(words: string): boolean {
  return RESULT.test(words);
}

export function goesOnTelling(words: string): boolean {
  return GOES_ON.test(words);
}
