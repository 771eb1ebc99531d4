import type { OfficeThing } from '../domain/people/office.ts';
import { lastPart } from '../domain/thing.ts';
import { readEntries } from './office-file/entries.ts';
import { Page, type Problem } from './office-file/page.ts';
import { type OfficeFile, resolveDraft } from './office-file/resolve.ts';

export type { Problem } from './office-file/page.ts';
export type { OfficeFile } from './office-file/resolve.ts';

/** Reads an office file. Everything that is wrong with it is said at once, by line; an office comes out only if nothing is. */
export function readOfficeFile(text: string): { readonly office?: OfficeFile; readonly problems: readonly Problem[] } {
  const page = new Page(text);
  const draft = page.unreadable ? undefined : readEntries(page);
  const office = draft && resolveDraft(page, draft);
  const problems = inOrder(page.problems);
  return problems.length > 0 || !office ? { problems } : { office, problems };
}

/**
 * The office as things, ids from the file's own. Rooms, and people with a `chat` contact, are bound only for the local chat, at
 * the moment given: in a real channel a code has to prove every account, and an administrator binds every room.
 */
export function officeThings(file: OfficeFile, localChatBoundAt?: Date): OfficeThing[] {
  const people = file.people.map(({ chat, ...person }) => ({
    ...person,
    accounts: chat && localChatBoundAt ? [{ contactId: chat, boundAt: localChatBoundAt, reachable: true }] : [],
  }));
  const rooms = file.rooms.map((room) => (localChatBoundAt ? { ...room, channelId: lastPart(room.id) } : room));
  return [...file.units, ...file.sets, ...people, ...rooms, ...file.periods, ...file.kits];
}

/** By line; the same complaint about the same line once. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const distinct = new Map(problems.map((problem) => [`${problem.line} ${problem.what}`, problem]));
  return [...distinct.values()].sort((one, other) => one.line - other.line);
}
