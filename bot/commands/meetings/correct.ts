import { type Decision, decide, merge } from '../../../domain/decision.ts';
import { type Applied, applyCorrections, type Changed } from '../../../domain/meetings/changes.ts';
import { classOf } from '../../../domain/meetings/classes.ts';
import {
  decisionOn,
  type Meeting,
  openInLedger,
  type Speech,
  speechId,
  undecided,
} from '../../../domain/meetings/meeting.ts';
import type { Task } from '../../../domain/tasks/task.ts';
import type { Day } from '../../../domain/thing.ts';
import { DONE, daySetText, LIST_DROPPED, openText } from '../../../domain/wording/meetings.ts';
import {
  amendedText,
  appliedText,
  dayOffText,
  issuedByText,
  needsUnitText,
  refusedText,
  settledText,
} from '../../../domain/wording/meetings-changed.ts';
import { answer, type CommandContext } from '../command.ts';
import { type ListSaid, listWords } from './correction-words.ts';
import { bringUpDrafts, type Drafted, presentDrafts, tasksOf } from './drafts.ts';
import { readSpeech, redated } from './items.ts';
import { listPaper, listQuestion } from './list-parts.ts';

/** What somebody says about a list, carried out and echoed in one answer; drafts follow once everything with a unit is decided. */
export async function correct(context: CommandContext, before: Meeting): Promise<Decision> {
  const { read, office, message } = context;
  const said = listWords(message.text, before, { office, read, at: message.sentAt });
  if (said.drops && Object.keys(before.decided).length === 0)
    return decide({
      drop: [before.id, speechId(before.id), ...(context.question ? [context.question.id] : [])],
      say: [answer(context, LIST_DROPPED)],
    });
  const dated = await withDay(withIssuer(before, said), said, context);
  const tasks = await tasksOf(dated, context);
  const changed = applyCorrections(dated, said.corrections, {
    ...{ office, calendar: read.calendar, policy: read.policy.meetings, now: read.now },
    issued: numbersIssued(dated, tasks),
    leftOut: said.leftOut,
  });
  return present(context, before, said, changed, tasks);
}

function withIssuer(meeting: Meeting, { issuer }: ListSaid): Meeting {
  if (!issuer) return meeting;
  const { leader: _leader, ...own } = meeting;
  return issuer === 'self' || issuer.id === meeting.by ? own : { ...own, leader: issuer.id };
}

/** With the day of the meeting, and the limits that follow from it. */
async function withDay(meeting: Meeting, said: ListSaid, context: CommandContext): Promise<Meeting> {
  const heldDay: Day | undefined = said.heldDay ?? (said.confirmsDay ? meeting.proposedDay : undefined);
  if (!heldDay || heldDay === meeting.heldDay) return meeting;
  const { proposedDay: _proposed, ...rest } = meeting;
  if (meeting.source === 'plan') return { ...rest, heldDay, items: redated(meeting.items, heldDay, context) };
  const speech = await context.read.thing<Speech>(speechId(meeting.id));
  const again = speech && readSpeech(speech.text, heldDay, context);
  // The same text gives the same points; only their limits depend on the day.
  return { ...rest, heldDay, ...(again?.items.length === meeting.items.length && again) };
}

function numbersIssued(meeting: Meeting, tasks: ReadonlyMap<string, Task>): ReadonlySet<number> {
  const gone = meeting.items.filter(({ no }) => {
    const task = decisionOn(meeting, no).task;
    return task !== undefined && tasks.get(task)?.state !== 'draft';
  });
  return new Set(gone.map(({ no }) => no));
}

async function present(
  context: CommandContext,
  before: Meeting,
  said: ListSaid,
  { meeting, applied, refused }: Changed,
  tasks: ReadonlyMap<string, Task>,
): Promise<Decision> {
  const { read, office, text, speaker } = context;
  const policy = read.policy.meetings;
  const isReadyOpen = undecided(meeting).some((item) => classOf(meeting, item, office) === 'ready');
  const drafted: Drafted = isReadyOpen
    ? { meeting, made: [], changed: [], cancelled: [] }
    : await bringUpDrafts(before, meeting, tasks, context);
  const after = closedAt(drafted.meeting, isReadyOpen, context);
  const kept = newlyKept(before, after, isReadyOpen);
  const leader = after.leader ? office.people.get(after.leader) : undefined;
  const settled = settledText(
    drafted.made.map(({ no }) => no),
    kept,
    leader,
    policy.progressDay,
    text,
  );
  const moved = amendedText(
    drafted.changed.map(({ no }) => no),
    drafted.cancelled.map(({ no }) => no),
  );
  const troubles = [...said.troubles, ...refused.map((one) => refusedText(one, meeting, text))];
  const dayIsNew = after.heldDay !== undefined && after.heldDay !== before.heldDay;
  const echo = appliedText(applied, text);
  const open = openText(after, policy, text);
  const lines = [
    ...(dayIsNew ? [daySetText(after, after.items.filter(({ limitAt }) => limitAt).length, text)] : []),
    ...(said.issuer ? [issuedByText(leader, text)] : []),
    ...(echo || settled || moved ? [`好。${[echo, settled, moved].filter(Boolean).join('。')}`] : []),
    ...(troubles.length > 0 ? [`没有改：${troubles.join('；')}`] : []),
    ...asides(after, applied, context),
    ...(open ? [open] : []),
  ];
  const isOver = undecided(after).length === 0;
  const own = decide({
    save: [
      after,
      ...drafted.made,
      ...drafted.changed,
      ...drafted.cancelled,
      ...(said.wantsSheet || dayIsNew ? [listPaper(context, after.id, speaker.id)] : []),
    ],
    drop: isOver ? [speechId(after.id)] : [],
    say: [answer(context, lines.length > 0 ? lines.join('\n') : DONE)],
    ask: [listQuestion(context, after.id)],
  });
  return merge([own, presentDrafts(after, drafted.made, context)]);
}

/** From then on the ledger is asked about once a month. */
function closedAt(meeting: Meeting, isReadyOpen: boolean, { read }: CommandContext): Meeting {
  const base = { ...meeting, basisAt: read.now };
  if (isReadyOpen || meeting.ledgerAt || openInLedger(meeting).length === 0) return base;
  return { ...base, ledgerAt: read.now };
}

/** How many points came into the ledger with this answer; told once what is decided is carried out. */
function newlyKept(before: Meeting, after: Meeting, isReadyOpen: boolean): number {
  if (isReadyOpen) return 0;
  const was = new Set(before.ledgerAt ? openInLedger(before).map(({ no }) => no) : []);
  return openInLedger(after).filter(({ no }) => !was.has(no)).length;
}

/** What is to be known besides: limits on days off, each asked about once, and points with a term that nobody is to do. */
function asides(meeting: Meeting, applied: readonly Applied[], { read, text }: CommandContext): string[] {
  const { calendar } = read;
  const offs = applied.filter(
    ({ dueAt, change }) => change.what === 'due' && dueAt && !calendar.isWorkday(calendar.dayOf(dueAt)),
  );
  const unnamed = meeting.items.filter(({ no }) => {
    const { course, dueAt, openEnded } = decisionOn(meeting, no);
    return !course && (dueAt || openEnded) && applied.some(({ nos }) => nos.includes(no));
  });
  return [
    ...offs.map(({ dueAt, nos }) => dayOffText(dueAt!, nos, text)),
    ...(unnamed.length > 0 ? [needsUnitText(unnamed.map(({ no }) => no))] : []),
  ];
}
