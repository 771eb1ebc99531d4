import { type Decision, decide, merge } from '../../../domain/decision.ts';
import { publishRoster } from '../../../domain/duty/roster/publish-decision.ts';
import { rosterContext } from '../../../domain/duty/roster/publish-plan.ts';
import { type Roster, rosterId } from '../../../domain/duty/roster/roster.ts';
import { settleRoster } from '../../../domain/duty/roster/settle.ts';
import { rosterPublishedText } from '../../../domain/wording/roster-publish.ts';
import { answer, type CommandContext } from '../command.ts';
import { presentRoster } from './roster-present.ts';

/** 发布: only what has no question left; otherwise the question is put again. */
export async function publish(context: CommandContext, roster: Roster): Promise<Decision> {
  const { read, speaker, message, question } = context;
  const { questions, rows } = settleRoster(roster.draft, await rosterContext(roster.unit, read));
  if (questions.length > 0 || rows.length === 0) return presentRoster(context, roster);

  const said = { by: speaker.id, at: message.sentAt, once: message.id };
  const { plan, decision } = await publishRoster(roster, said, read);
  const done = decide({
    say: [answer(context, rosterPublishedText(plan, roster.unit, context.text))],
    ...(question && { drop: [question.id] }),
  });
  const published = { ...decision, say: [...done.say, ...decision.say], drop: [...decision.drop, ...done.drop] };
  const next = await nextOf(roster, context);
  return next ? merge([published, next]) : published;
}

/** The next unit of the same sheet, if its roster still waits. */
async function nextOf({ others = [] }: Roster, context: CommandContext): Promise<Decision | undefined> {
  for (const [index, unit] of others.entries()) {
    const roster = await context.read.thing<Roster>(rosterId(unit));
    if (!roster || roster.by !== context.speaker.id) continue;
    const rest = others.slice(index + 1);
    const shown = await presentRoster(context, { ...roster, ...(rest.length > 0 && { others: rest }) });
    return { ...shown, say: shown.say.map((message) => ({ ...message, once: `${message.once}.next` })) };
  }
  return undefined;
}
