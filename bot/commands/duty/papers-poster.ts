import { type Decision, decide } from '../../../domain/decision.ts';
import { type Paper, paperId } from '../../../domain/papers/paper.ts';
import { FIRST_POSTER_YEAR, LAST_POSTER_YEAR } from '../../../domain/papers/year-poster.ts';
import { posterYearText } from '../../../domain/wording/year-poster.ts';
import { type CommandContext, reply } from '../command.ts';
import { assertMay } from '../rights.ts';

/** 2027年重点时段图: nothing on it is anybody's own, so it is sent to where it was asked for. Without a year it is this one's. */
export function askPoster(context: CommandContext): Decision {
  const { meaning, message, speaker, read, conversation } = context;
  assertMay(context, 'see-duty');

  const year = meaning.year ?? Number(read.calendar.dayOf(read.now).slice(0, 4));
  if (year < FIRST_POSTER_YEAR || year > LAST_POSTER_YEAR)
    return reply(context, posterYearText(FIRST_POSTER_YEAR, LAST_POSTER_YEAR));
  const paper: Paper = {
    ...{ id: paperId(message.id), type: 'paper', kind: 'year-poster', units: [], year },
    ...{ by: speaker.id, conversation, phones: false, askedAt: read.now },
  };
  return decide({ save: [paper] });
}
