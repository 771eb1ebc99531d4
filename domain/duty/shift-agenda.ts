import type { Calendar, Window } from '../calendar/calendar.ts';
import { parseRung, placeRung } from '../calendar/rung.ts';
import type { AgendaContext } from '../kind.ts';
import type { MessageClass } from '../message.ts';
import type { Step } from '../step.ts';
import { SHIFT_DEFAULTS } from './duty-policy.ts';
import type { Shift, ShiftLadder } from './shift.ts';
import { MINUTE_MS } from './span.ts';

/** In which class each step of a shift speaks; D is the hand-out of what a person has just decided. */
export const SHIFT_STEP_CLASS: Readonly<Record<string, MessageClass>> = {
  'duty-new': 'D',
  'duty-ahead': 'L3',
  'duty-tomorrow': 'L1',
  'duty-soon': 'L1',
  'not-taken-over': 'L1',
  'missing-duty-leader': 'L0',
  'missing-chief-officer': 'L0',
  'missing-reserve': 'L0',
  'gap-ahead': 'L3',
  handover: 'L1',
  'not-relieved': 'L1',
};

/** Two personal reminders of one shift are at least this far apart, the last half hour apart. */
const MIN_GAP_MS = 2 * 60 * MINUTE_MS;

/**
 * Every moment at which a shift needs attention. Drafts of a roster and cancelled shifts are silent, except that a shift without
 * a person is spoken of once to those who plan. Leaders need not report for duty: nobody chases them.
 * `end` is the moment to decide what becomes of it, see `endShift`.
 */
export function shiftAgenda(shift: Shift, context: AgendaContext): Step[] {
  const { state, people, layer, handedOverAt } = shift;
  if (state === 'cancelled' || state === 'closed' || handedOverAt) return [];
  const unfilled = people.length === 0 && !shift.takenOverAt ? gapSteps(shift, context) : [];
  if (state === 'planned') return unfilled;

  const end: Step = { at: shift.endAt, step: 'end', track: 'end', kind: 'act' };
  if (state === 'on-duty') return [...leavingSteps(shift), ...handoverSteps(shift, context.calendar), end];
  const missing = layer === 'officer' ? missingSteps(shift, context.calendar) : [];
  return [...unfilled, ...(people.length > 0 ? personalSteps(shift, context) : []), ...missing, end];
}

/** Who was planned in good time hears a week ahead; who was not hears at once. Then the day before, and half an hour before. */
function personalSteps(shift: Shift, { calendar, policy }: AgendaContext): Step[] {
  const told = rungsOf(shift, 'personal').map((text) => tell(text, 'personal', shift, calendar));
  const windowed = told.map((step) => ({ ...step, at: calendar.earlierInto(step.at, windowOf(step, policy.windows)) }));
  const first = windowed[0];
  const knownAt = shift.newAt ?? shift.publishedAt;
  if (!first || !knownAt || knownAt < first.at) return windowed;

  // A minute later, because only what lies after the decision itself is still ahead.
  const soonAt = new Date(knownAt.getTime() + MINUTE_MS);
  const politeAt = calendar.laterInto(soonAt, policy.windows.D);
  const atOnce: Step = {
    // Rather outside the window than after the shift has begun.
    at: politeAt < shift.startAt ? politeAt : soonAt,
    step: 'duty-new',
    track: 'personal-new',
    kind: 'tell',
    untilAt: shift.endAt,
  };
  const rest = windowed.filter(
    (step) =>
      step.at > atOnce.at && (step.step === 'duty-soon' || step.at.getTime() - atOnce.at.getTime() >= MIN_GAP_MS),
  );
  return [atOnce, ...rest];
}

/**
 * Whoever is in reserve is called beside those above, not instead of them. Counted from the start; for a shift that was published after it had begun, from then, and after an outage from its end. In a
 * trial nobody above hears of it.
 */
function missingSteps(shift: Shift, calendar: Calendar): Step[] {
  const { publishedAt, startAt, endAt, missingFromAt = startAt } = shift;
  const fromAt = publishedAt && publishedAt > missingFromAt ? publishedAt : missingFromAt;
  const steps = rungsOf(shift, 'missing').map((text) => {
    const step = tell(text, 'missing', { startAt: fromAt }, calendar);
    return { ...step, ...(step.step === 'missing-reserve' && { track: step.step }), untilAt: endAt };
  });
  if (shift.trial) return steps.filter(({ step }) => step === 'not-taken-over');
  return steps.filter(({ step }) => step !== 'missing-reserve' || (shift.reserve ?? []).length > 0);
}

/** So long after somebody at the post has asked to be relieved and nobody has come. */
const RELIEF_MS = 10 * MINUTE_MS;

function leavingSteps({ leaving, endAt }: Shift): Step[] {
  if (!leaving) return [];
  const at = new Date(leaving.at.getTime() + RELIEF_MS);
  return [{ at, step: 'not-relieved', track: 'leaving', kind: 'tell', untilAt: endAt }];
}

/** Counted from the end: what is to be left to the next shift is asked once, of officers who have not said it yet. */
function handoverSteps(shift: Shift, calendar: Calendar): Step[] {
  if (shift.layer !== 'officer' || shift.notesAt) return [];
  return rungsOf(shift, 'handover').map((text) => tell(text, 'handover', { startAt: shift.endAt }, calendar));
}

/** Once, a month ahead; at once where the shift lost its people later than that; never once it has begun. */
function gapSteps(shift: Shift, { calendar, policy }: AgendaContext): Step[] {
  const { unfilledAt, startAt } = shift;
  const placed = rungsOf(shift, 'gap')
    .map((text) => tell(text, 'gap', shift, calendar))
    .map((step) => ({ ...step, at: calendar.earlierInto(step.at, windowOf(step, policy.windows)) }));
  const last = placed.at(-1);
  if (!last || !unfilledAt || unfilledAt < last.at) return placed;

  const at = calendar.laterInto(new Date(unfilledAt.getTime() + MINUTE_MS), windowOf(last, policy.windows));
  return at < startAt ? [{ ...last, at }] : [];
}

function tell(text: string, track: string, { startAt }: Pick<Shift, 'startAt'>, calendar: Calendar): Step {
  const rung = parseRung(text);
  const at = placeRung(rung, { fromAt: startAt }, 'from', calendar);
  return { at, step: rung.step, track, kind: 'tell', untilAt: startAt };
}

function rungsOf({ ladder }: Shift, name: keyof ShiftLadder): readonly string[] {
  return ladder?.[name] ?? SHIFT_DEFAULTS.shiftLadder[name] ?? [];
}

function windowOf({ step }: Step, windows: Readonly<Record<MessageClass, Window>>): Window {
  return windows[SHIFT_STEP_CLASS[step] ?? 'L1'];
}
