/** 白班, 夜班, 早班 as said; 值班 and 带班 alone name no shift. */
const SHIFT = /[白夜早中晚日]班(?!车|期|机|主任)|大夜班?|小夜班?/;

export function shiftIn(text: string): string | undefined {
  return SHIFT.exec(text)?.[0];
}
