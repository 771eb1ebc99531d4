import { decide } from '../../../domain/decision.ts';
import { pausedAmong } from '../../../domain/duty/checks/pause.ts';
import { calledRounds, rollOf } from '../../../domain/duty/checks/rounds/call-roll.ts';
import { nightOf } from '../../../domain/duty/checks/rounds/check-night.ts';
import { ladderUnder } from '../../../domain/duty/checks/set-checks.ts';
import { shiftsAround } from '../../../domain/duty/collections.ts';
import { expandSet, setsNamed, unitsNamed } from '../../../domain/people/find-units.ts';
import { dutyTermsOn } from '../../../domain/periods/duty-terms.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { lastPart, type ThingId } from '../../../domain/thing.ts';
import { CALL_HOW, calledText } from '../../../domain/wording/called-rolls.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { privately } from './check-reply.ts';
import { recentChecks } from './checks-meant.ts';

/** 抽查 青山镇: by a supervisor or a dispatcher, at once and out of turn. Answered in private, wherever it is said. */
export default defineCommand({
  intent: 'call_roll',
  right: 'rule-check',
  opens: true,
  examples: ['抽查 青山镇', '抽查各乡镇', '现在对石桥乡值班点名'],

  async handle(context) {
    const { meaning, message, read, speaker, text } = context;
    if (!meaning.units) return decide({ say: [privately(context, CALL_HOW)] });
    const { now, policy, calendar } = read;
    const units = unitsMeant(meaning.units, context);
    const { asked, left } = rollOf(units, now, {
      shifts: await shiftsAround(now, read),
      checks: await recentChecks(context),
      paused: new Set(await pausedAmong(units, now, read)),
      policy: policy.checks,
      calendar,
    });
    const today = calendar.dayOf(now);
    const terms = await dutyTermsOn(nightOf(now, policy.checks, calendar) ?? today, read);
    const { windowMin } = ladderUnder(terms, policy.checks);
    const id = `check-rounds.called-${lastPart(message.id)}`;
    return decide({
      save: asked.length > 0 ? [calledRounds(id, asked, speaker.id, now, windowMin)] : [],
      say: [privately(context, calledText(asked, left, windowMin, text))],
    });
  },
});

/** Units and sets by their names; 各乡镇值班员 are those of 各乡镇. */
function unitsMeant(words: readonly string[], { office }: CommandContext): ThingId[] {
  const meant = words.flatMap((word) => {
    const name = word.replace(/的?值班(?:人员|员|室)?$/, '') || word;
    const sets = setsNamed(office, name).flatMap((set) => expandSet(office, set));
    const units = sets.length > 0 ? sets : unitsNamed(office, name).map(({ id }) => id);
    if (units.length === 0 || (sets.length === 0 && units.length > 1))
      throw new Refusal('NO_SUCH_UNIT', { unit: word });
    return units;
  });
  return [...new Set(meant)];
}
