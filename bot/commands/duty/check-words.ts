import { type Decision, decide } from '../../../domain/decision.ts';
import type { CheckIn, Statement, Verdict } from '../../../domain/duty/checks/check-in.ts';
import { standInArrived } from '../../../domain/duty/checks/climb-check.ts';
import type { CheckOutcome } from '../../../domain/duty/checks/outcome.ts';
import { explainCheck, ruleCheck } from '../../../domain/duty/checks/rule-check.ts';
import { rolesOf } from '../../../domain/people/posts.ts';
import {
  CHECK_REFUSALS,
  explanationNotedText,
  RULE_HOW,
  ruledText,
  SCENE_NOTED,
  standInNotedText,
  VERDICTS,
  WHICH_UNIT,
} from '../../../domain/wording/checks.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { privately, refusedWith } from './check-reply.ts';
import { checkQuestions } from './checks-meant.ts';

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
        return ruled(context);
      default:
        return onScene(context, check);
    }
  },
});

/** Only whoever says that he is there mans the post; anything else is passed on to nobody and stays open. */
function onScene(context: CommandContext, check: CheckIn): Decision {
  const { message, text, question } = context;
  if (!THERE.test(message.text) || NOT_YET.test(message.text)) return refusedWith(context, SCENE_NOTED);
  const outcome = standInArrived(check, statement(context, message.text));
  return told(context, outcome, (stood) => standInNotedText(stood, text), [question!.id]);
}

function explained(context: CommandContext, check: CheckIn): Decision {
  const words = context.message.text.replace(/^\s*(?:情况)?说明[\s:：,，]*/, '').trim();
  if (!words) return refusedWith(context, CHECK_REFUSALS['not-heard']);
  const outcome = explainCheck(check, statement(context, words));
  return told(context, outcome, (noted) => explanationNotedText(noted, context.text), []);
}

/** 认定 石桥乡 记录在案: by a dispatcher or supervisor, on the one unit it names. */
async function ruled(context: CommandContext): Promise<Decision> {
  const { message, office, read, speaker, text } = context;
  const roles = rolesOf(speaker, read.calendar.dayOf(read.now));
  if (!roles.includes('dispatcher') && !roles.includes('supervisor')) return refusedWith(context, RULE_HOW);
  const said = message.text.replace(/^\s*认定[\s:：,，]*/, '');
  const verdicts = (Object.keys(VERDICTS) as Verdict[]).filter((one) => said.includes(VERDICTS[one]));
  if (verdicts.length !== 1) return refusedWith(context, RULE_HOW);

  const questions = await checkQuestions(context, 'rule');
  const checks = await read.things<CheckIn>(questions.map(({ matter }) => matter));
  const isNamed = ({ unit }: CheckIn) => {
    const known = office.units.get(unit);
    return known !== undefined && [known.name, ...known.aliases].some((name) => said.includes(name));
  };
  const named = checks.filter((check) => isNamed(check) && check.state !== 'ruled');
  const [check] = named.length > 0 ? named : checks.filter(isNamed);
  if (!check || named.length > 1) return refusedWith(context, named.length > 1 ? WHICH_UNIT : RULE_HOW);

  const words = said.slice(said.indexOf(VERDICTS[verdicts[0]!]) + VERDICTS[verdicts[0]!].length);
  const ruling = { ...statement(context, words.replace(/^[\s,，。:：]+/, '').trim()), verdict: verdicts[0]! };
  return told(context, ruleCheck(check, ruling), (done) => ruledText(done, text), []);
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
