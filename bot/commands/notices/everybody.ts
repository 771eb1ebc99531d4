import { mayCallEverybody } from '../../../domain/notices/everybody.ts';
import { leadersOf } from '../../../domain/notices/leaders.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import type { Room } from '../../../domain/people/office.ts';
import type { EverybodyNote } from '../../../domain/wording/notice-everybody.ts';
import type { CommandContext } from '../command.ts';
import { mayHere } from '../rights.ts';

/** The draft with @所有人 in that room, whose units are all concerned, or without and why. A leader's own word is enough. */
export function everybodyFor(
  notice: Notice,
  room: Room | undefined,
  context: CommandContext,
): { readonly draft: Notice; readonly note: EverybodyNote } {
  const { office, read, speaker } = context;
  if (!mayCallEverybody(notice)) return { draft: notice, note: 'not-for-this' };
  if (!room) return { draft: notice, note: 'no-room' };
  const draft = { ...notice, everybodyIn: room.id };
  if (mayHere(context, 'approve-everybody').allowed)
    return { draft: { ...draft, approvedBy: speaker.id }, note: 'own-word' };
  const leaders = leadersOf(office, read.calendar.dayOf(read.now), speaker.id);
  return leaders.length > 0 ? { draft, note: 'needs-leader' } : { draft: notice, note: 'no-leader' };
}
