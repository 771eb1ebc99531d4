import { z } from 'zod';
import { NOTICE_DEFAULTS } from '../domain/notices/policy.ts';

const rungs = (values: readonly string[], words: string) =>
  z
    .array(
      z
        .string()
        .regex(/^\+\d{1,3}(?:min|h|wh|d|wd)(?: \d\d:\d\d)? (?:remind|unanswered)$/, 'a rung such as "+1h remind"'),
    )
    .default([...values])
    .describe(words);

const { ladder, urgentLadder } = NOTICE_DEFAULTS;

/** Notices, warnings and calls. */
export const noticePolicySchema = z
  .object({
    ladder: z
      .object({
        remind: rungs(
          ladder.remind,
          'When somebody who has not answered is asked again, counted from when they were told',
        ),
        list: rungs(ladder.list, 'When the author hears who has not answered, counted from sending'),
      })
      .prefault({}),
    urgentLadder: z
      .object({
        remind: rungs(urgentLadder.remind, 'The same for 叫应 and for red and orange warnings, at any hour'),
        list: rungs(urgentLadder.list, 'The list for the telephone'),
      })
      .prefault({}),
  })
  .prefault({});
