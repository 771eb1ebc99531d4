import { isoShanghai } from '../../../domain/calendar/iso.ts';
import type { Heard } from '../heard.ts';
import { deadlinesIn, dueDoubt } from '../intents/due.ts';
import type { Slots } from '../intents/reader.ts';
import type { Name } from '../people/find-names.ts';
import type { Span } from '../span.ts';
import { contentOf, ruleIn, standsAlone, timeSpans } from './content.ts';
import { groupsIn, isHomeOf } from './groups.ts';
import { type Items, numbered } from './items.ts';
import { type Part, type Placed, placeGroups } from './parts.ts';

export type OrderSlots = Omit<Slots, 'intent' | 'priority' | 'tasks'>;

/** Who is to act in a stretch of the message, and in which part. */
export function placedIn(heard: Heard, stretch: Span): Placed[] {
  return placeGroups(heard, groupsIn(heard, stretch), stretch);
}

/** The slots of one order: who, what, by when. A deadline in doubt stays absent and is asked. */
export function readOrder(heard: Heard, stretch: Span, placed: readonly Placed[]): OrderSlots {
  const points = numbered(heard, stretch);
  const named = placed.filter(({ part, words }) => part !== 'none' && (!points || words.from < points.head.to));
  const who = named.map(({ words }) => words);
  const taken = [...who, ...timeSpans(heard, points?.head ?? stretch, who)];
  const content = contentOf(heard, stretch, taken, calledAt(named));
  const when = points ? whenOfPoints(heard, stretch, points) : whenSlots(heard, stretch, who);
  return Object.assign(whoSlots(heard, placed), content !== undefined && { content }, when);
}

/** Where those who are to act have been named. */
function calledAt(named: readonly Placed[]): number {
  const first = named.find(
    ({ part, labelled }) => !labelled && (part === 'executor' || part === 'lead' || part === 'leader'),
  );
  return first?.words.to ?? 0;
}

/** A deadline inside one of several points may be meant for that point alone: it is asked. */
function whenOfPoints(heard: Heard, stretch: Span, points: Items): OrderSlots {
  const head = whenSlots(heard, points.head);
  if (Object.keys(head).length > 0) return head;
  const whole = whenSlots(heard, stretch);
  if (whole.dueAt === undefined) return whole;
  return { ask: { about: 'due', choices: [isoShanghai(whole.dueAt)] } };
}

type WhoSlot = 'assignees' | 'lead' | 'coop' | 'units' | 'scope' | 'backup';

const PEOPLE_OF: Readonly<Record<Part, readonly WhoSlot[]>> = {
  executor: [],
  leader: ['assignees', 'lead'],
  lead: ['lead'],
  coop: ['coop'],
  backup: ['backup'],
  absent: [],
  none: [],
};
const KIND_SLOT = { person: 'assignees', unit: 'units', scope: 'scope' } as const;

/** Everybody in the slot of their part, once, in the order of speaking. */
function whoSlots(heard: Heard, placed: readonly Placed[]): OrderSlots {
  const slots: Partial<Record<WhoSlot, string[]>> = {};
  const put = (slot: WhoSlot, word: string): void => {
    slots[slot] ??= [];
    const list = slots[slot];
    if (!list.includes(word)) list.push(word);
  };

  for (const { part, group } of placed) {
    if (part === 'none' || part === 'absent') continue;
    const named = group.names.filter((name, index) => !isLabel(name, group.names, index));
    for (const [index, name] of named.entries()) {
      const word = heard.words(name);
      const label = group.names.find(({ from }) => from === name.to);
      const home = isHomeOf(
        heard.text,
        label && !named.includes(label) ? { ...name, to: label.to } : name,
        named[index + 1],
      );
      if (part === 'executor' || (home && (part === 'lead' || part === 'leader'))) put(KIND_SLOT[name.kind], word);
      else if (home) continue;
      else if (part === 'leader' && name.kind !== 'person') put('lead', word);
      else for (const slot of PEOPLE_OF[part]) put(slot, word);
    }
  }
  return slots;
}

/** 高铺镇党政办张伟, 青山镇联络员陈立: the desk and the post only say which one is meant. */
function isLabel({ from, to, known, post, desk }: Name, names: readonly Name[], index: number): boolean {
  if (known) return false;
  const touchesUnit = names.some((other) => other.to === from && other.kind === 'unit');
  const touchesPerson = names[index + 1]?.from === to && names[index + 1]?.kind === 'person';
  return (touchesUnit && desk === true) || (touchesPerson && post === true);
}

/** A deadline makes `dueAt`, an hour without one `at`, a rule `recurrence`. */
export function whenSlots(heard: Heard, stretch: Span, who: readonly Span[] = []): OrderSlots {
  if (heard.times.times.length + heard.times.troubles.length === 0) return {};
  const inside = heard.times.times.filter((time) => time.from >= stretch.from && time.to <= stretch.to && !time.past);
  const recurring = ruleIn(inside);
  const recurrence = recurring?.read.recurrence && { recurrence: recurring.read.recurrence };
  const ask = dueDoubt(heard, stretch);
  if (ask) return { ...recurrence, ask };

  const [due] = deadlinesIn(heard, stretch);
  const events = inside.filter((time) => time.read.kind === 'at');
  const event =
    events.find((time) => standsAlone(heard, time, stretch, who)) ?? events.find(({ read }) => read.grain === 'minute');
  const meant = due ?? event;
  return {
    ...recurrence,
    ...(due && { dueAt: due.byAt }),
    ...(!due && !recurrence && event?.read.startAt && { at: event.read.startAt }),
    ...(meant && meant.assumed.length > 0 && { assumed: meant.assumed }),
  };
}
