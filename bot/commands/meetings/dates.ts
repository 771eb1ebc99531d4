import type { Reading } from '../../../domain/reading.ts';
import { normalise } from '../../understand/normalise.ts';
import { readTimes } from '../../understand/time/read-times.ts';
import { periodsOf } from './periods.ts';

/** The only limit in some words, and what is said besides it. */
export interface DateIn {
  readonly dueAt: Date;
  readonly rest: string;
}

/** What belongs to a limit and says nothing of its own. */
const GLUE =
  /^(?:[\s,:]|都|就|请|统一|一律|按照|按|以|于|在|到|至|为|是|定为|定在|定|时限|期限|时间|日期|截止|要求|改为|改成|改到|改|完成时限|完成时间)+|(?:[\s,.。!]|之前|以前|前|内|止|下班|完成|办结|报送|报|交|到位|要|吧|为准|办)+$/g;

/** 按2月6日, 周五下班前: read by the reader of times. Undefined where no one day is said, or one that does not exist. */
export function dateIn(
  words: string,
  at: Date,
  { calendar, policy }: Pick<Reading, 'calendar' | 'policy'>,
): DateIn | undefined {
  const normal = normalise(words);
  const { times, troubles } = readTimes({
    normal,
    at,
    calendar,
    names: [],
    direction: 'future',
    soon: policy.tasks,
    periods: periodsOf(policy),
  });
  const [time, ...more] = times.filter(({ past }) => !past);
  if (!time || more.length > 0 || troubles.length > 0 || time.read.kind === 'recurrence') return undefined;
  const rest = (normal.text.slice(0, time.from) + normal.text.slice(time.to)).replace(GLUE, '').replace(GLUE, '');
  return { dueAt: time.byAt, rest };
}
