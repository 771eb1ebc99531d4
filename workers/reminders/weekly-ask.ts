import { type Decision, decide, merge } from '../../domain/decision.ts';
import type { Message } from '../../domain/message.ts';
import { handOut } from '../../domain/notices/send-notice.ts';
import { PERIODS, type Period } from '../../domain/periods/period.ts';
import { collectsIn, weekOf } from '../../domain/periods/weekly/week.ts';
import { dueAtOf, type WeeklyAsk } from '../../domain/periods/weekly/weekly-ask.ts';
import { weeklyAudience, weeklyFields, weeklyNotice } from '../../domain/periods/weekly/weekly-notice.ts';
import type { ThingId } from '../../domain/thing.ts';
import { weeklyMissedText, weeklyText, weeklyWithoutText } from '../../domain/wording/weekly.ts';
import { defineReminder, type ReminderContext } from '../reminder.ts';
import { kitPeople } from './kit-people.ts';

/** Later than this before the deadline nobody is asked any more: nobody could answer in time. */
const LEAST_MINUTES = 60;

/**
 * Asks every unit once for what is collected in a week, by a notice in the name of the first dispatcher, who hears the answers
 * when they are due. Which periods collect is looked up now: one that was moved or taken back asks for nothing.
 */
export const weeklyAsk = defineReminder<WeeklyAsk>({
  thing: 'weekly-ask',
  step: 'ask',

  async fire(filed, context) {
    const { read, now, text } = context;
    const done: WeeklyAsk = { ...filed, doneAt: now };
    const week = weekOf(filed.friday, read.calendar) ?? filed;
    const periods = (await read.members<Period>(PERIODS)).filter((period) => collectsIn(period, week));
    const [author] = kitPeople(context).people;
    if (periods.length === 0 || !author) return decide({ save: [done] });

    const fields = weeklyFields(periods);
    const dueAt = dueAtOf({ ...filed, ...week }, read.calendar);
    if (now.getTime() > dueAt.getTime() - LEAST_MINUTES * 60_000) {
      const say = toAuthor(filed, author.id, weeklyMissedText(fields, dueAt, text));
      return decide({ save: [done], say: [say] });
    }
    return ask(done, { author: author.id, fields, dueAt, text: weeklyText(periods, fields, dueAt, text) }, context);
  },
});

async function ask(
  done: WeeklyAsk,
  said: { author: ThingId; fields: ReturnType<typeof weeklyFields>; dueAt: Date; text: string },
  { read, now, text, office }: ReminderContext,
): Promise<Decision> {
  const day = read.calendar.dayOf(now);
  const { departments } = read.policy.kits;
  const audience = weeklyAudience(done.terms, said.author, { office, day, departments });
  if (audience.people.length === 0) return decide({ save: [done] });
  const no = await read.nextNumber('N');
  const terms = { office, day, policy: read.policy.notices, now };
  const notice = weeklyNotice({ no, terms: done.terms, ...said }, audience, terms);
  const isShort = audience.without.length + audience.unknown.length > 0;
  const own = decide({
    save: [{ ...done, notice: notice.id } as WeeklyAsk],
    say: isShort ? [toAuthor(done, said.author, weeklyWithoutText(no, audience, text))] : [],
  });
  return merge([own, handOut(notice, now, text, read)]);
}

function toAuthor({ id }: WeeklyAsk, author: ThingId, text: string): Message {
  return { to: author, class: 'L3', text, once: `${id}.author.${author}` };
}
