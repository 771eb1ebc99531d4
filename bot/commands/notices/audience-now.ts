import { shiftsAround } from '../../../domain/duty/collections.ts';
import { whoIsOnDuty } from '../../../domain/duty/who.ts';
import { type Addressees, type Audience, audienceOf } from '../../../domain/notices/audience.ts';
import { postSaid } from '../../../domain/notices/post-said.ts';
import type { CommandContext } from '../command.ts';

/** Whom the author means at this moment; the rosters are only read where somebody on duty is meant. */
export async function audienceNow(said: Addressees, { office, read }: CommandContext): Promise<Audience> {
  const { calendar, now } = read;
  const words = said.groups?.flatMap(({ posts }) => posts) ?? said.people;
  const isDuty = words.some((word) => postSaid(word).sort === 'on-duty');
  const shifts = isDuty ? await shiftsAround(now, read) : [];
  return audienceOf(said, office, calendar.dayOf(now), (unit, layer) => {
    const posts = whoIsOnDuty(shifts, { unit, layer, at: now });
    const there = posts.filter(({ kind }) => kind === 'on-post' || kind === 'staying-on');
    return [...new Set((there.length > 0 ? there : posts).flatMap(({ people }) => people))];
  });
}
