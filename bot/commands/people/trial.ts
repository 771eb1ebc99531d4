import { type Decision, decide } from '../../../domain/decision.ts';
import type { Unit } from '../../../domain/people/office.ts';
import { lastTrialDay, MOST_TRIAL_DAYS, type Trial, trialId } from '../../../domain/people/trial.ts';
import { endTrial, peopleOfTrial, setTrial } from '../../../domain/people/trial-end.ts';
import type { Day, Thing } from '../../../domain/thing.ts';
import {
  TRIAL_WHICH_UNIT,
  trialDayPastText,
  trialEndedText,
  trialNotRunningText,
  trialSetText,
  trialStateText,
  trialTooLongText,
} from '../../../domain/wording/trial.ts';
import { answer, type CommandContext, defineCommand, reply } from '../command.ts';
import { unitsAsked } from '../duty/who-asked.ts';
import { assertMayFor } from '../rights.ts';

/** 梅林镇转正式, 梅林镇试运行延长7天, 梅林镇试运行到2月14日; without any of these only asked how it stands. */
export default defineCommand({
  intent: 'trial',
  right: 'run-trial',
  examples: ['梅林镇转正式', '梅林镇试运行延长7天', '梅林镇试运行到2月14日', '梅林镇试运行到哪天'],

  async handle(context) {
    const { meaning, office, read, text } = context;
    const [id, ...others] = meaning.unit ? (unitsAsked(context) ?? []) : [];
    const unit = id && office.units.get(id);
    if (!unit || others.length > 0) return reply(context, TRIAL_WHICH_UNIT);
    assertMayFor(context, 'run-trial', unit.id);

    const trial = await read.thing<Trial>(trialId(unit.id));
    if (meaning.approve === false) return ended(context, unit, trial);
    if (meaning.date || meaning.days) return drawnOut(context, unit, trial);
    return reply(context, trialStateText(unit, trial, text));
  },
});

async function ended(context: CommandContext, unit: Unit, known: Trial | undefined): Promise<Decision> {
  const { read, speaker } = context;
  if (unit.status !== 'trial') return reply(context, trialNotRunningText(unit));
  const today = read.calendar.dayOf(read.now);
  const none: Trial = { id: trialId(unit.id), type: 'trial', unit: unit.id, fromDay: today, untilDay: today };
  const running = known && !known.endedAt ? known : none;
  return told(context, unit, await endTrial(running, unit, read, speaker.id), trialEndedText(unit));
}

async function drawnOut(context: CommandContext, unit: Unit, known: Trial | undefined): Promise<Decision> {
  const { meaning, read, speaker, text } = context;
  const { calendar } = read;
  const today = calendar.dayOf(read.now);
  const running = known && !known.endedAt ? known : undefined;
  const until = meaning.date ?? longer(running, meaning.days!, today, calendar.addDays);
  const latest = calendar.addDays(running && running.fromDay > today ? running.fromDay : today, MOST_TRIAL_DAYS);
  if (until < today) return reply(context, trialDayPastText(until, text));
  if (until > latest) return reply(context, trialTooLongText(latest, text));
  return told(context, unit, await setTrial(unit, known, until, read, speaker.id), trialSetText(unit, until, text));
}

/** So many days after the last one; where none runs, so many from today. */
function longer(running: Trial | undefined, days: number, today: Day, addDays: (day: Day, days: number) => Day): Day {
  return running ? addDays(running.untilDay, days) : lastTrialDay(today, days, addDays);
}

/** The speaker hears it where he spoke, the unit's liaison in private. */
function told(context: CommandContext, unit: Unit, save: readonly Thing[], text: string): Decision {
  const { office, read, message, speaker } = context;
  const others = peopleOfTrial(office, unit.id, read.calendar.dayOf(read.now)).filter(
    (person) => person !== speaker.id,
  );
  return decide({
    save,
    say: [
      answer(context, text),
      ...others.map((person) => ({ to: person, class: 'D' as const, text, once: `${message.id}.trial.${person}` })),
    ],
  });
}
