import type { Heard } from '../heard.ts';
import { allNumbers, openingOf, remark } from '../opening.ts';
import type { IntentReader, Slots } from './reader.ts';

/** 暂缓, 请先停一停, 暂停办理吧. */
const SUSPEND =
  /^(?:任务|事项)?(?:先|请|暂时|可以)*(?:暂缓|暂停|缓办|缓一缓|放一放|停一停|挂起)(?:办理|执行|一下)?(?:吧|了)?/;
/** 恢复, 可以恢复了, 继续办理. */
const RESUME = /^(?:任务|事项)?(?:请|现在|可以|从现在起)*(?:恢复|重启|继续办理?|解除暂缓)(?:办理|执行)?(?:吧|了)?/;

function read(heard: Heard, verb: RegExp, intent: 'suspend' | 'resume'): Slots | undefined {
  if (heard.question || (heard.numbers.length === 0 && !heard.input.quote?.mine)) return undefined;
  const start = openingOf(heard);
  const match = verb.exec(heard.text.slice(start.next));
  if (!match) return undefined;
  const after = openingOf(heard, start.next + match[0].length);
  const reason = remark(heard, after.next);
  return { intent, ...allNumbers(heard), ...(reason && { reason }) };
}

/** T0607先暂缓: the clock stops until 恢复. */
export const suspend: IntentReader = (heard) => read(heard, SUSPEND, 'suspend');

export const resume: IntentReader = (heard) => read(heard, RESUME, 'resume');
