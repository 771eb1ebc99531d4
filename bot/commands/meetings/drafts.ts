import { type Decision, decide } from '../../../domain/decision.ts';
import { decisionOn, type ItemDecision, type Meeting, type MeetingItem } from '../../../domain/meetings/meeting.ts';
import { amendmentFrom, orderFrom } from '../../../domain/meetings/order.ts';
import { dispatchers } from '../../../domain/people/find-people.ts';
import { taskId } from '../../../domain/tasks/collections.ts';
import { amendDraft, cancelDraft, draftTask } from '../../../domain/tasks/draft-task.ts';
import type { Task } from '../../../domain/tasks/task.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { draftsToConfirmText } from '../../../domain/wording/meetings-changed.ts';
import { personWithUnit, unitNames } from '../../../domain/wording/names.ts';
import { dueText, shortTitle } from '../../../domain/wording/tasks.ts';
import type { CommandContext } from '../command.ts';
import { listPaper } from './list-parts.ts';

const WAITS_MS = 30 * 86_400_000;
const MOST_IN_CHAT = 4;

/** Drafts of a list brought up to what is decided: made, changed or cancelled. */
export interface Drafted {
  readonly meeting: Meeting;
  readonly made: readonly Task[];
  readonly changed: readonly Task[];
  readonly cancelled: readonly Task[];
}

/** The tasks of a meeting by number. */
export async function tasksOf({ decided }: Meeting, { read }: CommandContext): Promise<Map<string, Task>> {
  const numbers = Object.values(decided).flatMap(({ task }) => task ?? []);
  const found = await read.things<Task>(numbers.map(taskId));
  return new Map(found.map((task) => [task.no, task]));
}

/** Every point that is to become a task has its draft; one that was decided anew has it changed, one that is not wanted any more cancelled. */
export async function bringUpDrafts(
  before: Meeting,
  after: Meeting,
  tasks: ReadonlyMap<string, Task>,
  context: CommandContext,
): Promise<Drafted> {
  const { read, office } = context;
  const decided: Record<string, ItemDecision> = { ...after.decided };
  const made: Task[] = [];
  const changed: Task[] = [];
  const cancelled: Task[] = [];
  for (const item of after.items) {
    const decision = decisionOn(after, item.no);
    const task = decision.task ? tasks.get(decision.task) : undefined;
    if (task && decision.course !== 'task') {
      const { task: _task, ...rest } = decision;
      decided[item.no] = rest;
      if (task.state === 'draft') cancelled.push(cancelDraft(task, read.now));
    } else if (task?.state === 'draft' && isChanged(before, after, item)) {
      changed.push(amended(task, after, item, context));
    } else if (!decision.task && decision.course === 'task') {
      const draft = draftTask(await read.nextNumber('T'), orderFrom(after, item, office), originOf(after, context));
      decided[item.no] = { ...decision, task: draft.no };
      made.push(draft);
    }
  }
  return { meeting: { ...after, decided }, made, changed, cancelled };
}

function isChanged(before: Meeting, after: Meeting, { no }: MeetingItem): boolean {
  return JSON.stringify(decisionOn(before, no)) !== JSON.stringify(decisionOn(after, no));
}

function amended(task: Task, meeting: Meeting, item: MeetingItem, { office }: CommandContext): Task {
  const changed = amendDraft(task, amendmentFrom(meeting, item, office));
  if (decisionOn(meeting, item.no).dueAt) return changed;
  const { dueAt: _dueAt, ...openEnded } = changed;
  return openEnded;
}

function originOf(meeting: Meeting, { read, speaker, office }: CommandContext) {
  const desk = dispatchers(office, read.calendar.dayOf(read.now));
  const reviewer = desk.find(({ id }) => id === speaker.id) ?? desk[0] ?? speaker;
  return { assigner: meeting.leader ?? speaker.id, reviewer: reviewer.id, batch: meeting.id, at: read.now };
}

/** The drafts shown to whoever issues them, with the question that 全部确认 answers. */
export function presentDrafts(meeting: Meeting, made: readonly Task[], context: CommandContext): Decision {
  const [first] = made;
  if (!first) return decide({});
  const { office, speaker, read, text, message } = context;
  const issuer = meeting.leader ?? speaker.id;
  const leader = meeting.leader ? office.people.get(meeting.leader) : undefined;
  const by = personWithUnit(office, speaker.id, read.calendar.dayOf(read.now));
  const lines = made.map((task) => taskLine(task, context));
  return decide({
    save: made.length > MOST_IN_CHAT ? [listPaper(context, meeting.id, issuer)] : [],
    say: [
      {
        ...{ to: issuer, class: issuer === speaker.id ? 'R' : 'D', about: first.no },
        text: draftsToConfirmText(meeting, lines, leader, by, text),
        once: `${message.id}.drafts.${issuer}`,
      },
    ],
    ask: [
      {
        ...{ conversation: issuer, person: issuer, matter: first.id, about: 'draft', kinds: ['confirm'] },
        ...{ shown: first.version, expiresAt: new Date(read.now.getTime() + WAITS_MS) },
      },
    ],
  });
}

function taskLine(task: Task, { text, office }: CommandContext): string {
  const units: readonly ThingId[] = task.executors.length > 0 ? task.executors : task.leads;
  const who =
    units.length > 3 ? `${unitNames(office, units.slice(0, 2))}等${units.length}家` : unitNames(office, units);
  return `${task.no} ${shortTitle(task.title, 20)}　${who}　${dueText(task.dueAt, text)}`;
}
