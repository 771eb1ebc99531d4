import type { ReadTime } from '../../../domain/meaning.ts';
import type { Normal } from '../normalise.ts';
import type { FoundTime, Trouble } from './found.ts';
import { isPlausible } from './plausible.ts';
import { type Resolved, resolvePhrase, type TimeContext } from './resolve.ts';
import { isRolled, roleOf } from './roles.ts';
import type { PhraseSaid } from './said.ts';

/** The text a phrase stands in, and what resolves it. */
export interface Scene {
  readonly normal: Normal;
  readonly context: TimeContext;
}

export interface Taken {
  readonly time?: FoundTime;
  readonly trouble?: Trouble;
}

/** 9月25日前完成（不含当日）: said of the day, though words stand between. */
const EXCLUSIVE_LATER = /^[^。;\n]{0,20}?\(?不(?:含|包括)(?:当日|当天|该日|本日)/;

const EVENT_BEFORE = /[\u4e00-\u9fa5](?:之|以)?后的?\s?$/;
/** 收到通知后, 接任务后. */
const FROM_NOW = /(?:收到|接到|接|见|本)(?:本|此)?(?:通知|任务|文件|消息|信息|电)?(?:之|以)?后的?\s?$/;
/** 20号左右 is no limit anybody can be held to. */
const ABOUT = /^\s?(?:左右|前后|上下)/;

/** A phrase as a time, as a question, as both (立即), or as nothing where it is a length or a count after all. */
export function takePhrase(phrase: PhraseSaid, scene: Scene): Taken {
  const { text } = scene.normal;
  const after = text.slice(phrase.to, phrase.to + 48);
  const excluded = phrase.relation === 'before' && EXCLUSIVE_LATER.test(after);
  const said = excluded ? { ...phrase, exclusive: true } : phrase;
  if (!isPlausible(said, text.slice(said.from, said.to), after)) return {};

  const words = scene.normal.original.slice(...scene.normal.spanOf(said));
  const trouble = (kind: Trouble['kind'], choices: readonly Date[]) => ({
    from: said.from,
    to: said.to,
    kind,
    words,
    choices,
  });
  const before = text.slice(Math.max(0, said.from - 16), said.from);
  if (said.beyond || countsFromEvent(said, before)) return { trouble: trouble('unread', []) };

  const resolved = resolvePhrase(said, words, scene.context);
  if ('broken' in resolved) return { trouble: trouble(resolved.broken, resolved.choices) };

  const role = roleOf(said, resolved, { before, after, at: scene.context.at });
  if (role === 'none') return {};
  if (role === 'deadline' && ABOUT.test(after))
    return { trouble: { ...trouble('ambiguous', [resolved.byAt]), to: said.to + ABOUT.exec(after)![0].length } };
  if (role === 'deadline' && resolved.choices) return { trouble: trouble('ambiguous', resolved.choices) };

  const time =
    role === 'told' ? toldOf(said, words, resolved, scene) : found({ ...resolved, kind: role }, said, words, scene);
  return { time, ...(said.now && { trouble: trouble('now', []) }) };
}

/** 会后3个工作日内 counts from something that has no date yet; 收到后 and 即日起 count from the message. */
function countsFromEvent(said: PhraseSaid, before: string): boolean {
  if (said.day?.sort !== 'count' || said.relation !== 'within') return false;
  return EVENT_BEFORE.test(before) && !FROM_NOW.test(before);
}

/** The same words, looking back. */
function toldOf(said: PhraseSaid, words: string, resolved: Resolved, scene: Scene): FoundTime {
  const back = resolvePhrase(said, words, { ...scene.context, direction: 'past' });
  const told = 'broken' in back ? resolved : back;
  return { ...found({ ...told, kind: told.kind === 'range' ? 'range' : 'at' }, said, words, scene), past: true };
}

function found(resolved: Resolved, said: PhraseSaid, words: string, { normal, context }: Scene): FoundTime {
  const { kind, startAt, endAt, byAt, recurrence, next, grain, provisional, past, assumed } = resolved;
  const read: ReadTime = {
    kind,
    ...(kind === 'deadline' && { dueAt: byAt }),
    ...((kind === 'at' || kind === 'range') && { startAt }),
    ...(kind === 'range' && { endAt: endAt ?? byAt }),
    ...(recurrence && { recurrence }),
    ...(next && { next }),
    grain,
    provisional,
    span: normal.spanOf(said),
    words,
  };
  const rolled = kind === 'deadline' && isRolled(said, resolved, context.at);
  const rolledTo = rolled ? [`今年的日子已过，按${context.calendar.dayOf(byAt).slice(0, 4)}年`] : [];
  return { from: said.from, to: said.to, read, byAt, past, assumed: [...assumed, ...rolledTo] };
}
