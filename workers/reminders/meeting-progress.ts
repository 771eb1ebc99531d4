import { type Decision, decide } from '../../domain/decision.ts';
import { type Meeting, openInLedger, type SpeechFile } from '../../domain/meetings/meeting.ts';
import type { MessageClass } from '../../domain/message.ts';
import { type Paper, paperId } from '../../domain/papers/paper.ts';
import type { Person } from '../../domain/people/office.ts';
import { isServing } from '../../domain/people/posts.ts';
import { isReachable } from '../../domain/people/reach.ts';
import { listWaitingText } from '../../domain/wording/meetings.ts';
import { progressQuestionText } from '../../domain/wording/meetings-ledger.ts';
import { defineReminder, type ReminderContext } from '../reminder.ts';
import { desk } from './assignment-people.ts';

const WAITS_MS = 30 * 86_400_000;
const MOST_IN_CHAT = 4;

/** Lists that nobody has decided to their end, the monthly question about the ledger, and files that nobody called a speech. */
export const meetingReminders = [
  defineReminder<Meeting>({
    thing: 'meeting',
    step: 'list-waiting',

    async fire(meeting, context) {
      const person = clerk(meeting, context);
      if (!person) return 'nobody';
      return asked(
        meeting,
        person,
        'list',
        listWaitingText(meeting, context.read.policy.meetings, context.text),
        'L3',
        context,
      );
    },
  }),
  defineReminder<Meeting>({
    thing: 'meeting',
    step: 'ledger-progress',

    async fire(meeting, context) {
      const person = clerk(meeting, context);
      if (!person) return 'nobody';
      const decision = asked(meeting, person, 'progress', progressQuestionText(meeting, context.text), 'L4', context);
      if (openInLedger(meeting).length <= MOST_IN_CHAT) return decision;
      const paper: Paper = {
        ...{
          id: paperId(context.occurrence),
          type: 'paper',
          kind: 'meeting-ledger',
          units: [],
          meetings: [meeting.id],
        },
        ...{ by: person.id, conversation: person.id, phones: false, askedAt: context.now },
      };
      return { ...decision, save: [paper] };
    },
  }),
  defineReminder<SpeechFile>({ thing: 'speech-file', step: 'expire', fire: async ({ id }) => decide({ drop: [id] }) }),
];

/** Whoever brought it, as long as he serves; then the office's dispatcher. */
function clerk(meeting: Meeting, context: ReminderContext): Person | undefined {
  const { office, read, now } = context;
  const by = office.people.get(meeting.by);
  return by && isServing(by, read.calendar.dayOf(now)) && isReachable(by) ? by : desk(context)[0];
}

function asked(
  meeting: Meeting,
  person: Person,
  about: 'list' | 'progress',
  text: string,
  of: MessageClass,
  { occurrence, now }: ReminderContext,
): Decision {
  return decide({
    say: [{ to: person.id, class: of, text, once: `${occurrence}.${person.id}` }],
    ask: [
      {
        ...{ conversation: person.id, person: person.id, matter: meeting.id, about, kinds: ['text'] },
        expiresAt: new Date(now.getTime() + WAITS_MS),
      },
    ],
  });
}
