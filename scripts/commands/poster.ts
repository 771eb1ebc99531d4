import { writeFile } from 'node:fs/promises';
import { officeThings, readOfficeFile } from '../../config/office-file.ts';
import type { Settings } from '../../config/settings.ts';
import { FIRST_POSTER_YEAR, LAST_POSTER_YEAR, yearPoster } from '../../domain/papers/year-poster.ts';
import { buildOffice } from '../../domain/people/build-office.ts';
import { OFFICE_FILE, problemText } from '../../domain/wording/office-file.ts';
import { posterWrittenText, posterYearText } from '../../domain/wording/year-poster.ts';
import { posterPicture } from '../../workers/render/year-poster-draw.ts';
import { type CheckIo, readText } from './check.ts';

export interface PosterIo extends Pick<CheckIo, 'out' | 'readFile' | 'officeFile'> {
  readonly settings: Settings;
  readonly now: Date;
}

/**
 * `zhishou poster [--year Y] FILE`: the key periods of a year as a PNG, from an office file; needs no Redis, and knows nothing
 * that was entered in the chat. The year is this one in Shanghai if left out. 0 if the picture was written, 1 for a faulty
 * office file or a place that cannot be written to, 2 for a year that is none.
 */
export async function poster(file: string, year: string | undefined, io: PosterIo): Promise<number> {
  const { out, officeFile, settings, now } = io;
  const { calendar, policy } = settings;
  const today = calendar.dayOf(now);
  const wanted = Number(year ?? today.slice(0, 4));
  if (!Number.isInteger(wanted) || wanted < FIRST_POSTER_YEAR || wanted > LAST_POSTER_YEAR) {
    out(posterYearText(FIRST_POSTER_YEAR, LAST_POSTER_YEAR));
    return 2;
  }
  const text = await readText(officeFile, io);
  const { office, problems } = text === undefined ? { office: undefined, problems: [] } : readOfficeFile(text);
  if (!office) {
    if (text === undefined) out(OFFICE_FILE.unreadable(officeFile));
    for (const problem of problems) out(problemText(officeFile, problem));
    return 1;
  }
  const terms = { calendar, policy, office: buildOffice(officeThings(office)), madeDay: today };
  const bytes = await posterPicture(yearPoster(wanted, terms));
  try {
    await writeFile(file, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    out(`写不进文件“${file}”，请换一个位置`);
    return 1;
  }
  out(posterWrittenText(wanted, calendar.isAnnounced(wanted), file));
  return 0;
}
