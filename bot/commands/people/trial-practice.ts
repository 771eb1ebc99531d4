import { type Decision, decide } from '../../../domain/decision.ts';
import type { Practice } from '../../../domain/people/trial.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { NOT_UNDERSTOOD } from '../../../domain/wording/general.ts';
import { practiceDoneText } from '../../../domain/wording/trial.ts';
import { answer, type Command, type CommandContext, defineCommand, reply } from '../command.ts';
import zeroReport from '../duty/zero-report.ts';
import acknowledge from '../tasks/acknowledge.ts';
import { reportedElsewhere } from '../tasks/elsewhere.ts';
import { complete, progress } from '../tasks/report.ts';

/** Any sentence after 第一次练习 LX01: it is over, and nothing of it is kept. */
const anySentence = defineCommand({ intent: 'unknown', matter: 'practice', examples: [], handle: done });

/** 收到, 已完成 and 平安 are real where anything real waits for them; what would come to nothing is practice. */
const otherwise = [acknowledge, progress, complete, reportedElsewhere, zeroReport].map(
  (real): Command =>
    defineCommand({
      intent: real.intent,
      matter: 'practice',
      examples: [],

      async handle(context) {
        const { question: _, ...plain } = context;
        try {
          const decision = await real.handle(plain);
          return isNothing(decision) ? done(context) : decision;
        } catch (error) {
          if (error instanceof Refusal) return done(context);
          throw error;
        }
      },
    }),
);

export const practices: readonly Command[] = [anySentence, ...otherwise];

/** It only says why nothing was done. */
function isNothing({ save, drop, ask, nudge }: Decision): boolean {
  return save.length + drop.length + ask.length + nudge.length === 0;
}

async function done(context: CommandContext): Promise<Decision> {
  const { question, read } = context;
  const practice = question && (await read.thing<Practice>(question.matter));
  if (!practice) return reply(context, NOT_UNDERSTOOD);
  return decide({ drop: [practice.id, question.id], say: [answer(context, practiceDoneText(practice))] });
}
