import { Refusal, type RefusalCode } from '../refusal.ts';
import { DUTY_REFUSALS } from '../wording/duty.ts';

export type DutyRefusalCode = keyof typeof DUTY_REFUSALS;

/** A rule about duty says no. Its words stand beside the other words about duty. */
export class DutyRefusal extends Refusal {
  readonly dutyCode: DutyRefusalCode;

  constructor(code: DutyRefusalCode, details: Readonly<Record<string, string>> = {}) {
    super(code as string as RefusalCode, details);
    this.name = 'DutyRefusal';
    this.dutyCode = code;
  }

  override get text(): string {
    return DUTY_REFUSALS[this.dutyCode].replace(/\{(\w+)\}/g, (_, name: string) => this.details[name] ?? '');
  }
}
