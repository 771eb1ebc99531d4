/** `zhishou preview` where nothing would be sent. */
export const PREVIEW_EMPTY = '这段时间没有要发的提醒';

/** Below what would be sent, so that nobody takes it for all there will be. */
export const PREVIEW_LEFT_OUT = '以上按没有人答复推算。点名抽查事先不公开，不在内；今后交办、通知的事项下达后再看';
