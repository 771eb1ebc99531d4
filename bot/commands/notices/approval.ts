import { type Decision, decide } from '../../../domain/decision.ts';
import { leadersOf } from '../../../domain/notices/leaders.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import type { Office, Person } from '../../../domain/people/office.ts';
import { questionFrom } from '../../../domain/question.ts';
import type { Reading } from '../../../domain/reading.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { askLeaderText } from '../../../domain/wording/notice-everybody.ts';
import type { TextContext } from '../../../domain/wording/tasks.ts';

const ASKED_HOURS = 24;

/** Lays it before each leader, in private: the first word of one of them counts. */
export function askLeaders(notice: Notice, leaders: readonly Person[], text: TextContext): Decision {
  return decide({
    say: leaders.map(({ id }) => ({
      ...{ to: id, class: 'L0', text: askLeaderText(notice, text), about: notice.no },
      once: `${notice.id}.approval.${id}`,
    })),
    ask: leaders.map(({ id }) => askOf(notice.id, id, text.now)),
  });
}

/** The questions that are over once it is decided. */
export function approvalQuestions(notice: Notice, office: Office, { calendar, now }: Reading): ThingId[] {
  if (notice.state !== 'pending') return [];
  return leadersOf(office, calendar.dayOf(now), notice.author).map(
    ({ id }) => questionFrom(askOf(notice.id, id, now), now).id,
  );
}

function askOf(matter: ThingId, leader: ThingId, now: Date) {
  return {
    ...{ conversation: leader, person: leader, matter, about: 'everybody', kinds: ['ruling' as const] },
    expiresAt: new Date(now.getTime() + ASKED_HOURS * 3_600_000),
  };
}
