import type { MessageView } from './chat-views.ts';

const RULE = '- - - - - - - - - - - - - - -';

/** The text as real puppets deliver an answer to a quoted message; a quoted file shows its name. */
export function withQuote(text: string, quoted: MessageView | undefined): string {
  if (!quoted) return text;
  return `「${quoted.fromName}：${quotedContent(quoted)}」\n${RULE}\n${text}`;
}

function quotedContent(quoted: MessageView): string {
  if (quoted.text !== '') return quoted.text;
  if (!quoted.file) return '';
  return quoted.file.kind === 'image' ? '[图片]' : `[文件] ${quoted.file.name}`;
}
