import { REFUSALS } from './wording/refusals.ts';

export type RefusalCode = keyof typeof REFUSALS;

/** A rule says no and the person should hear why. Never retried. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, string>>;

  constructor(code: RefusalCode, details: Readonly<Record<string, string>> = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }

  /** The one line that the person reads. */
  get text(): string {
    return REFUSALS[this.code]
      .replace(/\{(\w+)\}/g, (_, name: string) => this.details[name] ?? '')
      .replace(/ {2,}/g, ' ')
      .trim();
  }
}
