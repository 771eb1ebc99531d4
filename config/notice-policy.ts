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

const feedbackRungs = (values: readonly string[], words: string) =>
  z
    .array(z.string().regex(/^[+-]\d{1,4}(?:min|h) remind$/, 'a rung such as "-30min remind"'))
    .default([...values])
    .describe(words);

const { ladder, urgentLadder, feedback } = NOTICE_DEFAULTS;

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
        list: rungs(
          urgentLadder.list,
          'The list for the telephone; at the first of them the other of an A and B pair is asked too',
        ),
      })
      .prefault({}),
    approvalMinutes: z
      .number()
      .int()
      .min(1)
      .default(NOTICE_DEFAULTS.approvalMinutes)
      .describe("Minutes a leader's 同意 to @所有人 is waited for before the author hears that there is none yet"),
    feedback: z
      .object({
        remind: feedbackRungs(
          feedback.remind,
          'When units that have not given the figures a notice asks for are reminded, counted from when they are due',
        ),
        urgentRemind: feedbackRungs(feedback.urgentRemind, 'The same for 叫应 and for red and orange warnings'),
      })
      .prefault({}),
  })
  .prefault({});
