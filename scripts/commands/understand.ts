import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { explain } from '../../bot/understand/explain.ts';
import { answerOf, type Ground, inputOf } from '../../bot/understand/jsonl.ts';

const clock = z.string().regex(/^\d\d:\d\d$/, 'a clock such as 17:30');
const monthDay = z.string().regex(/^\d\d-\d\d$/, 'a month and day such as 05-01');

/** One line of `--jsonl`. Unknown fields are left aside, so that a file of worked cases can be read as it is. */
const requestSchema = z.object({
  text: z.string(),
  ref: z.iso.datetime({ offset: true, error: 'an instant such as 2026-01-15T10:12:00+08:00' }),
  from: z.string().optional(),
  mentions: z.array(z.string()).optional(),
  quote: z.string().optional(),
  roster: z
    .object({
      people: z
        .array(z.object({ name: z.string(), unit: z.string().optional(), post: z.string().optional() }))
        .optional(),
      units: z.array(z.string()).optional(),
    })
    .optional(),
  open: z.array(z.string()).optional(),
  config: z
    .object({
      office: z.object({ start: clock, noonEnd: clock, noonStart: clock, end: clock }).optional(),
      dateOnlyDeadline: clock.optional(),
      keyPeriods: z
        .record(
          z.string(),
          z.union([
            z.object({ start: monthDay, end: monthDay }),
            z.object({ startDaysBeforeSpringFestival: z.int(), days: z.int().min(1) }),
          ]),
        )
        .optional(),
    })
    .optional(),
});

type Out = (line: string) => void;

/** `zhishou understand --jsonl`: one answer a line, in order; a line that cannot be read is answered with what is wrong. */
export async function understandLines(input: Readable, ground: Ground, out: Out): Promise<number> {
  let wrong = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const answer = answerLine(line, ground);
    if ('error' in answer) wrong += 1;
    out(JSON.stringify(answer));
  }
  return wrong === 0 ? 0 : 1;
}

function answerLine(line: string, ground: Ground): object {
  let written: unknown;
  try {
    written = JSON.parse(line);
  } catch {
    return { error: 'not JSON' };
  }
  const request = requestSchema.safeParse(written);
  if (!request.success)
    return { error: request.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') };
  return answerOf(request.data, ground);
}

export interface UnderstandOptions {
  readonly at?: string;
  readonly from?: string;
  readonly quote?: string;
  /** The bot is spoken to, as in a private chat. */
  readonly addressed: boolean;
}

/** `zhishou understand TEXT`: how a person's message is read, explained in Chinese. */
export function understandText(text: string, options: UnderstandOptions, now: Date, ground: Ground, out: Out): number {
  const ref = options.at ?? now.toISOString();
  if (Number.isNaN(Date.parse(ref))) {
    out(`--at：看不懂“${ref}”，请写成 2026-01-15T10:12:00+08:00`);
    return 2;
  }
  const { from, quote } = options;
  const input = inputOf({ text, ref, ...(from && { from }), ...(quote && { quote }) }, ground);
  for (const line of explain({ ...input, addressed: input.addressed || options.addressed })) out(line);
  return 0;
}
