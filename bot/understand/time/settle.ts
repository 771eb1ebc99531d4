import { found } from './make-found.ts';
import { dateFor, dayFor, everyFor, monthFor, startOf, weekFor } from './memory.ts';
import { isEvent, isMovedTo, moved, shiftOf } from './moves.ts';
import { resolvePhrase } from './resolve.ts';
import { PLAIN, resolved } from './resolved.ts';
import type { Role } from './roles.ts';
import { type DaySaid, type PhraseSaid, phraseWith } from './said.ts';
import { NOTHING, type Scene, type Taken, taken } from './scene.ts';

/** A phrase completed by what was said before it. */
export interface Setting {
  readonly said: PhraseSaid;
  /** The part it plays, where the words before settle it. */
  readonly kind: Role | undefined;
  /** What becomes of the time before: it is given up, or it was the first half of this one. */
  readonly before: 'stays' | 'given-up' | 'joined';
  /** The other moment it may mean. */
  readonly unsure: Date | undefined;
  /** The answer, where nothing is left to resolve. */
  readonly taken: Taken | undefined;
}

function setting(said: PhraseSaid, before: Setting['before'], kind?: Role, unsure?: Date, taken?: Taken): Setting {
  return { said, kind, before, unsure, taken };
}

/** 改到 makes a phrase the new date, 推迟一周 shifts the one before, and hours and days take from it what they leave unsaid. */
export function settle(said: PhraseSaid, scene: Scene, before: string, after: string): Setting {
  const { last } = scene;
  if (said.day?.sort === 'count') {
    const shift = said.relation === undefined ? shiftOf(before, after) : 0;
    return setting(said, 'stays', undefined, undefined, shift === 0 ? undefined : shifted(said, scene, shift));
  }
  if (said.every) {
    const replaces = last?.said.every !== undefined && isMovedTo(before);
    return setting(phraseWith(said, { since: startOf(said, last, scene) }), replaces ? 'given-up' : 'stays');
  }
  const target = isMovedTo(before);
  const whole = last ? completed(said, scene) : setting(said, 'stays');
  if (!target || whole.unsure) return whole;
  const event = said.relation === undefined && isEvent(sentenceBefore(scene.normal.text, said.from));
  const kind = said.until || said.relation === 'from' ? undefined : event ? 'at' : 'deadline';
  return setting(whole.said, 'given-up', kind);
}

/** With the day, the month or the rhythm of the time before, where this one says none. */
function completed(said: PhraseSaid, scene: Scene): Setting {
  const { last, normal } = scene;
  const each = everyFor(said, last, normal.text);
  if (each && last) return setting(phraseWith(said, { every: each, from: last.said.from }), 'joined');
  const dated = dateFor(said, last, normal.text);
  if (dated) return setting(dated, 'joined');
  const sameWeek = weekFor(said, last, normal.text);
  if (sameWeek) return setting(sameWeek, 'stays');
  if (said.day?.sort === 'day-of-month') return withMonth(said, said.day.day, scene);
  const inherited = dayFor(said, last, normal.text, (day) => onDay(said, day, scene));
  if (!inherited) return setting(said, 'stays');
  const { day } = inherited;
  if (inherited.how === 'unsure') return setting(said, 'stays', undefined, onDay(said, day, scene));
  if (inherited.how === 'touching' && !last!.said.clock)
    return setting(phraseWith(said, { day, from: last!.said.from }), 'joined');
  return setting(phraseWith(said, { day }), 'stays');
}

function sentenceBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 40), at);
  return before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n'), before.lastIndexOf(';')) + 1);
}

function onDay(said: PhraseSaid, day: DaySaid, { context }: Scene): Date | undefined {
  const read = resolvePhrase(phraseWith(said, { day }), '', context);
  return 'broken' in read ? undefined : read.byAt;
}

/** 5月3日报名，10日考试: the tenth of May; a limit before the third is asked. */
function withMonth(said: PhraseSaid, day: number, scene: Scene): Setting {
  const of = monthFor(said, scene.last);
  if (!of) return setting(said, 'stays');
  const dated = phraseWith(said, { day: { sort: 'date', year: of.year, month: of.month, day } });
  const open = resolvePhrase(said, '', scene.context);
  const read = resolvePhrase(dated, '', scene.context);
  if ('broken' in read || 'broken' in open || read.startAt.getTime() === open.startAt.getTime())
    return setting(said, 'stays');
  if (day > of.day) return setting(dated, 'stays');
  const limits = said.relation === 'before' || said.relation === 'until';
  return setting(said, 'stays', undefined, limits ? read.byAt : undefined);
}

/** 原定15日，推迟一周: counted from the date before; without one it is a length, which the request for more time reads itself. */
function shifted(said: PhraseSaid, scene: Scene, sign: -1 | 1): Taken {
  const { last, normal, context } = scene;
  const { day } = said;
  if (!last || last.time.past || last.time.read.kind === 'recurrence' || day?.sort !== 'count') return NOTHING;
  const between = normal.text.slice(last.said.to, said.from);
  if (between.length > 24 || /[。;!?\n]/.test(between)) return NOTHING;
  if (between.includes(',') && !/原|本来|现|改/.test(sentenceBefore(normal.text, said.from))) return NOTHING;

  const { read } = last.time;
  const words = normal.original.slice(...normal.spanOf(said));
  const event = read.kind !== 'deadline' && !/时限|期限|截止|报送|上报|提交|完成|反馈|整改/.test(between);
  const startAt = moved(read.startAt ?? last.time.byAt, day, sign, context.calendar);
  const byAt = moved(last.time.byAt, day, sign, context.calendar);
  const kind = event ? (read.kind === 'range' ? 'range' : 'at') : 'deadline';
  const next = resolved(kind, event ? startAt : byAt, byAt, read.grain, {
    ...PLAIN,
    endAt: read.endAt && moved(read.endAt, day, sign, context.calendar),
    provisional: read.provisional,
    conventions: ['shifted'],
  });
  return taken(said, found(next, kind, false, said, words, scene, []), undefined, 'given-up');
}
