import { isHearsay } from '../guards.ts';
import type { Heard } from '../heard.ts';
import { openingOf } from '../opening.ts';
import { type IntentReader, reading } from './reader.ts';

/** 我已到岗, 报告, 现在, 准时, 来: how somebody begins who tells that he takes over. */
const LEAD =
  /^(?:报告|我们?|本人|值班员?|带班领导?|现在?|今天|今早|今晚|正式|正在|准时|按时|已经?|都|来|去|到岗|到位|上岗|在岗|人?到了|到(?:值班室|办公室|单位|镇里|局里|现场)|好了|了|,|，|\s|并|开始)*/;
/** 接班, 接岗, 接了班, 接夜班, 接吕刚的班; 接班人 and 接班时间 are things. */
const DEED =
  /^(?:接班(?!人|时|表|制|前|后|的|要|需|记录|登记|情况|安排|流程|规定|怎|谁)|接岗|接(?:了|上|好|过|完)班|接(?:早|白|夜|晚|中)班|接[\u4e00-\u9fa5]{2,4}的班)/;
/** 了, 完毕, 报到, and a remark after a mark. */
const TAIL = /^(?:完成|完毕|报到|到岗|到位|上岗|一下|过来|啦|了|哈|呀|哦|,?谢谢)*[\s。;,!~]*/;
const DEEDS_NEAR = 24;

/** 接班, said by who is there; never 还没接班, 谁接班, 8:30接班 before that time, or that somebody else has taken over. */
export const takeover: IntentReader = reading([DEED], (heard) => {
  const { text, input } = heard;
  if (!input.addressed || heard.question || heard.orders || !text.includes('接')) return undefined;
  const start = openingOf(heard);
  const after = afterOwnName(heard, afterLead(text, start.next));
  const from = afterLead(text, after);
  const deed = DEED.exec(text.slice(from, from + DEEDS_NEAR));
  if (!deed) return undefined;

  const rest = text.slice(from + deed[0].length);
  const tail = TAIL.exec(rest)![0];
  const isWhole = tail.length === rest.length || /[\s。;,!~]$/.test(tail);
  if (!isWhole || takesBack(rest.slice(tail.length)) || isAhead(heard)) return undefined;

  const shift = /^接([早白夜晚中]班)/.exec(deed[0])?.[1];
  return { intent: 'takeover', ...(start.unit && { unit: heard.words(start.unit) }), ...(shift && { shift }) };
});

function afterLead(text: string, from: number): number {
  return from + LEAD.exec(text.slice(from))![0].length;
}

/** 青山镇陈立接班, said by 陈立. */
function afterOwnName({ text, input }: Heard, from: number): number {
  return input.from && text.startsWith(input.from, from) ? from + input.from.length : from;
}

/** 接班，我还没到: what follows says that it is not so. */
function takesBack(remark: string): boolean {
  return (
    remark !== '' &&
    (isHearsay(remark) || /(?:没|未|不能?)(?:到|来|接|在岗|了)|来不了|晚到|路上|堵车|请假|替/.test(remark))
  );
}

/** 9点接班, said before nine. */
function isAhead({ allTimes, input }: Heard): boolean {
  return allTimes.times.some(({ read, past }) => {
    const at = read.startAt ?? read.dueAt;
    return !past && at !== undefined && at > input.at;
  });
}
