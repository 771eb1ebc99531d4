/** 重点时段 of level A ask the most of duty, C only for attention. */
export type PeriodLevel = 'A' | 'B' | 'C';

/** What the office itself is reminded of for a period, counted from its first and from its last day. */
export interface PeriodLadder {
  /** Rungs such as `-7d 09:00 inspect`; one that falls on a day off moves to the working day before. */
  readonly lead: readonly string[];
  /** Rungs such as `+1d 09:00 summary`; one that falls on a day off moves to the next working day. */
  readonly close: readonly string[];
  /** What units report every week until Friday noon, while the period runs. */
  readonly weekly: 'ledger' | 'progress' | 'none';
}

/** How units are asked for what is collected every week; all periods that collect make one asking. */
export interface WeeklyTerms {
  /** Clock in Shanghai on the working day before it is due. */
  readonly ask: string;
  /** Clock on Friday, or on the last working day before it. */
  readonly due: string;
  /** Sets, units and class words; each unit answers once. */
  readonly to: readonly string[];
  /** Rungs counted from the deadline, for units that have not answered. */
  readonly remind: readonly string[];
}

/** Everything an office may set about key periods. */
export interface PeriodPolicy {
  /** Where the flood season is taken from; `country` is what texts mean by 汛期 where nothing is set. */
  readonly floodRegion: FloodRegion;
  readonly forestRegion: ForestRegion;
  readonly iceRegion: IceRegion;
  /** Ids of the catalogue that this office does not observe. */
  readonly off: readonly string[];
  /** Another level than the catalogue's, by id. */
  readonly levels: Readonly<Partial<Record<string, PeriodLevel>>>;
  readonly ladders: Readonly<Record<PeriodLevel, PeriodLadder>>;
  readonly weekly: WeeklyTerms;
}

export const FLOOD_REGIONS = ['country', 'south', 'north'] as const;
export type FloodRegion = (typeof FLOOD_REGIONS)[number];
export const FOREST_REGIONS = ['none', 'southwest', 'northeast', 'south'] as const;
export type ForestRegion = (typeof FOREST_REGIONS)[number];
export const ICE_REGIONS = ['none', 'yellow-river', 'songliao'] as const;
export type IceRegion = (typeof ICE_REGIONS)[number];

/** What an office is reminded of before, during and after a period; the words stand in `wording/periods.ts`. */
export const LEAD_STEPS = ['plan', 'inspect', 'roster', 'rally', 'notify', 'prompt'] as const;
export const CLOSE_STEPS = ['summary', 'file'] as const;
export type LeadStep = (typeof LEAD_STEPS)[number];
export type CloseStep = (typeof CLOSE_STEPS)[number];

/** The values of an office that has set nothing. */
export const PERIOD_DEFAULTS: PeriodPolicy = {
  floodRegion: 'country',
  forestRegion: 'none',
  iceRegion: 'none',
  off: [],
  levels: {},
  ladders: {
    A: {
      lead: ['-15d 09:00 plan', '-7d 09:00 inspect', '-3d 09:00 roster', '-1d 16:00 rally'],
      close: ['+1d 09:00 summary', '+3d 09:00 file'],
      weekly: 'ledger',
    },
    B: {
      lead: ['-7d 09:00 inspect', '-2d 09:00 roster', '-1d 16:00 notify'],
      close: ['+1d 09:00 summary'],
      weekly: 'none',
    },
    C: { lead: ['-7d 09:00 prompt', '-1d 09:00 notify'], close: ['+3d 09:00 summary'], weekly: 'progress' },
  },
  weekly: { ask: '15:00', due: '12:00', to: ['各乡镇', '各园区', '各部门'], remind: ['-1h remind'] },
};
