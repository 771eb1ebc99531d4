import { type Decision, decide } from '../../../domain/decision.ts';
import type { CheckIn, Statement } from '../../../domain/duty/checks/check-in.ts';
import { standInArrived } from '../../../domain/duty/checks/climb-check.ts';
import { manPost, relievedMeanwhile } from '../../../domain/duty/checks/man-post.ts';
import type { CheckOutcome } from '../../../domain/duty/checks/outcome.ts';
import { shiftsNear } from '../../../domain/duty/near.ts';
import { may } from '../../../domain/people/rights.ts';
import {
  CHECK_REFUSALS,
  postTakenText,
  RULE_HOW,
  SCENE_NOTED,
  standInNotedText,
} from '../../../domain/wording/checks.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { privately, refusedWith } from './check-reply.ts';
import { tellSettled } from './check-settled.ts';
import { explained, ruled } from './rule-check.ts';

/** Somebody says of himself that he is at the post; 在路上 and 马上到 are not that. */
const THERE = /我?(?:已经?|刚)?(?:到了?|在)(?:了)?(?:值班室|岗|位|单位|现场)|到岗|顶(?:着|上|岗|班)|替班/;
const NOT_YET =
  /(?:还没|没有?|未|不)(?:能|在|到)|在路上|路上|马上|正赶|赶(?:往|过去|去)|(?:分钟|小时)(?:后|内)?到|才能|准备/;

/** Free words about a check-in: how things stand at the post, an explanation (说明 …), a ruling (认定 …). */
export const checkWords = defineCommand({
  intent: 'unknown',
  matter: 'check',
  examples: [],

  async handle(context) {
    const check = context.question && (await context.read.thing<CheckIn>(context.question.matter));
    if (!check) return refusedWith(context, CHECK_REFUSALS['not-asked']);
    switch (context.question!.about) {
      case 'explain':
        return explained(context, check);
      case 'rule':
        return ruledByRight(context);
      default:
        return onScene(context, check);
    }
  },
});

/** Only whoever says that he is there mans the post; anything else is passed on to nobody and stays open. */
async function onScene(context: CommandContext, check: CheckIn): Promise<Decision> {
  const { message, text, question, speaker, read } = context;
  if (!THERE.test(message.text) || NOT_YET.test(message.text)) return refusedWith(context, SCENE_NOTED);
  const shifts = await shiftsNear(check.unit, message.sentAt, read);
  const relieved = relievedMeanwhile(check, message.sentAt, shifts);
  if (relieved) return told(context, { ok: true, check: relieved }, (one) => postTakenText(one, text), [question!.id]);
  const outcome = standInArrived(check, statement(context, message.text));
  const noted = told(context, outcome, (stood) => standInNotedText(stood, text), [question!.id]);
  if (!outcome.ok) return noted;
  const settled = await tellSettled(context, check, outcome.check);
  return {
    ...noted,
    save: [...noted.save, ...manPost(check, speaker.id, message.sentAt, shifts)],
    say: [...noted.say, ...settled.say],
    drop: [...noted.drop, ...settled.drop],
  };
}

/** The same words without the space that sets them apart. */
async function ruledByRight(context: CommandContext): Promise<Decision> {
  const { speaker, office, read } = context;
  const allowed = may({ person: speaker, right: 'rule-check', office, day: read.calendar.dayOf(read.now) }).allowed;
  return allowed ? ruled(context) : refusedWith(context, RULE_HOW);
}

function statement({ speaker, message }: CommandContext, words: string): Statement {
  return { by: speaker.id, at: message.sentAt, words };
}

function told(
  context: CommandContext,
  outcome: CheckOutcome,
  text: (check: CheckIn) => string,
  drop: readonly string[],
): Decision {
  if (!outcome.ok) return refusedWith(context, CHECK_REFUSALS[outcome.reason]);
  return decide({ save: [outcome.check], say: [privately(context, text(outcome.check))], drop });
}
