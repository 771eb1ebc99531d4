import type { StoredFile } from '../message.ts';

/** What an order asks to be handed in beside words. */
export type ResultWanted = 'photo' | 'document';

const PHOTO = /照片|图片|拍照|现场照|影像/;
/** A table or a paper that is handed in; 台账 that is only to be kept or set up is none. */
const DOCUMENT =
  /(?:报送?|报来|上报|提交|反馈|交|附|发来?)[^。；;]{0,16}?(?:台账|清单|表格|报表|名单|方案|总结|书面材料|自查报告|工作报告)/;
const NOT_WANTED =
  /(?:不用|不需要?|无需|不必|不要|免)(?:再)?(?:报送?|附|拍|发|交)?[^。；;，,]{0,8}(?:照片|图片|拍照|台账|清单|表格|报表|名单|方案|总结|材料|报告)/g;

/** Read from the order's own words: 附现场照片, 把排查台账报安委办. What it says is not needed is not wanted. */
export function resultsWanted(order: string): ResultWanted[] {
  const words = order.replace(NOT_WANTED, '');
  const handedIn =
    DOCUMENT.test(words) ||
    /(?:台账|清单|表格|报表|名单|方案|总结|书面材料|自查报告|工作报告)[^。；;，,]{0,6}(?:报送?|报给?|上报|提交|交给?|发给?|附后)/.test(
      words,
    );
  return [...(PHOTO.test(words) ? ['photo' as const] : []), ...(handedIn ? ['document' as const] : [])];
}

/** What of it a report does not bring. A picture of the table is a table: people photograph paper. */
export function resultsMissing(wanted: readonly ResultWanted[], files: readonly StoredFile[]): ResultWanted[] {
  const images = files.filter(({ kind }) => kind === 'image').length;
  return wanted.filter((what) => (what === 'photo' ? images === 0 : files.length === 0));
}
