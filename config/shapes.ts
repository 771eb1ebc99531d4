import { z } from 'zod';

/** A clock of the day in Shanghai, `24:00` included. */
export const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'a clock such as 08:30');

/** A rung of a ladder: when, and the name of the step; `example` tells people what one looks like. */
export function rungText(example: string) {
  return z.string().regex(/^\S+( \d\d:\d\d)? [a-z-]+$/, `a rung such as ${example}`);
}
