import { may } from '../../../domain/people/rights.ts';
import { helpText } from '../../../domain/wording/general.ts';
import { defineCommand, reply } from '../command.ts';

export default defineCommand({
  intent: 'help',
  examples: ['帮助', '你都能干些什么'],

  async handle(context) {
    const { speaker, office, read } = context;
    const request = { person: speaker, right: 'give-order', office, day: read.calendar.dayOf(read.now) } as const;
    return reply(context, helpText(may(request).allowed));
  },
});
