/** Whether a UTF-16 unit is a Chinese character of the common block. */
export function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fa5;
}
