import type { Heard } from '../heard.ts';
import { allNumbers, openingOf, remark } from '../opening.ts';
import { type IntentReader, reading, type Slots } from './reader.ts';

/** 暂缓, 请先停一停, 暂停办理吧, 先放放, 先不办. */
const SUSPEND =
  /^(?:的)?(?:任务|事项|这个|这件|这条|把|将)?(?:先|请|暂时|可以|暂|就)*(?:暂缓|暂停|缓办|中止|缓一缓|缓缓|缓一下|放一放|放放|放一下|停一停|停停|停一下|停下来?|停办(?![了理])|挂起|搁置|搁一搁|搁一下|搁一搁|按下不表|(?<=先|暂时|暂)(?:不|别)(?:办|做|搞|动|推进|弄|催|管)(?!了吧)|等一等|等等再[说办])(?:办理|执行|推进|一下|处理)?(?:吧|了)?/;
/** 恢复, 可以恢复了, 继续办理. */
const RESUME =
  /^(?:的)?(?:任务|事项|这个|这件|这条)?(?:请|现在|可以|从现在起|即日起|从今天起|能)*(?:恢复|重启|重新启动|重新开始|接着(?:办|做|弄)|继续(?:办理?|推进|做|弄|执行|了|吧|(?=$|[\s,。]))|解除暂[缓停]|取消暂[缓停])(?:办理|执行|推进|计时|正常)?(?:吧|了)?/;
function read(heard: Heard, verb: RegExp, intent: 'suspend' | 'resume'): Slots | undefined {
  if (heard.question || (heard.numbers.length === 0 && !heard.input.quote?.mine)) return undefined;
  const lead = /^[\s,]*(?:请|麻烦|先)?(?:把|将)/.exec(heard.text)?.[0].length ?? 0;
  const start = openingOf(heard, lead);
  const match = verb.exec(heard.text.slice(start.next));
  if (!match) return undefined;
  const after = openingOf(heard, start.next + match[0].length);
  const reason = remark(heard, after.next);
  return { intent, ...allNumbers(heard), ...(reason && { reason }) };
}

/** T0607先暂缓: the clock stops until 恢复. */
export const suspend: IntentReader = reading([SUSPEND], (heard) => read(heard, SUSPEND, 'suspend'));

export const resume: IntentReader = reading([RESUME], (heard) => read(heard, RESUME, 'resume'));
