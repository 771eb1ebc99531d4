import { type Decision, decide } from '../domain/decision.ts';
import type { Meaning } from '../domain/meaning.ts';
import type { StoredFile } from '../domain/message.ts';
import type { Person } from '../domain/people/office.ts';
import { unitsOf } from '../domain/people/posts.ts';
import { conversationOf, type Question } from '../domain/question.ts';
import { takeBackAcknowledgement } from '../domain/tasks/answer-assignment.ts';
import { openAssignmentsOf } from '../domain/tasks/collections.ts';
import { callsForReplies, type ReplyCall, replyCallId } from '../domain/tasks/reply-call.ts';
import { addFile } from '../domain/tasks/report-files.ts';
import { isOwed } from '../domain/tasks/status.ts';
import type { Assignment } from '../domain/tasks/task.ts';
import type { Upload } from '../domain/tasks/upload.ts';
import { HELP_FOR_STRANGERS } from '../domain/wording/general.ts';
import type { Heard } from './dispatch.ts';
import { speechKept } from './meeting-message.ts';

/** Somebody's own 收到请回复 in a room: bare answers after it are not for the bot. Only when and who is kept. */
export function noteReplyCall({ message, person, room }: Heard): Decision | undefined {
  if (!room || !person || message.mentionsMe || !callsForReplies(message.text)) return undefined;
  const call: ReplyCall = { id: replyCallId(room.id), type: 'reply-call', askedAt: message.sentAt, by: person.id };
  return decide({ save: [call] });
}

/** One polite private line a day to a sender nobody is bound to; in a room only if he spoke to the bot. */
export function strangerLine({ message, read }: Heard, meaning: Meaning): Decision {
  if (meaning.intent === 'unknown' && message.room && !message.mentionsMe) return decide({});
  const { contactId } = message.from;
  const day = read.calendar.dayOf(read.now);
  return decide({
    say: [{ to: `contact.${contactId}`, class: 'R', text: HELP_FOR_STRANGERS, once: `stranger.${contactId}.${day}` }],
  });
}

/** A picture or file without words: belongs to the report just given, else waits two minutes for its words. */
export async function attachment(heard: Heard, questions: readonly Question[]): Promise<Decision> {
  const { message, person, room, read } = heard;
  if (!person || !message.file) return decide({});
  const waiting = questions.find((question) => question.about === 'attachments');
  if (waiting && message.sentAt <= waiting.expiresAt) return attachTo(heard, waiting, message.file);
  const unasked = room && !message.mentionsMe;
  if (unasked && !(await owesSomething(heard, person))) return decide({});

  const upload: Upload = {
    id: `upload.${message.id.replaceAll(':', '-')}`,
    type: 'upload',
    by: person.id,
    conversation: conversationOf(message, person.id, room?.id),
    file: message.file,
    sentAt: message.sentAt,
    expiresAt: new Date(
      Math.max(message.sentAt.getTime(), read.now.getTime()) + read.policy.tasks.togetherMinutes * 60_000,
    ),
    handledAt: read.now,
  };
  return decide({ save: [upload, ...(unasked ? [] : speechKept(heard))] });
}

/** A picture in a room may be the beginning of a report only where something is owed; if no words follow, nobody is asked. */
async function owesSomething({ read }: Heard, person: Person): Promise<boolean> {
  const units = unitsOf(person, read.calendar.dayOf(read.now));
  const open = await Promise.all(units.map((unit) => read.members<Assignment>(openAssignmentsOf(unit))));
  return open.flat().some(isOwed);
}

async function attachTo({ read }: Heard, question: Question, file: StoredFile): Promise<Decision> {
  const assignment = await read.thing<Assignment>(question.matter);
  return assignment ? decide({ save: [addFile(assignment, file)] }) : decide({});
}

/** A message taken back: an acknowledgement is undone; a report stays, and what was withdrawn is on record. */
export async function recalled({ message, person, read }: Heard): Promise<Decision> {
  if (!person) return decide({});
  const units = unitsOf(person, read.calendar.dayOf(read.now));
  const open = (await Promise.all(units.map((unit) => read.members<Assignment>(openAssignmentsOf(unit))))).flat();
  const undone = open
    .filter((assignment) => assignment.ackMessage === message.text)
    .map((assignment) => takeBackAcknowledgement(assignment, message.sentAt));
  return decide({ save: undone, nudge: undone.map((assignment) => assignment.task) });
}
