import type { RefusalCode } from '../../domain/refusal.ts';

/** Refusals that only miss a word: what was said is kept, and said again with it. */
export const MISSING: Partial<Readonly<Record<RefusalCode, 'reason' | 'due'>>> = {
  REASON_NEEDED: 'reason',
  DATE_NEEDED: 'due',
};
