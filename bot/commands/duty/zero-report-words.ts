import { NOT_A_REPORT } from '../../../domain/wording/zero-reports.ts';
import { defineCommand } from '../command.ts';
import { refusedWith } from './check-reply.ts';

/** Said after the question of the day, and nobody can tell whether it is the report: the person is told how to give it. */
export default defineCommand({
  intent: 'unknown',
  matter: 'zero-report',
  examples: [],
  handle: async (context) => refusedWith(context, NOT_A_REPORT),
});
