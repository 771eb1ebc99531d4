import { type CheckIn, isAsking } from '../../../domain/duty/checks/check-in.ts';
import { checksOn } from '../../../domain/duty/collections.ts';
import { unitsNamed } from '../../../domain/people/find-units.ts';
import { type Question, questionsOf } from '../../../domain/question.ts';
import type { ThingId } from '../../../domain/thing.ts';
import type { CommandContext } from '../command.ts';

/** Check-ins of the last two days that have been asked, the latest first: what people may still speak of without a number. */
export async function recentChecks({ read }: CommandContext): Promise<CheckIn[]> {
  const today = read.calendar.dayOf(read.now);
  const days = [today, read.calendar.addDays(today, -1)];
  const found = (await Promise.all(days.map((day) => read.members<CheckIn>(checksOn(day))))).flat();
  return found
    .filter(({ askAt }) => askAt <= read.now)
    .sort((one, other) => other.askAt.getTime() - one.askAt.getTime() || (one.id < other.id ? -1 : 1));
}

/** Still wants an answer of the person asked; also one of which only the note that it went out is missing. */
export function isWaiting(check: CheckIn): boolean {
  return check.state === 'planned' || (isAsking(check) && !check.answeredAt);
}

/** The bot's open questions to the speaker about check-ins, of one sort; the latest first. */
export async function checkQuestions({ read, speaker }: CommandContext, about: string): Promise<Question[]> {
  const all = await read.members<Question>(questionsOf(speaker.id));
  return all
    .filter((one) => one.about === about && one.matter.startsWith('check.') && one.expiresAt > read.now)
    .sort((one, other) => other.askedAt.getTime() - one.askedAt.getTime());
}

/** The unit that somebody named, by any of its names; undefined where it is none or not clear. */
export function unitMeant({ meaning, office }: CommandContext, words = meaning.unit): ThingId | undefined {
  const found = words ? unitsNamed(office, words) : [];
  return found.length === 1 ? found[0]!.id : undefined;
}
