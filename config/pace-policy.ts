import { z } from 'zod';
import { PACE_DEFAULTS } from '../domain/outbox/pace-policy.ts';

const seconds = (value: number) => z.number().min(0).max(3_600).default(value);
const most = (value: number) => z.number().int().min(1).default(value);
const defaults = PACE_DEFAULTS;

/** How fast an account of WeChat speaks; the local chat has no limits. */
export const pacePolicySchema = z
  .object({
    gapSeconds: seconds(defaults.gapSeconds).describe('Seconds between two messages of a WeChat account'),
    jitterSeconds: seconds(defaults.jitterSeconds).describe('Up to so many seconds more, at random'),
    perMinute: most(defaults.perMinute).describe('Messages of the account in a minute'),
    perHour: most(defaults.perHour).describe('Messages in an hour after which reminders wait; what cannot wait goes'),
    perDay: most(defaults.perDay).describe('The same for 24 hours'),
    roomGapSeconds: seconds(defaults.roomGapSeconds).describe('Seconds between two messages in one room'),
    fileGapSeconds: seconds(defaults.fileGapSeconds).describe('Seconds between two files or pictures'),
    newPercents: z
      .array(z.number().int().min(1).max(100))
      .max(30)
      .default([...defaults.newPercents])
      .describe(
        'Percent of the rate on the first, second … 24 hours after an account was logged in with a code; what is urgent and answers keep the full rate',
      ),
    pauseMinutes: z
      .array(z.number().int().min(1))
      .min(1)
      .default([...defaults.pauseMinutes])
      .describe('Minutes of silence each time WeChat says 操作过于频繁; a day without it begins anew'),
  })
  .prefault({});
