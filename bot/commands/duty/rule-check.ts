import { type Decision, decide } from '../../../domain/decision.ts';
import type { CheckIn, Statement, Verdict } from '../../../domain/duty/checks/check-in.ts';
import { explainCheck, ruleCheck } from '../../../domain/duty/checks/rule-check.ts';
import { checksOn } from '../../../domain/duty/collections.ts';
import { checkJudges } from '../../../domain/duty/duty-people.ts';
import type { Message } from '../../../domain/message.ts';
import { reachable } from '../../../domain/people/reach.ts';
import type { Day, ThingId } from '../../../domain/thing.ts';
import {
  CHECK_REFUSALS,
  checkChoice,
  explanationNotedText,
  explanationToldText,
  NOTHING_TO_EXPLAIN,
  NOTHING_TO_RULE,
  RULE_HOW,
  ruledText,
  VERDICTS,
  WHICH_CHECK,
} from '../../../domain/wording/checks.ts';
import { type CommandContext, defineCommand, WhichOne } from '../command.ts';
import { privately, refusedWith } from './check-reply.ts';
import { unitMeant } from './checks-meant.ts';
import type { ChosenMeaning } from './swap-choices.ts';

/** So many days back a check-in may still be ruled on or explained. */
const DAYS_BACK = 7;
const SETTLED: ReadonlySet<CheckIn['state']> = new Set(['planned', 'void', 'on-time', 'verified']);
const MOST_CHOICES = 8;

/** 认定 石桥乡 记录在案 原因: by a dispatcher or supervisor, on the one check-in that is meant. The person concerned reads it too. */
const ruling = defineCommand({
  intent: 'rule_check',
  right: 'rule-check',
  examples: ['认定 石桥乡 正常', '认定 石桥乡 记录在案 手机没电，未报备'],
  handle: ruled,
});

/** 说明 手机没电了: by whoever was asked, once more in time for the ruling. */
const explaining = defineCommand({
  intent: 'explain_check',
  right: 'do-duty',
  examples: ['说明 手机没电了，人在岗'],

  async handle(context) {
    const own = (await checksBack(context)).filter(({ person }) => person === context.speaker.id);
    const [check] = [...own.filter(({ state }) => state !== 'ruled' && !SETTLED.has(state)), ...own];
    return check ? explained(context, check) : refusedWith(context, NOTHING_TO_EXPLAIN);
  },
});

export const ruleChecks = [ruling, explaining];

export async function ruled(context: CommandContext): Promise<Decision> {
  const { message, text, office } = context;
  const said = message.text.replace(/^\s*认定[\s:：,，]*/, '');
  const verdicts = (Object.keys(VERDICTS) as Verdict[]).filter((one) => said.includes(VERDICTS[one]));
  const unit = unitMeant(context) ?? unitIn(said, context);
  const [verdict] = verdicts;
  if (verdicts.length !== 1 || !verdict || !unit) return refusedWith(context, RULE_HOW);

  const check = await checkToRule(context, unit);
  if (!check) return refusedWith(context, NOTHING_TO_RULE);
  const words = said.slice(said.indexOf(VERDICTS[verdict]) + VERDICTS[verdict].length).replace(/^[\s,，。:：]+/, '');
  const outcome = ruleCheck(check, { ...statement(context, words.trim()), verdict });
  if (!outcome.ok) return refusedWith(context, CHECK_REFUSALS[outcome.reason]);

  const told = ruledText(outcome.check, text);
  const person = reachable(office, [check.person]).filter(({ id }) => id !== context.speaker.id);
  return decide({
    save: [outcome.check],
    say: [
      privately(context, told),
      ...person.map(({ id }) => notice(id, 'D', told, `${check.id}.ruled.${message.id}.${id}`)),
    ],
  });
}

/** Noted with its words; once nothing else is awaited those who rule hear that they may. */
export async function explained(context: CommandContext, check: CheckIn): Promise<Decision> {
  const { message, text, office, read } = context;
  const words = message.text.replace(/^\s*(?:情况)?说明[\s:：,，]*/, '').trim();
  if (!words) return refusedWith(context, CHECK_REFUSALS['not-heard']);
  const outcome = explainCheck(check, statement(context, words));
  if (!outcome.ok) return refusedWith(context, CHECK_REFUSALS[outcome.reason]);

  const day = read.calendar.dayOf(read.now);
  const told = outcome.check.state === 'explained' ? checkJudges(office, day) : [];
  return decide({
    save: [outcome.check],
    say: [
      privately(context, explanationNotedText(outcome.check, text)),
      ...told
        .filter(({ id }) => id !== context.speaker.id)
        .map(({ id }) =>
          notice(id, 'L3', explanationToldText(outcome.check, text), `${check.id}.explained.${message.id}.${id}`),
        ),
    ],
  });
}

/** Of several that are open the one that was chosen, or a question which; with none open the last one ruled, to be ruled anew. */
async function checkToRule(context: CommandContext, unit: ThingId): Promise<CheckIn | undefined> {
  const { text } = context;
  const all = (await checksBack(context)).filter((check) => check.unit === unit && !SETTLED.has(check.state));
  const chosen = all.find(({ id }) => id === (context.meaning as ChosenMeaning).given);
  const open = all.filter(({ state }) => state !== 'ruled');
  if (chosen || open.length <= 1) return chosen ?? open[0] ?? all[0];
  const choices = open.slice(0, MOST_CHOICES).map((check) => ({ label: checkChoice(check, text), value: check.id }));
  throw new WhichOne('given', WHICH_CHECK, choices);
}

/** Check-ins that have been asked, the latest first; those of a trial are practice. */
async function checksBack({ read }: CommandContext): Promise<CheckIn[]> {
  const today = read.calendar.dayOf(read.now);
  const days: Day[] = Array.from({ length: DAYS_BACK + 1 }, (_, back) => read.calendar.addDays(today, -back));
  const found = (await Promise.all(days.map((day) => read.members<CheckIn>(checksOn(day))))).flat();
  return found
    .filter(({ trial, askAt }) => !trial && askAt <= read.now)
    .sort((one, other) => other.askAt.getTime() - one.askAt.getTime() || (one.id < other.id ? -1 : 1));
}

function unitIn(said: string, { office }: CommandContext): ThingId | undefined {
  const named = [...office.units.values()].filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => said.includes(one)),
  );
  return named.length === 1 ? named[0]!.id : undefined;
}

function statement({ speaker, message }: CommandContext, words: string): Statement {
  return { by: speaker.id, at: message.sentAt, words };
}

function notice(to: ThingId, messageClass: Message['class'], text: string, once: string): Message {
  return { to, class: messageClass, text, once };
}
