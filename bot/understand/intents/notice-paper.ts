import { isForBot } from '../duty/telling.ts';
import { type IntentReader, reading } from './reader.ts';

const WANTED = /导出|下载|打印/;
/** What asking for it is made of besides the number. */
const PLAIN =
  /导出|下载|打印|请|帮我|麻烦|把|的|通知|叫应|预警|全程|过程|全部|签收|反馈|记录|回执|名单|情况|表格?|excel|xlsx|发给?我|一下|一份|吧|[\s,。:、!]/gi;

/** 导出 N0107: the whole record of a notice, and nothing else in the message. */
export const noticePaper: IntentReader = reading([WANTED], (heard) => {
  const { text, numbers } = heard;
  if (!WANTED.test(text) || numbers.length !== 1 || !isForBot(heard)) return undefined;
  const [number] = numbers;
  if (!/^N\d/.test(number!.no)) return undefined;
  const rest = `${text.slice(0, number!.from)}${text.slice(number!.to)}`.replace(PLAIN, '');
  return rest === '' ? { intent: 'paper', paper: 'notice-record', item: number!.no } : undefined;
});
