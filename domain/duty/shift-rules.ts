import type { Calendar } from '../calendar/calendar.ts';
import type { ThingId } from '../thing.ts';
import { clockText } from '../wording/dates.ts';
import type { ShiftPolicy } from './duty-policy.ts';
import { DutyRefusal } from './duty-refusal.ts';
import { peopleAt } from './presence.ts';
import type { Leaving, Shift, ShiftChange, StandIn } from './shift.ts';
import { MINUTE_MS } from './span.ts';

/** Who did it, when, and why, for the shift's history. */
export interface Act {
  readonly by: ThingId;
  readonly at: Date;
  readonly reason: string;
}

/** 发布: from now on people rely on it, and the reminders run by the ladder of today. */
export function publishShift(shift: Shift, act: Act, policy: ShiftPolicy): Shift {
  if (shift.state === 'cancelled') throw new DutyRefusal('SHIFT_CANCELLED');
  if (shift.state !== 'planned') return shift;

  const published: Shift = { ...shift, state: 'published', publishedAt: act.at, ladder: policy.shiftLadder };
  return changed(newlyPlanned(published, shift.people, act.at), act, { what: 'published' });
}

export interface Takeover {
  readonly by: ThingId;
  /** When it was said. */
  readonly at: Date;
  /** The person may stand in here: a member of the unit, or somebody whom a leader sent. */
  readonly mayStandIn: boolean;
}

/**
 * 接班, from half an hour before the start until the end. Somebody who is not planned takes over as stand-in. A planned person who
 * comes after the stand-in relieves him. Said twice it changes nothing.
 */
export function takeOver(shift: Shift, takeover: Takeover, policy: ShiftPolicy, calendar: Calendar): Shift {
  const { by, at } = takeover;
  assertRunning(shift);
  const earliestAt = new Date(shift.startAt.getTime() - policy.takeoverLeadMinutes * MINUTE_MS);
  if (at < earliestAt) throw new DutyRefusal('TAKEOVER_EARLY', { clock: clockText(earliestAt, at, calendar) });
  if (at >= shift.endAt) throw new DutyRefusal('SHIFT_OVER');

  if (shift.takenOverAt) return takeOverAgain(shift, takeover);
  if (shift.people.includes(by)) return onDuty(shift, by, at);
  if (!takeover.mayStandIn) throw new DutyRefusal('NOT_YOUR_SHIFT');
  return standIn(shift, { person: by, instead: shift.people[0] }, { by, at, reason: '到岗接班' });
}

function takeOverAgain(shift: Shift, { by, at, mayStandIn }: Takeover): Shift {
  if (peopleAt(shift, at).includes(by)) return shift;
  if (shift.leaving?.standIn === by) return relieveLeaving(shift, shift.leaving, at);
  if (shift.people.includes(by)) return endStandIn(shift, by, at);
  if (!mayStandIn) throw new DutyRefusal('NOT_YOUR_SHIFT');
  throw new DutyRefusal('ALREADY_TAKEN_OVER');
}

/** In the place of whoever asked for it, or, where that one stood in himself, of the person planned. */
function relieveLeaving(shift: Shift, { person, standIn: by, reason }: Leaving, at: Date): Shift {
  const standing = shift.standIns?.findLast((one) => one.person === person && !one.toAt);
  const instead = standing ? standing.instead : person;
  return standIn(
    stayOnPost(shift),
    { person: by, ...(instead && { instead }) },
    { by, at, reason: reason || '离岗顶班' },
  );
}

/** 我要离岗，吕刚顶一下: asked by somebody at the post; said again with another name, only the last is meant. */
export function askRelief(shift: Shift, leaving: Leaving): Shift {
  assertRunning(shift);
  if (!shift.takenOverAt) throw new DutyRefusal('NOT_TAKEN_OVER');
  if (peopleAt(shift, leaving.at).includes(leaving.standIn)) throw new DutyRefusal('ALREADY_ON_SHIFT');
  return { ...shift, leaving, basisAt: leaving.at };
}

/** 不离岗了. */
export function stayOnPost(shift: Shift): Shift {
  const { leaving: _leaving, ...rest } = shift;
  return rest;
}

function endStandIn(shift: Shift, instead: ThingId, at: Date): Shift {
  const standIns = shift.standIns?.map((one) => (one.instead === instead && !one.toAt ? { ...one, toAt: at } : one));
  return { ...shift, ...(standIns && { standIns }), basisAt: at };
}

/**
 * 替补在岗: somebody is at the post in place of a person of the shift, from now until that person comes or the shift ends.
 * Standing at the post takes the shift over if nobody had.
 */
export function standIn(shift: Shift, who: Pick<StandIn, 'person' | 'instead'>, act: Act): Shift {
  assertRunning(shift);
  if (act.at >= shift.endAt) throw new DutyRefusal('SHIFT_OVER');
  const { person, instead } = who;
  const entry: StandIn = { person, ...(instead && { instead }), fromAt: act.at, reason: act.reason };
  const earlier = (shift.standIns ?? []).map((one) =>
    one.instead === instead && !one.toAt ? { ...one, toAt: act.at } : one,
  );
  const absences = shift.absences?.map((one) => (one.toAt ? one : { ...one, toAt: act.at }));
  const standing: Shift = { ...shift, standIns: [...earlier, entry], ...(absences && { absences }) };
  return changed(shift.takenOverAt ? standing : onDuty(standing, person, act.at), act, {
    what: 'stand-in',
    ...(instead && { gone: [instead] }),
    come: [person],
  });
}

/** Once the successor is there the outgoing shift is over; at the moment of the take-over, not at that of the roster. */
export function relieve(outgoing: Shift, by: Shift): Shift {
  if (outgoing.state !== 'on-duty' || !by.takenOverAt || outgoing.handedOverAt) return outgoing;
  const to = by.takenOverBy;
  return {
    ...outgoing,
    state: 'closed',
    handedOverAt: by.takenOverAt,
    ...(to && { handedOverTo: to }),
    basisAt: by.takenOverAt,
  };
}

/** 交班: what the outgoing person leaves to the next. It ends nothing: that does the successor's 接班. May be corrected later. */
export function handOver(
  shift: Shift,
  {
    notes,
    openMatters = [],
    at,
  }: { readonly notes: string; readonly openMatters?: readonly string[]; readonly at: Date },
): Shift {
  if (shift.state === 'cancelled') throw new DutyRefusal('SHIFT_CANCELLED');
  if (!shift.takenOverAt) throw new DutyRefusal('NOT_TAKEN_OVER');
  return { ...shift, notes, notesAt: at, openMatters, basisAt: at };
}

/** The post was left without a successor, and a person says so: from that moment nobody is on duty. */
export function giveUpPost(shift: Shift, act: Act): Shift {
  if (shift.state !== 'on-duty') throw new DutyRefusal('NOT_TAKEN_OVER');
  return changed({ ...shift, state: 'closed', handedOverAt: act.at }, act, { what: 'given-up' });
}

/** A person ruled that nobody was there, although the shift had been taken over; open until a stand-in or `until`. */
export function ruleAbsent(shift: Shift, act: Act, fromAt: Date, toAt?: Date): Shift {
  if (!shift.takenOverAt) throw new DutyRefusal('NOT_TAKEN_OVER');
  const absence = { fromAt, ...(toAt && { toAt }), by: act.by };
  return changed({ ...shift, absences: [...(shift.absences ?? []), absence] }, act, { what: 'ruled-absent' });
}

/**
 * What becomes of a shift when its time is over (the step `end`). Taken over: it stays open until the relief comes; without one it
 * closes. Never taken over: it closes, and so does the one before, which has waited for it in vain (`before`).
 */
export function endShift(shift: Shift, around: { readonly before?: Shift; readonly relief?: Shift }): Shift[] {
  if (shift.state === 'cancelled' || shift.state === 'closed') return [];
  const { before, relief } = around;
  if (!shift.takenOverAt) {
    const waited = before?.state === 'on-duty' ? [closedAt(before, shift.endAt)] : [];
    return [{ ...shift, state: 'closed' }, ...waited];
  }
  if (!relief || relief.state === 'cancelled') return [closedAt(shift, shift.endAt)];
  const relieved = relieve(shift, relief);
  return relieved === shift ? [] : [relieved];
}

/** 取消, with a reason. What has begun is not cancelled. */
export function cancelShift(shift: Shift, act: Act): Shift {
  if (shift.state === 'cancelled') return shift;
  if (shift.state === 'on-duty' || shift.state === 'closed') throw new DutyRefusal('SHIFT_BEGUN');
  return changed({ ...shift, state: 'cancelled' }, act, { what: 'cancelled' });
}

/**
 * The dispatcher names somebody else: without `from` somebody at last, without `to` nobody yet. With a reason; whoever is new hears
 * of it at once where the reminder a week ahead is past.
 */
export function replacePerson(
  shift: Shift,
  { from, to }: { readonly from?: ThingId; readonly to?: ThingId },
  act: Act,
): Shift {
  if (shift.state === 'cancelled') throw new DutyRefusal('SHIFT_CANCELLED');
  if (shift.takenOverAt || act.at >= shift.endAt) throw new DutyRefusal('SHIFT_BEGUN');
  if (!act.reason) throw new DutyRefusal('WHY_NEEDED');
  if (from && !shift.people.includes(from)) throw new DutyRefusal('NOT_ON_SHIFT');
  if (to && shift.people.includes(to)) throw new DutyRefusal('ALREADY_ON_SHIFT');

  const replaced = changed(withPerson(shift, from, to, act.at), act, {
    what: 'replaced',
    ...(from && { gone: [from] }),
    ...(to && { come: [to] }),
  });
  return to ? newlyPlanned(replaced, [to], act.at) : replaced;
}

/** The same shift with one person in the place of another; where nobody is left it is unfilled from then on. */
export function withPerson(shift: Shift, from: ThingId | undefined, to: ThingId | undefined, at: Date): Shift {
  const { unfilledAt: _unfilledAt, newPeople, ...rest } = shift;
  const people = shift.people.flatMap((person) => (person === from ? (to ? [to] : []) : [person]));
  const named = !from && to ? [...people, to] : people;
  const stillNew = newPeople?.filter((person) => named.includes(person));
  return {
    ...rest,
    people: named,
    ...(stillNew && stillNew.length > 0 && { newPeople: stillNew }),
    ...(named.length === 0 && { unfilledAt: at }),
  };
}

/** Another time for the shift; reminders follow from the new one. */
export function moveShift(shift: Shift, to: Pick<Shift, 'day' | 'startAt' | 'endAt'>, act: Act): Shift {
  if (shift.state === 'cancelled') throw new DutyRefusal('SHIFT_CANCELLED');
  if (shift.takenOverAt) throw new DutyRefusal('SHIFT_BEGUN');
  const { day, startAt, endAt } = to;
  return changed({ ...shift, day, startAt, endAt, basisAt: act.at }, act, { what: 'moved' });
}

/** Marks people who have to hear at once of a shift that they did not know; the agenda decides whether it is late for that. */
function newlyPlanned(shift: Shift, people: readonly ThingId[], at: Date): Shift {
  return people.length > 0 ? { ...shift, newPeople: people, newAt: at } : shift;
}

export function changed(shift: Shift, act: Act, what: Omit<ShiftChange, keyof Act>): Shift {
  return { ...shift, history: [...(shift.history ?? []), { at: act.at, by: act.by, reason: act.reason, ...what }] };
}

function onDuty(shift: Shift, by: ThingId, at: Date): Shift {
  return { ...shift, state: 'on-duty', takenOverAt: at, takenOverBy: by, basisAt: at };
}

function closedAt(shift: Shift, at: Date): Shift {
  return { ...shift, state: 'closed', handedOverAt: shift.handedOverAt ?? at };
}

function assertRunning({ state }: Shift): void {
  if (state === 'cancelled') throw new DutyRefusal('SHIFT_CANCELLED');
  if (state === 'planned') throw new DutyRefusal('NOT_PUBLISHED');
  if (state === 'closed') throw new DutyRefusal('SHIFT_OVER');
}
