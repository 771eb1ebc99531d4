import { type Decision, decide } from '../../../domain/decision.ts';
import { dayProposed } from '../../../domain/meetings/held-day.ts';
import {
  decisionOn,
  type Meeting,
  meetingId,
  openListsOf,
  type Speech,
  speechId,
  undecided,
} from '../../../domain/meetings/meeting.ts';
import { holdersOfRole } from '../../../domain/people/find-people.ts';
import type { Person } from '../../../domain/people/office.ts';
import { rolesOf } from '../../../domain/people/posts.ts';
import { isReachable } from '../../../domain/people/reach.ts';
import type { SecrecyHit } from '../../../domain/secrecy/secrecy-hit.ts';
import { secrecyMarkIn } from '../../../domain/secrecy/secrecy-mark.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { SECRECY_TEXT } from '../../../domain/wording/general.ts';
import { listReadText, nothingToDoText, tooMuchText, whichListText } from '../../../domain/wording/meetings.ts';
import { answer, type CommandContext, reply, WhichOne } from '../command.ts';
import { leaderNamedIn, nameInText, readHeader } from './header.ts';
import { itemsOfPlan, readSpeech } from './items.ts';
import { listPaper, listQuestion } from './list-parts.ts';
import type { Source } from './source.ts';

const NAMELESS = '会议讲话';

/** The list read from a speech or a plan, saved and shown with its first questions. Nothing of a marked text is kept. */
export async function bring(context: CommandContext, source: Source, drop: readonly ThingId[]): Promise<Decision> {
  const { read } = context;
  const words = source.text ?? (source.plan ?? []).map(({ quote }) => quote).join('\n');
  const mark = secrecyMarkIn(words);
  if (mark) return refuseSecret(context, mark);
  const { mostChars } = read.policy.meetings;
  if (words.length > mostChars) return reply(context, tooMuchText(words.length, mostChars));

  const meeting = meetingFrom(context, source);
  if (meeting.items.length === 0) return { ...reply(context, nothingToDoText(meeting.looseLimits)), drop };
  const older = await sameMeeting(context, meeting);
  if (older && context.meaning.item === 'keep') return keepOlder(context, older);
  if (older && context.meaning.item !== 'replace')
    throw new WhichOne('item', whichListText(older, context.text), [
      { label: '用新发的替换', value: 'replace' },
      { label: '接着定原来的', value: 'keep' },
    ]);
  const speech: Speech[] = source.text
    ? [{ id: speechId(meeting.id), type: 'speech', text: source.text, handledAt: read.now }]
    : [];
  const problems = meeting.source === 'plan' ? meeting.items.filter(({ why }) => why !== '') : [];
  const lines = problems.map(({ place, why }) => `第${place}行${why}`);
  return decide({
    save: [meeting, ...speech, listPaper(context, meeting.id, context.speaker.id), ...(older ? closed(older) : [])],
    drop: [...drop, ...(older ? gone(older) : [])],
    say: [answer(context, listReadText(meeting, read.policy.meetings, lines, context.text))],
    ask: [listQuestion(context, meeting.id)],
  });
}

function meetingFrom(context: CommandContext, { header, text, plan, file }: Source): Meeting {
  const { office, read, speaker, message } = context;
  const { calendar } = read;
  const today = calendar.dayOf(message.sentAt);
  const said = readHeader(header, office, today, calendar);
  const fileName = file?.name.replace(/\.[^.]{1,5}$/, '').slice(0, 40);
  const name = said.name ?? (text && nameInText(text)) ?? fileName ?? NAMELESS;
  const proposedDay = said.heldDay ? undefined : dayProposed(text ?? fileName ?? '', today, calendar);
  const leader = issuerOf(context, said.leader ?? (text ? leaderNamedIn(text, office, today) : undefined));
  return {
    ...{ id: meetingId(message.id), type: 'meeting', name, by: speaker.id, readAt: read.now },
    source: plan ? 'plan' : 'speech',
    ...(said.heldDay && { heldDay: said.heldDay }),
    ...(proposedDay && { proposedDay }),
    ...(leader && { leader: leader.id }),
    ...(file && { file }),
    ...(plan ? { items: itemsOfPlan(plan, said.heldDay, context) } : readSpeech(text ?? '', said.heldDay, context)),
    decided: {},
    handledAt: read.now,
  };
}

/** The leader who is named, else the office's only one; a leader who brings it himself issues it himself. */
function issuerOf({ speaker, office, read }: CommandContext, named: Person | undefined): Person | undefined {
  const day = read.calendar.dayOf(read.now);
  if (rolesOf(speaker, day).includes('leader')) return undefined;
  const leaders = holdersOfRole(office, 'leader', day);
  const leader = named ?? (leaders.length === 1 ? leaders[0] : undefined);
  return leader && leader.id !== speaker.id && isReachable(leader) ? leader : undefined;
}

/** A list of the same meeting by the same person that is not decided to its end. */
async function sameMeeting({ read, speaker }: CommandContext, meeting: Meeting): Promise<Meeting | undefined> {
  const open = await read.members<Meeting>(openListsOf(speaker.id));
  const plain = (name: string) => name.replace(/[\s“”"《》]/g, '');
  return open.find(
    (one) => one.id !== meeting.id && one.source === meeting.source && plain(one.name) === plain(meeting.name),
  );
}

function keepOlder(context: CommandContext, older: Meeting): Decision {
  const { read, text, speaker } = context;
  return decide({
    save: [listPaper(context, older.id, speaker.id)],
    say: [answer(context, listReadText(older, read.policy.meetings, [], text))],
    ask: [listQuestion(context, older.id)],
  });
}

/** What has been decided of the older list stays; the rest of it is replaced. */
function closed(older: Meeting): Meeting[] {
  if (undecided(older).length === older.items.length) return [];
  const dropped = undecided(older).map(({ no }) => [no, { ...decisionOn(older, no), course: 'drop' as const }]);
  return [{ ...older, decided: { ...older.decided, ...Object.fromEntries(dropped) } }];
}

function gone(older: Meeting): ThingId[] {
  return [speechId(older.id), ...(undecided(older).length === older.items.length ? [older.id] : [])];
}

/** That it came is noted, never what it said. */
function refuseSecret(context: CommandContext, mark: string): Decision {
  const { message } = context;
  const hit: SecrecyHit = {
    id: `secrecy-hit.${message.id.replaceAll(':', '-')}`,
    type: 'secrecy-hit',
    messageId: message.id,
    contactId: message.from.contactId,
    mark,
    sentAt: message.sentAt,
  };
  return decide({ save: [hit], say: [answer(context, SECRECY_TEXT)] });
}
