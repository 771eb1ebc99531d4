import type { ShiftLadder } from './shift.ts';
import type { SwapLadder } from './swaps/swap.ts';

/** What an office may set about duty rosters. Hours and minutes as named; rungs count from a shift's start, `handover` from its end. */
export interface ShiftPolicy {
  /** Least hours between the end of one shift of a person and the start of the next. */
  readonly restHours: number;
  /** How many minutes before its start a shift may be taken over. */
  readonly takeoverLeadMinutes: number;
  /** Days of notice below which a swap is warned about, never refused. */
  readonly swapNoticeDays: number;
  readonly swapHolidayNoticeDays: number;
  /** Days of reminding without counting at the beginning of a unit on trial. */
  readonly trialDays: number;
  readonly shiftLadder: ShiftLadder;
  readonly swapLadder: SwapLadder;
}

/** The values of an office that has set nothing. */
export const SHIFT_DEFAULTS: ShiftPolicy = {
  restHours: 12,
  takeoverLeadMinutes: 30,
  swapNoticeDays: 1,
  swapHolidayNoticeDays: 2,
  trialDays: 7,
  shiftLadder: {
    personal: ['-7d 09:00 duty-ahead', '-1d 16:00 duty-tomorrow', '-30min duty-soon'],
    missing: [
      '+10min not-taken-over',
      '+20min missing-duty-leader',
      '+30min missing-chief-officer',
      '+30min missing-reserve',
    ],
    gap: ['-30d 09:00 gap-ahead'],
    handover: ['-30min handover'],
  },
  swapLadder: {
    untilTaken: ['-3d ask-again', '-1d ask-again', '-12h ask-again'],
    emergency: ['+2wh ruling-waiting', '+1wd 09:00 ruling-waiting'],
  },
};
