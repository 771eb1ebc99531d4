import { defineKind } from '../kind.ts';
import { meetingAgenda } from './agenda.ts';
import {
  decisionOn,
  MEETINGS,
  type Meeting,
  openListsOf,
  type Speech,
  type SpeechFile,
  speechFilesOf,
  undecided,
} from './meeting.ts';

export const meetingKind = defineKind<Meeting>({
  type: 'meeting',
  agenda: meetingAgenda,
  collections: (meeting) => [
    ...(meeting.items.some(({ no }) => decisionOn(meeting, no).course !== 'drop') ? [MEETINGS] : []),
    ...(undecided(meeting).length > 0 ? [openListsOf(meeting.by)] : []),
  ],
  audited: true,
});

/** Goes with the last point that is decided. */
export const speechKind = defineKind<Speech>({
  type: 'speech',
  agenda: () => [],
  collections: () => [],
  audited: false,
});

export const speechFileKind = defineKind<SpeechFile>({
  type: 'speech-file',
  agenda: ({ expiresAt }) => [{ at: expiresAt, step: 'expire', track: 'expire', kind: 'act' }],
  collections: ({ by }) => [speechFilesOf(by)],
  audited: false,
});
