import { z } from 'zod';
import { MEETING_DEFAULTS } from '../domain/meetings/policy.ts';
import { clock } from './shapes.ts';

const { standardWorkdays, progressDay, progressClock, mostChars, fileHours } = MEETING_DEFAULTS;

/** What meetings decide: lists read from speeches and plans, and their ledger. */
export const meetingPolicySchema = z
  .object({
    standardWorkdays: z
      .number()
      .int()
      .min(1)
      .default(standardWorkdays)
      .describe('Working days after the meeting that 默认 gives a task'),
    progressDay: z
      .number()
      .int()
      .min(1)
      .max(31)
      .default(progressDay)
      .describe('Day of the month on which progress of 会议部署 is asked for; on a day off, the next working day'),
    progressClock: clock.default(progressClock).describe('At what time of that day'),
    mostChars: z.number().int().min(1000).default(mostChars).describe('Longest speech that is read, in characters'),
    fileHours: z
      .number()
      .int()
      .min(1)
      .default(fileHours)
      .describe('Hours in which a file sent in private may still be turned into a list by quoting it'),
  })
  .prefault({});
