import type { IntentReader } from './reader.ts';

/** 帮助, 怎么用, 你都能干些什么, 有哪些功能. */
const HELP =
  /^(?:帮助|help|[?？]|怎么用|如何使用|使用说明|说明书?|指令|命令|菜单|功能|(?:请问)?你?(?:都|还)?(?:能|会|可以)?(?:帮我|帮我们)?(?:干|做|会|办)(?:些|点)?(?:什么|啥)(?:事|活)?|(?:你)?有(?:哪些|什么|啥)(?:功能|指令|命令|用))(?:呀|啊|呢|吗)?$/i;
/** 值守在吗, 还在线吗, 状态. */
const STATUS = /^(?:值守)?(?:还)?(?:在吗|在不在|在不|在么|在线吗|在线不|在线么|运行状态|状态|活着吗|正常吗)$/;

export const help: IntentReader = ({ whole }) =>
  HELP.test(whole.replace(/[?？]+$/, '') || '?') ? { intent: 'help' } : undefined;

/** 值守在吗: whether the bot itself is well. */
export const status: IntentReader = ({ whole }) =>
  STATUS.test(whole.replace(/[?？]+$/, '')) ? { intent: 'status' } : undefined;
