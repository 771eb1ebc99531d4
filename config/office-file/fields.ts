import { dayNumber } from '../../domain/calendar/civil-day.ts';
import { nearestWord } from '../../domain/people/near-name.ts';
import type { Post, Tenure } from '../../domain/people/office.ts';
import type { Day } from '../../domain/thing.ts';
import { FORM } from '../../domain/wording/office-file.ts';
import { KIND_WORDS, postWords, ROLE_WORDS, STATUS_WORDS } from '../../domain/wording/office-words.ts';
import type { Entry, Written } from './entry.ts';
import type { Page } from './page.ts';

/** A post as one word of the file: 联络员A, 主要负责人. */
interface PostWord {
  readonly post: Post;
  readonly letter?: Tenure['letter'];
}

const POSTS: readonly PostWord[] = [
  { post: 'head' },
  { post: 'deputy' },
  { post: 'liaison', letter: 'A' },
  { post: 'liaison', letter: 'B' },
  { post: 'staff' },
  { post: 'enterprise-contact' },
];

/** What each field's words stand for. */
export const VOCABULARY = {
  kind: byWord(KIND_WORDS),
  status: byWord(STATUS_WORDS),
  roles: byWord(ROLE_WORDS),
  post: new Map(POSTS.map((post) => [postWords(post), post])),
} as const;

type Field = keyof typeof VOCABULARY;
type Meant<F extends Field> = (typeof VOCABULARY)[F] extends Map<string, infer T> ? T : never;

/** What a word of the file stands for; an unknown one is complained of, with the nearest right one. */
export function readWord<F extends Field>(page: Page, field: F, written: Written | undefined): Meant<F> | undefined {
  if (!written) return undefined;
  const found = VOCABULARY[field].get(written.text.replace(/角$/, ''));
  if (found === undefined) {
    const known = [...VOCABULARY[field].keys()];
    page.complain(written.line, FORM.unknownWord(field, written.text, nearestWord(written.text, known), known));
  }
  return found as Meant<F> | undefined;
}

export function readId(page: Page, entry: Entry): Written | undefined {
  const id = entry.required('id');
  if (id && !/^[a-z][a-z0-9-]*$/.test(id.text)) page.complain(id.line, FORM.badId(id.text));
  return id;
}

export function readPhone(page: Page, entry: Entry): Written | undefined {
  const phone = entry.text('phone');
  // 13800001102 · 0000-6230119
  if (phone && !/^(1\d{10}|0\d{2,3}-?\d{7,8})$/.test(phone.text)) page.complain(phone.line, FORM.badPhone(phone.text));
  return phone;
}

/** A day that exists; anything else is complained of and taken as not given. */
export function readDay(page: Page, written: Written | undefined): Day | undefined {
  if (!written) return undefined;
  try {
    dayNumber(written.text);
    return written.text;
  } catch {
    page.complain(written.line, FORM.badDay(written.text));
    return undefined;
  }
}

function byWord<K extends string>(words: Readonly<Record<K, string>>): Map<string, K> {
  return new Map((Object.entries(words) as [K, string][]).map(([meant, word]) => [word, meant]));
}
