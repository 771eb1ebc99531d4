import type { Day } from '../thing.ts';
import { plainName } from './near-name.ts';
import type { Office, Post, Tenure, Unit } from './office.ts';
import { freeLetters } from './posts.ts';

/** A post with its letter, as far as a spoken title tells. */
export interface GuessedPost {
  readonly post: Post;
  readonly letter?: Tenure['letter'];
}

/** 镇长, 党委书记, 管委会主任: the head of a whole unit; not 党政办主任, who heads a desk in it. */
const HEAD = /^(党委|党工委|党组)?(书记|区长|县长|镇长|乡长|局长|大队长|街道办主任|管委会主任)$/;
const DESK = /(值班员|值守员|科员|办事员|干事|工作人员|网格员|驾驶员)$/;

/**
 * What a person who binds is taken for, from the title he gives: only titles that leave no doubt make a head, a deputy or
 * plain staff; everybody else becomes the liaison that the unit lacks, A before B, and staff where it lacks none.
 */
export function guessPost(office: Office, unit: Unit, title: string, day: Day): GuessedPost {
  if (unit.kind === 'enterprise') return { post: 'enterprise-contact' };

  const said = plainName(title);
  const leading = leadingPost(unit, said);
  if (leading) return { post: leading };
  if (DESK.test(said)) return { post: 'staff' };

  const letter = freeLetter(office, unit, said, day);
  return letter ? { post: 'liaison', letter } : { post: 'staff' };
}

function leadingPost(unit: Unit, said: string): 'head' | 'deputy' | undefined {
  const full = said.replace('副', '');
  const isHead = HEAD.test(full) || (full === '主任' && ['street', 'park', 'office'].includes(unit.kind));
  if (!isHead) return undefined;
  return full === said ? 'head' : 'deputy';
}

/** 联络员B, B角: the letter asked for if nobody holds it, else the first that is free. */
function freeLetter(office: Office, unit: Unit, said: string, day: Day): 'A' | 'B' | undefined {
  const free = freeLetters(office, unit.id, day);
  const wanted = said.match(/联络员([ab])|([ab])角/);
  const letter = (wanted?.[1] ?? wanted?.[2])?.toUpperCase();
  return free.find((one) => one === letter) ?? free[0];
}
