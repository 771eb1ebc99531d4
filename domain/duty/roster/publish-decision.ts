import { type Decision, decide, merge } from '../../decision.ts';
import { isReachable } from '../../people/reach.ts';
import { beginTrial } from '../../people/trial-begin.ts';
import type { Reading } from '../../reading.ts';
import type { ThingId } from '../../thing.ts';
import { shiftsChangedText } from '../../wording/roster-publish.ts';
import type { TextContext } from '../../wording/tasks.ts';
import { shiftAgenda } from '../shift-agenda.ts';
import { followChanges } from '../swaps/follow-changes.ts';
import { type PublishPlan, publishPlan } from './publish-plan.ts';
import type { RosterChange } from './publish-roster.ts';
import type { Roster } from './roster.ts';

/** Shifts that one commit writes: about three months of a unit. What is left follows at once, by itself. */
const MOST_AT_ONCE = 200;
const REASON = '值班表更新';

export interface Publication {
  readonly plan: PublishPlan;
  readonly decision: Decision;
}

/**
 * 发布, said by a person: the shifts with what follows for their swaps, and a line to everybody whose published shifts change.
 * Whoever is new on a shift and too late for the reminder a week ahead hears of it from the shift itself. `once` begins the keys.
 */
export async function publishRoster(
  roster: Roster,
  said: { readonly by: ThingId; readonly at: Date; readonly once: string },
  read: Reading,
): Promise<Publication> {
  const plan = await publishPlan(roster.draft, { by: said.by, at: read.now, reason: REASON }, read);
  const now = plan.changes.slice(0, MOST_AT_ONCE);
  const text: TextContext = { office: await read.office(), calendar: read.calendar, now: read.now };
  const swaps = await followChanges(
    now.flatMap(({ before, after }) => (before ? [{ before, after }] : [])),
    read,
  );
  const published = decide({
    ...(plan.changes.length > MOST_AT_ONCE ? { save: [goingOn(roster, said, read)] } : { drop: [roster.id] }),
    say: tellConcerned(now, said.once, read, text),
  });
  const trial = plan.trial ? await beginTrial(roster.unit, plan.trial, read) : decide({});
  return { plan, decision: merge([decide({ save: now.map(({ after }) => after) }), published, swaps, trial]) };
}

/** A second later, because only what lies after the decision itself is still ahead. */
function goingOn(roster: Roster, { by, at }: { by: ThingId; at: Date }, { now }: Reading): Roster {
  return { ...roster, publishing: { by, saidAt: at, goesOnAt: new Date(now.getTime() + 1_000) }, handledAt: now };
}

function tellConcerned(changes: readonly RosterChange[], once: string, read: Reading, text: TextContext) {
  const concerned = new Map<ThingId, RosterChange[]>();
  for (const change of changes) {
    for (const person of peopleToTell(change, read)) concerned.set(person, [...(concerned.get(person) ?? []), change]);
  }
  return [...concerned].flatMap(([person, own]) => {
    const known = text.office.people.get(person);
    if (!known || !isReachable(known)) return [];
    const message = { to: person, class: 'D' as const, text: shiftsChangedText(person, own, text) };
    return [{ ...message, once: `${once}.changed.${person}` }];
  });
}

/** Only what was published before has anybody who relies on it. */
function peopleToTell({ before, after }: RosterChange, { calendar, policy }: Reading): ThingId[] {
  if (!before) return [];
  if (after.state === 'cancelled') return [...before.people];
  const moved =
    before.startAt.getTime() !== after.startAt.getTime() || before.endAt.getTime() !== after.endAt.getTime();
  const isTold = shiftAgenda(after, { calendar, policy }).some(({ step }) => step === 'duty-new');
  const gone = before.people.filter((person) => !after.people.includes(person));
  const come = isTold ? [] : after.people.filter((person) => !before.people.includes(person));
  const stay = moved ? after.people.filter((person) => before.people.includes(person)) : [];
  return [...gone, ...come, ...stay];
}
