import type { Normal } from '../normalise.ts';
import type { FoundTime, Trouble } from './found.ts';
import type { Spoken } from './memory.ts';
import type { TimeContext } from './resolved.ts';
import type { PhraseSaid } from './said.ts';

/** The text a phrase stands in, what resolves it, and what was said before. */
export interface Scene {
  readonly normal: Normal;
  readonly context: TimeContext;
  readonly last: Spoken | undefined;
}

export interface Taken {
  /** Understood to be no time, though it is worded like a term: 未来24小时内有雨. */
  readonly passed: boolean;
  readonly said: PhraseSaid | undefined;
  readonly time: FoundTime | undefined;
  readonly trouble: Trouble | undefined;
  /** The same time without the limit that only the verb behind it made of it: 周五报台账. */
  readonly implied: FoundTime | undefined;
  /** What becomes of the time before. */
  readonly before: 'stays' | 'given-up' | 'joined';
}

/** Nothing that anybody needs to know; `PASSED` also says why. All are of one shape: what reads them looks their parts up faster. */
export const NOTHING: Taken = taken(undefined, undefined, undefined);
export const PASSED: Taken = { ...NOTHING, passed: true };

export function taken(
  said: PhraseSaid | undefined,
  time: FoundTime | undefined,
  trouble: Trouble | undefined,
  before: Taken['before'] = 'stays',
  implied: FoundTime | undefined = undefined,
): Taken {
  return { passed: false, said, time, trouble, implied, before };
}
