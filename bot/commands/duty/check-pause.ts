import { type Decision, decide } from '../../../domain/decision.ts';
import { type CheckPause, checkPauseId, isPaused, letGo } from '../../../domain/duty/checks/pause.ts';
import { checkJudges } from '../../../domain/duty/duty-people.ts';
import { chiefsOf } from '../../../domain/duty/zero-reports/chiefs.ts';
import type { Message } from '../../../domain/message.ts';
import { reachable } from '../../../domain/people/reach.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { letGoText, notPausedText, PAUSE_HOW, pausedText, resumedText } from '../../../domain/wording/check-pauses.ts';
import { answer, type CommandContext, defineCommand, reply } from '../command.ts';
import { assertMay, mayHere } from '../rights.ts';
import { recentChecks, unitMeant } from './checks-meant.ts';

const HOUR_MS = 3_600_000;

/**
 * 石桥乡有事件处置，暂停抽查: by a dispatcher, a supervisor or whoever sits at the chief desk, never by the unit itself. What is
 * being asked there is let go; everybody who rules on check-ins hears of it.
 */
export default defineCommand({
  intent: 'pause_checks',
  right: 'do-duty',
  examples: ['石桥乡有事件处置，暂停抽查', '恢复抽查 石桥乡'],

  async handle(context) {
    const { meaning, read, text } = context;
    const unit = unitMeant(context);
    if (!unit) return reply(context, PAUSE_HOW);
    await assertDesk(context, unit);
    const known = await read.thing<CheckPause>(checkPauseId(unit));
    if (meaning.approve !== false) return pause(context, unit);
    if (!known || !isPaused(known, read.now)) return reply(context, notPausedText(unit, text));
    return decide({ drop: [known.id], say: tell(context, resumedText(unit, text)) });
  },
});

async function pause(context: CommandContext, unit: ThingId): Promise<Decision> {
  const { meaning, message, office, read, speaker, text } = context;
  const moments = meaning.times.map(({ dueAt, endAt, startAt }) => dueAt ?? endAt ?? startAt);
  const said = moments.find((moment) => moment !== undefined && moment > read.now);
  const longest = new Date(read.now.getTime() + read.policy.checks.pauseHours * HOUR_MS);
  const made: CheckPause = {
    ...{ id: checkPauseId(unit), type: 'check-pause', unit, by: speaker.id, fromAt: read.now, handledAt: read.now },
    untilAt: said && said < longest ? said : longest,
    reason: reasonIn(message.text),
  };
  const voided = letGo(await recentChecks(context), made);
  const asked = voided.filter(({ sentAt }) => sentAt);
  const freed = reachable(
    office,
    asked.map(({ person }) => person),
  );
  return decide({
    save: [made, ...voided],
    say: [
      ...tell(context, pausedText(made, asked.length, text)),
      ...freed.map(({ id }) => toOne(context, id, letGoText(unit, text), 'let-go')),
    ],
  });
}

/** Whoever sits at the chief desk hears first of what happens at night. */
async function assertDesk(context: CommandContext, unit: ThingId): Promise<void> {
  if (mayHere(context, 'rule-check').allowed) return;
  const chiefs = await chiefsOf(unit, context.read);
  if (!chiefs.some(({ person }) => person === context.speaker.id)) assertMay(context, 'rule-check');
}

/** The speaker, and everybody else who rules. */
function tell(context: CommandContext, words: string): Message[] {
  const { office, read, speaker } = context;
  const day = read.calendar.dayOf(read.now);
  const others = checkJudges(office, day).filter(({ id }) => id !== speaker.id);
  return [answer(context, words), ...others.map(({ id }) => toOne(context, id, words, 'told'))];
}

function toOne({ message }: CommandContext, to: ThingId, text: string, what: string): Message {
  return { to, class: 'L1', text, once: `${message.id}.${what}.${to}` };
}

/** 山洪处置, 有事件处置: what stands before 暂停. */
function reasonIn(text: string): string {
  return (
    /(?:正在|有|因为?)([^,，。；;]{2,20}?)[,，。；;]?\s*(?:先|请)?(?:暂停|停止|不要|别|先停|先不|暂不)/.exec(
      text,
    )?.[1] ?? ''
  ).trim();
}
