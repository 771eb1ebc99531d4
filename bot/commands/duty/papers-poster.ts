import { type Decision, decide } from '../../../domain/decision.ts';
import { type Paper, paperId } from '../../../domain/papers/paper.ts';
import { FIRST_POSTER_YEAR, LAST_POSTER_YEAR } from '../../../domain/papers/year-poster.ts';
import { may } from '../../../domain/people/rights.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { posterYearText } from '../../../domain/wording/year-poster.ts';
import { type CommandContext, reply } from '../command.ts';

/** 2027年重点时段图: nothing on it is anybody's own, so it is sent to where it was asked for. Without a year it is this one's. */
export function askPoster(context: CommandContext): Decision {
  const { meaning, message, speaker, room, office, read, conversation } = context;
  const today = read.calendar.dayOf(read.now);
  const verdict = may({ person: speaker, right: 'see-duty', office, day: today, ...(room && { room }) });
  if (!verdict.allowed) throw new Refusal(verdict.refusal, { who: verdict.who ?? '' });

  const year = meaning.year ?? Number(today.slice(0, 4));
  if (year < FIRST_POSTER_YEAR || year > LAST_POSTER_YEAR)
    return reply(context, posterYearText(FIRST_POSTER_YEAR, LAST_POSTER_YEAR));
  const paper: Paper = {
    ...{ id: paperId(message.id), type: 'paper', kind: 'year-poster', units: [], year },
    ...{ by: speaker.id, conversation, phones: false, askedAt: read.now },
  };
  return decide({ save: [paper] });
}
