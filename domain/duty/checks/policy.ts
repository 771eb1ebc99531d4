import type { Hours } from '../../calendar/calendar.ts';

/** 重点时段 of level A, B or C; `ordinary` outside all of them. */
export type DutyLevel = 'A' | 'B' | 'C' | 'ordinary';

/** Everything an office may set about check-ins. Clocks are Shanghai time. */
export interface CheckPolicy {
  readonly draw: DrawRules;
  readonly ladders: Readonly<Record<'ordinary' | 'key', CheckLadder>>;
  readonly levels: Readonly<Record<DutyLevel, LevelChecks>>;
  /** When a shift of the whole day begins. */
  readonly shiftStart: string;
  /** Digits of a code: an unannounced check has one more than the set ones, which come every day. */
  readonly codeDigits: Readonly<Record<'set' | 'random', number>>;
  /** Unannounced check-ins of a unit are paused for so many hours at most. */
  readonly pauseHours: number;
  /** From this clock of a Sunday the coming week is drawn and sealed; before 20:00, so that the seal is read in time. */
  readonly sealClock: string;
  /** When those who rule hear of the night before, if anybody was asked in it. */
  readonly nightSummary: string;
}

/** Which minutes an unannounced check may fall on, and how often. */
export interface DrawRules {
  /** Checks that every unit is sure to get in a week's plan. */
  readonly perUnit: number;
  /** Chance in percent that a unit gets one more than it already has; asked again after each, up to `maxPerUnit`. */
  readonly againPercent: number;
  /** At most 4: beyond it the number of possible plans is no longer an exact integer. */
  readonly maxPerUnit: number;
  /** Distance to any hand-over of the unit. */
  readonly handoverMinutes: number;
  /** Distance of two unannounced checks of one unit. */
  readonly sameUnitMinutes: number;
  /** Distance to a set check-in of the unit, so that nobody has two codes open. */
  readonly setCheckMinutes: number;
  /** What is forbidden or suspended may not begin so soon after a check: the answer would fall into it. */
  readonly clearMinutes: number;
  /** The minute it ends at is outside; it may run over midnight. */
  readonly nightWindow: Hours;
  /** Whether the ordinary weekly check may come at night. Off: night checks are for key periods only (减负). */
  readonly weekAtNight: boolean;
  /** Share of the people on duty that are drawn in a night of a key period. */
  readonly nightSharePercent: number;
}

/** Minutes after the question was really sent. Copied into each check-in, so that a change does not move a running one. */
export interface CheckLadder {
  /** An answer up to and including this minute is on time. */
  readonly windowMin: number;
  readonly secondAskMin: number;
  readonly phoneListMin: number;
  readonly dutyLeaderMin: number;
  /** 备班; absent in check-ins that were filed without it. */
  readonly reserveMin?: number;
  readonly officeHeadMin: number;
  /** A question that did not get out for so long is void: it would reach somebody at a moment nobody drew. */
  readonly unsentMin: number;
  /** Before so many hours have passed nothing is put on record against somebody who has not been heard. */
  readonly explainHours: number;
}

export interface LevelChecks {
  /** Draws in a night for the whole office. */
  readonly checksPerNight: number;
  /** Clocks of the set check-ins beside the take-over. */
  readonly setClocks: readonly string[];
}

const terms = { unsentMin: 10, explainHours: 24 };

export const DEFAULT_CHECK_POLICY: CheckPolicy = {
  draw: {
    perUnit: 1,
    againPercent: 25,
    maxPerUnit: 3,
    handoverMinutes: 30,
    sameUnitMinutes: 120,
    setCheckMinutes: 30,
    clearMinutes: 10,
    nightWindow: '00:00-05:30',
    weekAtNight: false,
    nightSharePercent: 50,
  },
  ladders: {
    ordinary: {
      windowMin: 10,
      secondAskMin: 5,
      phoneListMin: 10,
      dutyLeaderMin: 15,
      reserveMin: 20,
      officeHeadMin: 30,
      ...terms,
    },
    key: {
      windowMin: 5,
      secondAskMin: 3,
      phoneListMin: 5,
      dutyLeaderMin: 10,
      reserveMin: 15,
      officeHeadMin: 20,
      ...terms,
    },
  },
  levels: {
    A: { checksPerNight: 2, setClocks: ['12:00', '18:00', '22:00'] },
    B: { checksPerNight: 1, setClocks: ['22:00'] },
    C: { checksPerNight: 0, setClocks: ['22:00'] },
    ordinary: { checksPerNight: 0, setClocks: ['22:00'] },
  },
  shiftStart: '08:30',
  codeDigits: { set: 2, random: 3 },
  sealClock: '18:00',
  nightSummary: '08:35',
  pauseHours: 12,
};
