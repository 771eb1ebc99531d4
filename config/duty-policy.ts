import { z } from 'zod';
import { DEFAULT_CHECK_POLICY } from '../domain/duty/checks/policy.ts';
import { SHIFT_DEFAULTS } from '../domain/duty/duty-policy.ts';
import { DEFAULT_ZERO_REPORT_LADDER } from '../domain/duty/zero-reports/policy.ts';
import { clock, rungText } from './shapes.ts';

const rungs = (values: readonly string[]) => z.array(rungText('"-1d 16:00 duty-tomorrow"')).default([...values]);
const number = (value: number, words: string) => z.number().int().min(0).default(value).describe(words);

const { shiftLadder, swapLadder, ...shift } = SHIFT_DEFAULTS;

/** Rosters, shifts and swaps. */
export const shiftPolicySchema = z
  .object({
    restHours: number(shift.restHours, 'Least hours between two shifts of one person'),
    takeoverLeadMinutes: number(shift.takeoverLeadMinutes, 'Minutes before its start that a shift may be taken over'),
    swapNoticeDays: number(shift.swapNoticeDays, 'Days of notice below which a swap is warned about'),
    swapHolidayNoticeDays: number(shift.swapHolidayNoticeDays, 'The same for a shift on an official holiday'),
    trialDays: number(shift.trialDays, 'Days of trial of a new unit from its first shift: reminded, never counted'),
    shiftLadder: z
      .object({
        personal: rungs(shiftLadder.personal),
        missing: rungs(shiftLadder.missing),
        gap: rungs(shiftLadder.gap),
        handover: rungs(shiftLadder.handover ?? []),
      })
      .prefault({})
      .describe('Counted from the start of the shift, `handover` from its end'),
    swapLadder: z
      .object({ untilTaken: rungs(swapLadder.untilTaken), emergency: rungs(swapLadder.emergency) })
      .prefault({})
      .describe('Until a swap is answered, counted from the start of the shift; an emergency from when it was filed'),
  })
  .prefault({});

const { draw, ladders, levels, codeDigits } = DEFAULT_CHECK_POLICY;

function ladder(values: typeof ladders.key, words: string) {
  return z
    .object({
      windowMin: number(values.windowMin, 'Minutes in which an answer is on time'),
      secondAskMin: number(values.secondAskMin, 'Minutes until the second question'),
      phoneListMin: number(values.phoneListMin, 'Minutes until a person gets the telephone numbers'),
      dutyLeaderMin: number(values.dutyLeaderMin, 'Minutes until the leader in charge hears of it'),
      reserveMin: number(values.reserveMin ?? values.dutyLeaderMin, 'Minutes until the reserve of the day is called'),
      officeHeadMin: number(values.officeHeadMin, 'Minutes until the head of the unit hears of it'),
      unsentMin: number(values.unsentMin, 'A question that did not get out for so many minutes is void'),
      explainHours: number(
        values.explainHours,
        'Hours in which nothing is put on record without the person being heard',
      ),
    })
    .prefault({})
    .describe(words);
}

function level(values: typeof levels.A, words: string) {
  return z
    .object({
      checksPerNight: number(values.checksPerNight, 'Draws in a night for the whole office'),
      setClocks: z
        .array(clock)
        .default([...values.setClocks])
        .describe('Clocks of set check-ins beside the take-over'),
    })
    .prefault({})
    .describe(words);
}

/** Check-ins, set and unannounced. */
export const checkPolicySchema = z
  .object({
    draw: z
      .object({
        perUnit: number(draw.perUnit, 'Checks every unit is sure to get in a week'),
        againPercent: number(draw.againPercent, 'Chance in percent of one more than it has'),
        maxPerUnit: z.number().int().min(1).max(4).default(draw.maxPerUnit).describe('Most checks of a unit in a week'),
        handoverMinutes: number(draw.handoverMinutes, 'Distance in minutes to a hand-over'),
        sameUnitMinutes: number(draw.sameUnitMinutes, 'Distance in minutes of two checks of one unit'),
        setCheckMinutes: number(draw.setCheckMinutes, 'Distance in minutes to a set check-in'),
        clearMinutes: number(draw.clearMinutes, 'Minutes after a check in which nothing forbidden may begin'),
        nightWindow: z.string().default(draw.nightWindow).describe('When night checks may fall'),
        weekAtNight: z
          .boolean()
          .default(draw.weekAtNight)
          .describe('Whether the ordinary weekly check may come at night'),
        nightSharePercent: number(
          draw.nightSharePercent,
          'Share of the people on duty drawn in a night of a key period',
        ),
      })
      .prefault({}),
    ladders: z
      .object({
        ordinary: ladder(ladders.ordinary, 'Minutes after the question was sent'),
        key: ladder(ladders.key, 'The same in key periods'),
      })
      .prefault({}),
    levels: z
      .object({
        A: level(levels.A, 'Key periods of level A'),
        B: level(levels.B, 'Level B, on days off or under a warning'),
        C: level(levels.C, 'Level C'),
        ordinary: level(levels.ordinary, 'Ordinary times'),
      })
      .prefault({}),
    shiftStart: clock.default(DEFAULT_CHECK_POLICY.shiftStart).describe('When a shift of the whole day begins'),
    codeDigits: z
      .object({
        set: z.number().int().min(2).max(3).default(codeDigits.set).describe('Digits of the code of a set check-in'),
        random: z
          .number()
          .int()
          .min(2)
          .max(3)
          .default(codeDigits.random)
          .describe('Digits of the code of an unannounced one'),
      })
      .prefault({}),
    sealClock: clock
      .refine((value) => value < '20:00', 'before 20:00, so that the seal is read in time')
      .default(DEFAULT_CHECK_POLICY.sealClock)
      .describe('On Sunday, when the checks of the coming week are drawn and sealed'),
    pauseHours: number(
      DEFAULT_CHECK_POLICY.pauseHours,
      'Most hours for which unannounced check-ins of a unit that handles an incident are paused',
    ),
    nightSummary: clock
      .default(DEFAULT_CHECK_POLICY.nightSummary)
      .describe('When dispatcher and supervisors hear of the checks of the night'),
  })
  .prefault({});

const zero = DEFAULT_ZERO_REPORT_LADDER;
const inOrder = ({ hint, due, summary, again, list, askUntil }: typeof zero) => {
  const clocks = [hint, due, summary, again, list, askUntil];
  return clocks.every((value, index) => index === 0 || clocks[index - 1]! <= value);
};

/** Zero reports, on days that ask for them. */
export const zeroReportPolicySchema = z
  .object({
    hint: clock.default(zero.hint).describe('Who is on duty is asked for the report of the day'),
    due: clock.default(zero.due).describe('The report is due'),
    summary: clock.default(zero.summary).describe('The room hears the figures once, where all have reported'),
    again: clock.default(zero.again).describe('Who has not reported is asked once more, in private'),
    list: clock.default(zero.list).describe('Who has not reported goes to the chief duty officer with telephones'),
    askUntil: clock.default(zero.askUntil).describe('After an outage nobody is asked any more from then on'),
    settleMinutes: number(zero.settleMinutes, 'Minutes after an outage before anybody is called missing'),
  })
  .refine(inOrder, 'hint, due, summary, again, list and askUntil come in this order')
  .prefault({});
