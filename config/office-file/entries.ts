import type { Day } from '../../domain/thing.ts';
import { POST_WORDS } from '../../domain/wording/office-words.ts';
import type { Draft, DraftContact, DraftPerson, DraftPost, DraftRoom, DraftSet, DraftUnit } from './draft.ts';
import type { Entry } from './entry.ts';
import { readDay, readId, readPhone, readWord } from './fields.ts';
import { readKits } from './kits.ts';
import type { Page } from './page.ts';
import { readPeriods } from './periods.ts';

const KEYS = {
  file: ['office', 'since', 'units', 'sets', 'people', 'rooms', 'periods', 'kits', 'chat'],
  unit: ['id', 'name', 'aliases', 'kind', 'parent', 'phone', 'status'],
  set: ['id', 'name', 'aliases', 'units'],
  person: ['id', 'name', 'phone', 'chat', 'roles', 'posts'],
  post: ['unit', 'post', 'title', 'from', 'to'],
  room: ['id', 'topic', 'units', 'members'],
  chat: ['contacts', 'rooms'],
  contact: ['id', 'name'],
  chatRoom: ['id', 'topic', 'members'],
} as const;

/** For posts held since before the file cares to say. */
const ALWAYS: Day = '2000-01-01';

/** Reads the entries, complaining on the page about every field that is wrong by itself. */
export function readEntries(page: Page): Draft | undefined {
  const root = page.root(KEYS.file);
  if (!root) return undefined;

  const since = readDay(page, root.text('since')) ?? ALWAYS;
  const chat = root.entry('chat', KEYS.chat);
  const periods = readPeriods(page, root);
  return {
    name: root.required('office')?.text ?? '',
    units: root.entries('units', KEYS.unit).flatMap((entry) => readUnit(page, entry) ?? []),
    sets: root.entries('sets', KEYS.set).flatMap((entry) => readSet(page, entry) ?? []),
    people: root.entries('people', KEYS.person).flatMap((entry) => readPerson(page, entry, since) ?? []),
    rooms: root.entries('rooms', KEYS.room).flatMap((entry) => readRoom(page, entry) ?? []),
    contacts: chat?.entries('contacts', KEYS.contact).flatMap((entry) => readContact(entry) ?? []) ?? [],
    chatRooms: chat?.entries('rooms', KEYS.chatRoom).flatMap((entry) => readRoom(page, entry) ?? []) ?? [],
    periods,
    kits: readKits(page, periods),
  };
}

function readUnit(page: Page, entry: Entry): DraftUnit | undefined {
  const [id, name] = [readId(page, entry), entry.required('name')];
  const kind = readWord(page, 'kind', entry.required('kind'));
  const status = readWord(page, 'status', entry.text('status')) ?? 'active';
  const [parent, phone] = [entry.text('parent'), readPhone(page, entry)];
  const aliases = entry.texts('aliases');
  if (!id || !name) return undefined;
  return {
    line: entry.line,
    id,
    name,
    aliases,
    kind: kind ?? 'department',
    status,
    ...(parent && { parent }),
    ...(phone && { phone }),
  };
}

function readSet(page: Page, entry: Entry): DraftSet | undefined {
  const [id, name] = [readId(page, entry), entry.required('name')];
  const [aliases, units] = [entry.texts('aliases'), entry.texts('units')];
  return id && name && { line: entry.line, id, name, aliases, units };
}

function readPerson(page: Page, entry: Entry, since: Day): DraftPerson | undefined {
  const [id, name] = [readId(page, entry), entry.required('name')];
  const [phone, chat] = [readPhone(page, entry), entry.text('chat')];
  const roles = entry.texts('roles').flatMap((role) => readWord(page, 'roles', role) ?? []);
  const written = entry.entries('posts', KEYS.post);
  const posts = written.flatMap((post) => readPost(page, post, since) ?? []);
  const hasPosts = written.length > 0;
  return (
    id && name && { line: entry.line, id, name, roles, posts, hasPosts, ...(phone && { phone }), ...(chat && { chat }) }
  );
}

function readPost(page: Page, entry: Entry, since: Day): DraftPost | undefined {
  const unit = entry.required('unit');
  const post = readWord(page, 'post', entry.required('post'));
  const [fromDay, toDay] = [readDay(page, entry.text('from')) ?? since, readDay(page, entry.text('to'))];
  if (!unit || !post) return undefined;

  const title = entry.text('title')?.text ?? POST_WORDS[post.post];
  return { line: entry.line, unit, ...post, title, fromDay, ...(toDay && { toDay }) };
}

function readRoom(page: Page, entry: Entry): DraftRoom | undefined {
  const [id, topic] = [readId(page, entry), entry.required('topic')];
  const [units, members] = [entry.texts('units'), entry.texts('members')];
  return id && topic && { line: entry.line, id, topic, units, members };
}

/** Ids of chat contacts are the channel's own and may look like anything. */
function readContact(entry: Entry): DraftContact | undefined {
  const [id, name] = [entry.required('id'), entry.required('name')];
  return id && name && { line: entry.line, id, name };
}
