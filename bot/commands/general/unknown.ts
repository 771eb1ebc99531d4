import { NOT_UNDERSTOOD } from '../../../domain/wording/general.ts';
import { defineCommand, reply } from '../command.ts';

/** Said to the bot and not understood: one line with the nearest ways to say it. */
export default defineCommand({
  intent: 'unknown',
  examples: [],
  handle: async (context) => reply(context, NOT_UNDERSTOOD),
});
