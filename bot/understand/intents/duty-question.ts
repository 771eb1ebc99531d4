import { fallback } from './fallback.ts';
import type { IntentReader } from './reader.ts';

const DUTY = ['checkin', 'zero_report', 'phone_verify', 'handover'] as const;

/** What answers a quoted question of duty in no way that is known (马上报) is no progress, report or order on a task either. */
export const dutyQuestion: IntentReader = (heard) => {
  const { input, expects, numbers } = heard;
  const asked = input.quote?.mine === true && numbers.length === 0 && DUTY.some((kind) => expects.has(kind));
  return asked ? fallback(heard) : undefined;
};
