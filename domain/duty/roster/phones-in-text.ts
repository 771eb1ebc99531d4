const MOBILE = /(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g;
const LANDLINE = /(?<!\d)(?:0\d{2,3}[- ]?)?\d{5,8}(?:-\d{1,5})?(?!\d)/g;

/** Mobile numbers are given back; numbers of offices and short numbers are only taken out. */
export function takePhones(text: string): { words: string; phones: string[] } {
  const phones: string[] = [];
  const without = text.replace(MOBILE, (found) => {
    phones.push(found.replace(/[- ]/g, ''));
    return ' ';
  });
  return { words: without.replace(LANDLINE, ' ').replace(/(?:电话|手机|短号|联系电话|tel)[:：]?/gi, ' '), phones };
}
