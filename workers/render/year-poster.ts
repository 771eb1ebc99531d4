import { yearPoster } from '../../domain/papers/year-poster.ts';
import { posterFileName, posterSentText } from '../../domain/wording/year-poster.ts';
import type { Renderer } from './renderer.ts';

/** 重点时段图 of a civil year, as a picture to be hung up. */
export const yearPosterPaper: Renderer = {
  kind: 'year-poster',

  async draw({ year, askedAt }, { read }) {
    const office = await read.office();
    const { calendar, policy } = read;
    const poster = yearPoster(year!, { calendar, policy, office, madeDay: calendar.dayOf(askedAt) });
    return { name: posterFileName(year!), text: posterSentText(year!, calendar.isAnnounced(year!)), poster };
  },
};
