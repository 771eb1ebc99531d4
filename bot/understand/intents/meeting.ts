import { isForBot } from '../duty/telling.ts';
import { gated } from '../gated.ts';
import { type IntentReader, reading } from './reader.ts';

/** 讲话转任务, 把这个讲话拆成任务, 请把会议纪要分解成任务清单. */
const SPEECH = gated(
  /^[\s,。]*(?:请|麻烦|帮我|帮|给我|把|将|对|这|那|该|上面|刚才|昨天|今天|一下|下|[个份篇次]|领导|的|\s)*(?:[\u4e00-\u9fa5]{1,4}(?:长|书记|主任)(?:同志)?的?)?(?:讲话|发言|讲稿|会议|会议讲话|会议纪要|会议精神|会议部署|纪要)(?:稿|全文|内容|材料|精神|要求)?[\s,]?(?:里面?|中|上)?(?:的)?(?:任务)?(?:拆分|拆解|拆|转化|转|分解|变|整理|梳理|提取|列|生成)(?:成|为|出|一下|下)?[^\n,。;:(]{0,4}?任务(?:清单|列表|分工|表)?/,
);
/** 会议任务分解, 任务分解表. */
const SPLIT = gated(
  /^[\s,。]*(?:请|麻烦|做|做个|做一下|帮我|把)?(?:会议|讲话|会议讲话)?(?:重点)?任务(?:分解|拆解)(?:表|清单|一下)?(?=$|[\s(:,。])/,
);
/** 分工方案, 这是任务分工方案. */
const PLAN = gated(
  /^[\s,。]*(?:请|导入|这是|这个是|发|附|见)?(?:会议|重点|工作|任务|重点任务|责任)?分工(?:方案|表)(?:转任务|导入|拆成任务)?(?=$|[\s(:])/,
);

/** Where the words that ask for a list end, at the front of a message; 0 where they do not stand there. Reads only the front. */
export function meetingWordsEnd(text: string): number {
  const front = text.slice(0, 80).normalize('NFKC');
  return [SPEECH, SPLIT, PLAN].map((words) => words.exec(front)?.[0].length ?? 0).find((end) => end > 0) ?? 0;
}

/** A speech or a plan is to become a list of tasks. Name, day and text the command takes from the message itself. */
export const meeting: IntentReader = reading([SPEECH, SPLIT, PLAN], (heard) =>
  isForBot(heard) && !heard.question && meetingWordsEnd(heard.text) > 0 ? { intent: 'meeting' } : undefined,
);

const LEDGER = gated(
  /^[\s,。]*(?:请|帮我)?(?:查看|查一下|查|看一下|看下|看|导出|打印)?会议部署(?:台账|台帐|情况|进展|清单|表)?(?=$|[\s:,。(?吗第]|\d)/,
);

/** 会议部署, 导出会议部署, 会议部署 3已完成. */
export const meetings: IntentReader = reading([LEDGER], (heard) =>
  isForBot(heard) && LEDGER.test(heard.text) && heard.text.length <= 200
    ? { intent: 'meetings', text: heard.whole }
    : undefined,
);

const ALL = gated(/^[\s,。]*(?:全部|全都|都|全|统一|一起)(?:确认|同意下达|下达)(?:下达|了|吧)?[\s。!]*$/);

/** 全部确认, after several drafts were shown together. */
export const confirmAll: IntentReader = reading([ALL], (heard) =>
  heard.expects.has('confirm') && ALL.test(heard.text) ? { intent: 'confirm' } : undefined,
);
