import { dutyTermsOn } from '../../../domain/periods/duty-terms.ts';
import { periodsListed } from '../../../domain/periods/listed.ts';
import { periodsText } from '../../../domain/wording/periods-list.ts';
import { defineCommand, reply } from '../command.ts';

/** 重点时段: which run today or on the day asked about, what that asks of duty, and which come next. */
export default defineCommand({
  intent: 'periods',
  right: 'see-duty',
  examples: ['重点时段', '现在是什么时段', '明天起有哪些时段', '2月10日是什么重点时段'],

  async handle(context) {
    const { meaning, read, text } = context;
    const day = meaning.date ?? read.calendar.dayOf(read.now);
    const listed = await periodsListed(day, read);
    const terms = await dutyTermsOn(day, read);
    return reply(context, periodsText({ day, ...listed, terms }, read.policy.checks, text));
  },
});
