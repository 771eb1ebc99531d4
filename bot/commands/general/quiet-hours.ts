import { decide } from '../../../domain/decision.ts';
import { quietTrouble, withQuietHours } from '../../../domain/people/quiet-hours.ts';
import {
  NO_QUIET,
  QUIET_OFF,
  QUIET_SAME,
  quietHowText,
  quietSetText,
  quietTooLongText,
} from '../../../domain/wording/quiet-hours.ts';
import { answer, defineCommand, reply } from '../command.ts';

/** 免打扰 22:00-07:00: narrows, for one person, when reminders may come. What may not wait still comes, and the answer says so. */
export default defineCommand({
  intent: 'quiet_hours',
  right: 'quiet-hours',
  examples: ['免打扰 22:00-07:00', '免打扰22点到7点', '晚上十点到早上七点免打扰', '取消免打扰', '免打扰'],

  async handle(context) {
    const { meaning, speaker, read } = context;
    if (meaning.approve === false) {
      if (!speaker.quiet) return reply(context, NO_QUIET);
      return decide({ save: [withQuietHours(speaker, undefined)], say: [answer(context, QUIET_OFF)] });
    }
    if (!meaning.hours) return reply(context, quietHowText(speaker.quiet, meaning.text !== undefined));

    const [from, to] = meaning.hours;
    const { L2, L3, L4 } = read.policy.windows;
    const trouble = quietTrouble({ from, to }, [L2, L3, L4]);
    if (trouble === 'same') return reply(context, QUIET_SAME);
    if (trouble === 'too-long') return reply(context, quietTooLongText(L3));
    return decide({
      save: [withQuietHours(speaker, { from, to })],
      say: [answer(context, quietSetText({ from, to }))],
    });
  },
});
