import { type Decision, decide, merge } from '../../../domain/decision.ts';
import { type PeopleFinder, peopleFinder } from '../../../domain/duty/roster/find-person.ts';
import { type Roster, rosterId } from '../../../domain/duty/roster/roster.ts';
import { mayLead } from '../../../domain/duty/rotation/candidates.ts';
import { draftRoster } from '../../../domain/duty/rotation/draft-roster.ts';
import { type RotationFacts, rotationInput } from '../../../domain/duty/rotation/gather.ts';
import { groundOf } from '../../../domain/duty/rotation/ground.ts';
import { proposeRotation } from '../../../domain/duty/rotation/propose-rotation.ts';
import { readRotation } from '../../../domain/duty/rotation/read-rotation.ts';
import type { Stretch } from '../../../domain/duty/rotation/rotation.ts';
import type { ThingId } from '../../../domain/thing.ts';
import {
  allPublishedText,
  nobodyToShareText,
  notALeaderText,
  rotationDaysText,
  SPAN_PAST,
  SPAN_TOO_LONG,
  WHICH_DAYS,
  whoIsMeantText,
} from '../../../domain/wording/rotation.ts';
import { type CommandContext, defineCommand, reply } from '../command.ts';
import { presentRoster } from './roster-present.ts';
import { assertPlans, rosterUnit } from './roster-unit.ts';
import { festivalIn, type RotationWords, rotationWords } from './rotation-words.ts';

/** A month, a quarter of the year at most: who knows today who will be there later. */
const MOST_DAYS = 93;

/** 排3月值班表: a proposal that waits like a roster that was handed in, to be corrected and published by people. */
export default defineCommand({
  intent: 'rotation',
  opens: true,
  examples: [
    '排3月值班表',
    '帮我排一下青山镇2月的班，值班员陈立、吕刚，带班郑伟、黄志明',
    '请排2月15日到23日的值班',
    '重排3月值班表',
  ],

  async handle(context) {
    const { message, office, read } = context;
    const unit = rosterUnit(context, [{ name: message.text, rows: [] }]);
    assertPlans(context, unit);
    const span = spanAsked(context);
    if (typeof span === 'string') return reply(context, span);

    const finder = peopleFinder(office, unit, span.fromDay);
    const words = rotationWords(message.text, finder.isName);
    const people = peopleSaid(words, finder, span);
    if ('trouble' in people) return reply(context, whoIsMeantText(people.trouble, unit, context.text));

    const facts = await readRotation({ ...span, ...people, unit, anew: words.anew }, read);
    const follower = people.named.leader.find((id) => !leads(id, facts));
    if (follower) return reply(context, notALeaderText(follower, context.text));
    if (facts.people.officer.length + facts.people.leader.length === 0)
      return reply(context, nobodyToShareText(unit, context.text));
    return propose(context, facts);
  },
});

async function propose(context: CommandContext, facts: RotationFacts): Promise<Decision> {
  const { read, speaker, office, message, conversation, text } = context;
  const { unit } = facts;
  const proposal = proposeRotation(rotationInput(facts), read.calendar);
  if (proposal.rows.length === 0) return reply(context, allPublishedText(facts, text));

  const roster: Roster = {
    ...{ id: rosterId(unit), type: 'roster', unit, by: speaker.id, readAt: read.now, expiresAt: read.now },
    draft: draftRoster(proposal, unit, office, read.calendar),
    rotation: groundOf(proposal),
  };
  const days = {
    to: conversation,
    class: 'R' as const,
    text: rotationDaysText(proposal, text),
    once: `${message.id}.days`,
  };
  return merge([decide({ say: [days] }), await presentRoster(context, roster)]);
}

/** The days asked for that have not begun; or what to say instead. */
function spanAsked({ meaning, message, read }: CommandContext): Stretch | string {
  const { calendar, now, policy } = read;
  const today = calendar.dayOf(now);
  const [from, to] = meaning.range ?? [];
  const said = from && to ? { fromDay: from, toDay: to } : festivalIn(message.text, today, calendar);
  if (!said) return WHICH_DAYS;

  const first = now < calendar.at(today, policy.checks.shiftStart) ? today : calendar.addDays(today, 1);
  const fromDay = [said.fromDay, first].sort().at(-1)!;
  if (said.toDay < fromDay) return SPAN_PAST;
  return calendar.daysBetween(fromDay, said.toDay) >= MOST_DAYS ? SPAN_TOO_LONG : { fromDay, toDay: said.toDay };
}

type SaidPeople = Pick<Parameters<typeof readRotation>[0], 'named' | 'without'>;

function peopleSaid(
  { named, without }: RotationWords,
  finder: PeopleFinder,
  { fromDay }: Stretch,
): SaidPeople | { readonly trouble: readonly string[] } {
  const trouble: string[] = [];
  const idsOf = (names: readonly string[]): ThingId[] =>
    names.flatMap((name) => {
      const found = finder.find({ name }, fromDay);
      if (found.is === 'one') return [found.person.id];
      trouble.push(name);
      return [];
    });
  const people = { named: { leader: idsOf(named.leader), officer: idsOf(named.officer) }, without: idsOf(without) };
  return trouble.length > 0 ? { trouble } : people;
}

function leads(id: ThingId, { unit, fromDay, shifts, office }: RotationFacts): boolean {
  const person = office.people.get(id);
  return person !== undefined && mayLead(person, { unit, day: fromDay, shifts, office });
}
