import { z } from 'zod';
import { CATALOGUE } from '../domain/periods/catalogue/index.ts';
import {
  CLOSE_STEPS,
  FLOOD_REGIONS,
  FOREST_REGIONS,
  ICE_REGIONS,
  LEAD_STEPS,
  PERIOD_DEFAULTS,
  type PeriodLadder,
} from '../domain/periods/policy.ts';
import { seasonsOf } from '../domain/periods/seasons.ts';
import type { Policy } from '../domain/policy.ts';
import { clock, rungText } from './shapes.ts';

/** `-7d 09:00 inspect`: days, a clock of the office's hours, and what is to be done. */
function rung(sign: '-' | '\\+', steps: readonly string[], example: string) {
  return z.string().regex(new RegExp(`^${sign}\\d{1,2}d ([01]\\d|2[0-3]):[0-5]\\d (${steps.join('|')})$`), example);
}

const lead = rung('-', LEAD_STEPS, 'a rung such as "-7d 09:00 inspect"');
const close = rung('\\+', CLOSE_STEPS, 'a rung such as "+1d 09:00 summary"');

function ladder(values: PeriodLadder, words: string) {
  return z
    .object({
      lead: z
        .array(lead)
        .default([...values.lead])
        .describe(`${words}: counted from the first day; on a day off, the working day before`),
      close: z
        .array(close)
        .default([...values.close])
        .describe(`${words}: counted from the last day; on a day off, the next working day`),
      weekly: z
        .enum(['ledger', 'progress', 'none'])
        .default(values.weekly)
        .describe(`${words}: what units report every week until Friday; nothing in seasons of many months`),
    })
    .prefault({});
}

const { ladders, weekly } = PERIOD_DEFAULTS;
const level = z.enum(['A', 'B', 'C']);
const id = z.enum(CATALOGUE.map((entry) => entry.id) as [string, ...string[]]);

/** Key periods. */
export const keyPeriodSchema = z
  .object({
    floodRegion: z
      .enum(FLOOD_REGIONS)
      .default(PERIOD_DEFAULTS.floodRegion)
      .describe('Where 汛期 and 主汛期 are taken from; `periods` goes before it'),
    forestRegion: z
      .enum(FOREST_REGIONS)
      .default(PERIOD_DEFAULTS.forestRegion)
      .describe('Where 森林防火期 is taken from; with `none` there is one only if `periods` sets it'),
    iceRegion: z.enum(ICE_REGIONS).default(PERIOD_DEFAULTS.iceRegion).describe('The same for 凌汛期'),
    off: z.array(id).default([]).describe('Ids of key periods that this office does not observe'),
    levels: z.partialRecord(id, level).default({}).describe('Another level than the usual one, by id'),
    ladders: z
      .object({
        A: ladder(ladders.A, 'Level A'),
        B: ladder(ladders.B, 'Level B'),
        C: ladder(ladders.C, 'Level C'),
      })
      .prefault({}),
    weekly: z
      .object({
        ask: clock
          .default(weekly.ask)
          .describe('When units are asked for what is collected every week: on the working day before it is due'),
        due: clock.default(weekly.due).describe('Until when they answer, on Friday or the last working day before it'),
        to: z
          .array(z.string().min(1))
          .min(1)
          .default([...weekly.to])
          .describe('Who is asked: sets, units, 各乡镇, 各园区, 各部门; units on trial are not'),
        remind: z
          .array(rungText('"-1h remind"'))
          .default([...weekly.remind])
          .describe('When units that have not answered are reminded, counted from the deadline'),
      })
      .prefault({}),
  })
  .prefault({});

/** Seasons that follow from the region stand beside those the office has set by itself, which go before them. */
export function withSeasons(policy: Policy): Policy {
  return { ...policy, periods: { ...seasonsOf(policy.keyPeriods), ...policy.periods } };
}
