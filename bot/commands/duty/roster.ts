import type { Decision } from '../../../domain/decision.ts';
import { rostersOf } from '../../../domain/duty/collections.ts';
import type { RosterDraft } from '../../../domain/duty/roster/draft.ts';
import { peopleFinder } from '../../../domain/duty/roster/find-person.ts';
import { rosterContext } from '../../../domain/duty/roster/publish-plan.ts';
import { readRoster } from '../../../domain/duty/roster/read-roster.ts';
import { ROSTER_WAITS_MS, type Roster, rosterId } from '../../../domain/duty/roster/roster.ts';
import { settleRoster } from '../../../domain/duty/roster/settle.ts';
import type { Sheet } from '../../../domain/duty/roster/sheet.ts';
import { unitsNamed } from '../../../domain/people/find-units.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { unreadableText } from '../../../domain/wording/roster.ts';
import {
  dayNotThereText,
  NO_ROSTER_WAITS,
  ROSTER_GONE,
  rosterWordsText,
} from '../../../domain/wording/roster-publish.ts';
import { type CommandContext, defineCommand, reply } from '../command.ts';
import { mayHere } from '../rights.ts';
import { publish } from './publish-roster.ts';
import { presentRoster } from './roster-present.ts';
import { rosterSource } from './roster-source.ts';
import { assertPlans, rosterUnit } from './roster-unit.ts';
import { rosterWords } from './roster-words.ts';

/** A roster as a file or pasted, and what is said about one that waits. Which messages these are: `bot/roster-message.ts`. */
export default defineCommand({
  intent: 'roster',
  examples: [],

  async handle(context) {
    const { message, tables, office, read } = context;
    const source = await rosterSource(message, { tables, office, today: read.calendar.dayOf(read.now) });
    if (!source) return answerWords(context);
    return 'unreadable' in source
      ? reply(context, unreadableText(source.unreadable))
      : readAnew(context, source.sheets);
  },
});

async function readAnew(context: CommandContext, sheets: readonly Sheet[]): Promise<Decision> {
  const { read } = context;
  const unit = rosterUnit(context, sheets);
  assertPlans(context, unit);
  const { draft } = readRoster(sheets, await rosterContext(unit, read));
  const others = await othersIn(context, sheets, draft.otherUnits);
  const taken = new Set(others.map(({ name }) => name));
  const shown = await presentRoster(context, {
    ...waiting(context, { ...draft, otherUnits: draft.otherUnits.filter((name) => !taken.has(name)) }),
    ...(others.length > 0 && { others: others.map((other) => other.draft.unit) }),
  });
  return { ...shown, save: [...shown.save, ...others.map((other) => waiting(context, other.draft))] };
}

/** Other units of the same sheet whose rosters the speaker may plan too, each with its own rows. */
async function othersIn(context: CommandContext, sheets: readonly Sheet[], names: readonly string[]) {
  const { office, read } = context;
  const found: { name: string; draft: RosterDraft }[] = [];
  for (const name of names) {
    const [unit, ...more] = unitsNamed(office, name);
    if (!unit || more.length > 0) continue;
    if (!mayHere(context, 'plan-duty', { unit: unit.id }).allowed) continue;
    const { draft } = readRoster(sheets, await rosterContext(unit.id, read));
    if (draft.entries.length > 0) found.push({ name, draft: { ...draft, otherUnits: [] } });
  }
  return found;
}

function waiting({ read, speaker }: CommandContext, draft: RosterDraft): Roster {
  const { now } = read;
  return {
    ...{ id: rosterId(draft.unit), type: 'roster', unit: draft.unit, by: speaker.id, draft },
    ...{ readAt: now, expiresAt: new Date(now.getTime() + ROSTER_WAITS_MS), handledAt: now },
  };
}

/** All of it or nothing: a message that is understood in part changes nothing and is said again. */
async function answerWords(context: CommandContext): Promise<Decision> {
  const roster = await rosterMeant(context);
  if (!roster) return reply(context, context.question ? ROSTER_GONE : NO_ROSTER_WAITS);
  assertPlans(context, roster.unit);
  return saidAbout(context, roster);
}

/** What a person says in words about a roster of which he may say it. */
export async function saidAbout(context: CommandContext, roster: Roster): Promise<Decision> {
  const settling = await rosterContext(roster.unit, context.read);
  const { isName } = peopleFinder(context.office, roster.unit, settling.today);
  const said = rosterWords(context.message.text, settleRoster(roster.draft, settling), isName);
  if (said.trouble) {
    const { is, words } = said.trouble;
    return reply(context, is === 'no-day' ? dayNotThereText(words) : rosterWordsText(words));
  }
  const answered = { ...roster, draft: said.draft };
  const isShown = !context.question || context.question.shown === roster.handledAt?.getTime();
  return said.publishes && isShown ? publish(context, answered) : presentRoster(context, answered);
}

/** The roster that was asked about; for 发布值班表 without a question that of the unit named or of the speaker's own. */
async function rosterMeant(context: CommandContext): Promise<Roster | undefined> {
  const { question, read } = context;
  if (question?.matter.startsWith('roster.')) return read.thing<Roster>(question.matter);
  const unit: ThingId = rosterUnit(context, [{ name: context.message.text, rows: [] }]);
  return (await read.members<Roster>(rostersOf(unit)))[0];
}
