import { gated } from './gated.ts';

/** 讲话转任务, 把这个讲话拆成任务, 请把会议纪要分解成任务清单. */
export const SPEECH = gated(
  /^[\s,。]*(?:请|麻烦|帮我|帮|给我|把|将|对|这|那|该|上面|刚才|昨天|今天|一下|下|[个份篇次]|领导|的|\s)*(?:[\u4e00-\u9fa5]{1,4}(?:长|书记|主任)(?:同志)?的?)?(?:讲话|发言|讲稿|会议|会议讲话|会议纪要|会议精神|会议部署|纪要)(?:稿|全文|内容|材料|精神|要求)?[\s,]?(?:里面?|中|上)?(?:的)?(?:任务)?(?:拆分|拆解|拆|转化|转|分解|变|整理|梳理|提取|列|生成)(?:成|为|出|一下|下)?[^\n,。;:(]{0,4}?任务(?:清单|列表|分工|表)?/,
);
/** 会议任务分解, 任务分解表. */
export const SPLIT = gated(
  /^[\s,。]*(?:请|麻烦|做|做个|做一下|帮我|把)?(?:会议|讲话|会议讲话)?(?:重点)?任务(?:分解|拆解)(?:表|清单|一下)?(?=$|[\s(:,。])/,
);
/** 分工方案, 这是任务分工方案. */
export const PLAN = gated(
  /^[\s,。]*(?:请|导入|这是|这个是|发|附|见)?(?:会议|重点|工作|任务|重点任务|责任)?分工(?:方案|表)(?:转任务|导入|拆成任务)?(?=$|[\s(:])/,
);

/** Where the words that ask for a list end, at the front of a message; 0 where they do not stand there. Reads only the front. */
export function meetingWordsEnd(text: string): number {
  const front = text.slice(0, 80).normalize('NFKC');
  return [SPEECH, SPLIT, PLAN].map((words) => words.exec(front)?.[0].length ?? 0).find((end) => end > 0) ?? 0;
}
