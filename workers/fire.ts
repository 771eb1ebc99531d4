import { stepsAhead, stepsDue } from '../domain/agenda.ts';
import { type CommitContext, decideAndCommit, Overtaken } from '../domain/decide-and-commit.ts';
import { type Decision, decide, merge } from '../domain/decision.ts';
import { dispatchers, holdersOfRole } from '../domain/people/find-people.ts';
import { OFFICE } from '../domain/people/office.ts';
import type { Snapshot, WakeIndex, Wanted } from '../domain/ports.ts';
import type { RecordedReading } from '../domain/reading.ts';
import type { Step } from '../domain/step.ts';
import type { Thing, ThingId } from '../domain/thing.ts';
import { catchUpText, nobodyText } from '../domain/wording/reminders.ts';
import type { TextContext } from '../domain/wording/tasks.ts';
import { isStoreAway } from '../store/failure.ts';
import type { FileStore } from '../store/files/file-store.ts';
import { LOOK, type Reminder, type ReminderContext } from './reminder.ts';

const PARK_AFTER = 5;

export interface FireContext extends CommitContext {
  readonly wakes: WakeIndex;
  readonly reminderFor: (type: string, step: string) => Reminder | undefined;
  /** Where the bytes of documents are kept; a preview has none and writes none. */
  readonly files?: Pick<FileStore, 'put'>;
  /** Told when a thing is parked. */
  readonly onParked?: (id: ThingId, reason: string) => void;
  /** Test switch: may end the process at a named point. */
  readonly crashPoint?: (name: string) => void;
}

/**
 * Wakes one thing: takes the steps that are due on fresh data and commits what follows. Harmless to repeat. An error counts
 * against the thing; after five in a row it is parked and the administrator told. `fetched`: what `wantedFor` asks for, already here.
 */
export async function fire(id: ThingId, context: FireContext, fetched?: Snapshot): Promise<void> {
  try {
    await takeDueSteps(id, context, fetched);
  } catch (error) {
    if (isStoreAway(error)) throw error;
    // It stays due: the sweep rings again when those who were faster are done.
    if (error instanceof Overtaken) return;
    await noteFailure(id, error, context);
  }
}

/** What waking things reads in any case. */
export function wantedFor(ids: readonly ThingId[]): Wanted {
  return { revs: [OFFICE], ids };
}

/** The wake itself: decides on fresh data until nothing else has changed meanwhile. Throws what goes wrong. */
export async function takeDueSteps(id: ThingId, context: FireContext, fetched?: Snapshot): Promise<void> {
  await decideAndCommit(
    id,
    context,
    async (reading) => {
      const thing = await reading.thing<Thing>(id);
      if (thing) return { decision: await decisionFor(thing, reading, context), actor: { system: id } };
      await context.wakes.wakeDone(id, reading.now.getTime(), 0);
      return undefined;
    },
    {
      expected: () => wantedFor([id]),
      ...(fetched && { fetched }),
      onStage: (stage) => context.crashPoint?.(`wake.${stage}`),
    },
  );
}

/** Everything due for one thing: its acts in order, then what is left to tell, then a look at what it depends on. */
async function decisionFor(thing: Thing, reading: RecordedReading, context: FireContext): Promise<Decision> {
  const kind = context.kinds.get(thing.type)!;
  const office = await reading.office();
  const text: TextContext = { office, calendar: reading.calendar, now: reading.now };
  const work: Work = { reading, text, context, made: [], current: thing };
  const agendas = new Map<Thing, readonly Step[]>();
  const agendaOf = (of: Thing) => {
    const known = agendas.get(of) ?? kind.agenda(of, { calendar: reading.calendar, policy: reading.policy });
    agendas.set(of, known);
    return known;
  };

  await takeActs(work, agendaOf);
  if (work.current) {
    for (const step of stepsDue(work.current, agendaOf(work.current), reading.now).filter(
      ({ kind: what }) => what === 'tell',
    )) {
      await take(work, step, agendaOf);
    }
  }
  if (work.current) await look(work);

  const decision = merge(work.made);
  const saved = work.current ? [{ ...work.current, handledAt: reading.now }] : [];
  return { ...decision, save: [...decision.save.filter((other) => other.id !== thing.id), ...saved] };
}

interface Work {
  readonly reading: RecordedReading;
  readonly text: TextContext;
  readonly context: FireContext;
  readonly made: Decision[];
  /** The thing as the steps so far have left it; undefined once it is gone. */
  current: Thing | undefined;
}

type AgendaOf = (thing: Thing) => readonly Step[];

/** Each act that is due, once; what an act brings about may call for another that is due already. */
async function takeActs(work: Work, agendaOf: AgendaOf): Promise<void> {
  const taken = new Set<string>();
  const nameOf = (step: Step) => `${step.step} ${step.at.getTime()}`;
  const nextOf = (thing: Thing) =>
    stepsDue(thing, agendaOf(thing), work.reading.now).find((step) => step.kind === 'act' && !taken.has(nameOf(step)));

  for (let step = nextOf(work.current!); step; step = work.current && nextOf(work.current)) {
    taken.add(nameOf(step));
    await take(work, step, agendaOf);
  }
}

async function take(work: Work, step: Step, agendaOf: AgendaOf): Promise<void> {
  const thing = work.current;
  if (!thing) return;
  const reminder = work.context.reminderFor(thing.type, step.step);
  if (!reminder) throw new Error(`nobody handles the step "${step.step}" of things of type "${thing.type}"`);

  const result = await reminder.fire(thing, reminderContext(work, thing, step));
  if (result !== 'nobody') return note(work, thing, markLate(result, step, work));

  await reportNobody(work, thing, step);
  const next = stepsAhead({ ...thing, handledAt: step.at }, agendaOf(thing)).find(
    (ahead) => ahead.track === step.track,
  );
  if (next) await take(work, next, agendaOf);
}

function reminderContext({ reading, text, context }: Work, thing: Thing, step: Step): ReminderContext {
  const when = `${reading.calendar.dayOf(step.at)}T${reading.calendar.clockOf(step.at)}`.replace(/[-:]/g, '');
  return {
    step,
    occurrence: `${thing.id}.${step.step}.${when}`,
    now: reading.now,
    late: isLate(step, reading),
    read: reading,
    office: text.office,
    text,
    ...(context.files && { files: context.files }),
  };
}

function note(work: Work, thing: Thing, decision: Decision): void {
  work.made.push(decision);
  if (decision.drop.includes(thing.id)) work.current = undefined;
  else work.current = decision.save.find((saved) => saved.id === thing.id) ?? thing;
}

/** What should have been said a while ago says that it is late. */
function markLate(decision: Decision, step: Step, { reading }: Work): Decision {
  if (step.kind === 'act' || !isLate(step, reading)) return decision;
  return { ...decision, say: decision.say.map((message) => ({ ...message, text: catchUpText(message.text) })) };
}

function isLate(step: Step, { now, policy }: RecordedReading): boolean {
  return now.getTime() - step.at.getTime() > policy.message.catchUpMinutes * 60_000;
}

async function look(work: Work): Promise<void> {
  const thing = work.current!;
  const reminder = work.context.reminderFor(thing.type, LOOK);
  if (!reminder) return;
  const step: Step = { at: work.reading.now, step: LOOK, track: LOOK, kind: 'act' };
  const result = await reminder.fire(thing, {
    ...reminderContext(work, thing, step),
    occurrence: `${thing.id}.${LOOK}`,
  });
  if (result !== 'nobody') note(work, thing, result);
}

/** A step that resolves to nobody never waits in silence: the dispatcher hears of it, once a day and track. */
async function reportNobody(work: Work, thing: Thing, step: Step): Promise<void> {
  const { reading, text } = work;
  const day = reading.calendar.dayOf(reading.now);
  const say = [...dispatchers(text.office, day), ...holdersOfRole(text.office, 'sysadmin', day)]
    .slice(0, 1)
    .map((person) => ({
      to: person.id,
      class: 'L3' as const,
      text: nobodyText(thing, OF_THE_UNIT.includes(step.track), text),
      once: `${thing.id}.nobody.${step.track}.${day}.${person.id}`,
    }));
  work.made.push(decide({ say }));
}

/** Tracks that speak to the unit; the others speak to whoever has to rule. */
const OF_THE_UNIT = ['ack', 'near', 'due'];

async function noteFailure(id: ThingId, error: unknown, context: FireContext): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  const nowMs = context.now().getTime();
  const times = await context.wakes.wakeFailed(id, nowMs + 2_000);
  if (times < PARK_AFTER) return;
  await context.wakes.park(id, reason);
  context.onParked?.(id, reason);
}
