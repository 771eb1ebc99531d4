import { isoShanghai } from '../calendar/iso.ts';
import { defineKind } from '../kind.ts';
import { type DutyLeave, leaveAgenda } from './absences/leave.ts';
import { checkAgenda } from './checks/check-agenda.ts';
import { type CheckIn, isAsking } from './checks/check-in.ts';
import { type CheckNight, nightAgenda } from './checks/rounds/check-night.ts';
import { type CheckPlan, checkPlanAgenda, SEALED_PLANS } from './checks/rounds/check-plan.ts';
import { type CheckRounds, roundsAgenda } from './checks/rounds/check-rounds.ts';
import {
  cancelledShiftsOf,
  checksOn,
  leavesIn,
  leavesOf,
  monthsBetween,
  OPEN_SWAPS,
  openChecksOf,
  rostersOf,
  shiftsOfMonth,
  shiftsOfPerson,
  shiftsOn,
  swapsOfShift,
} from './collections.ts';
import { everOn } from './feeds/ever-on.ts';
import type { Roster } from './roster/roster.ts';
import type { Shift } from './shift.ts';
import { shiftAgenda } from './shift-agenda.ts';
import { isOpenSwap, type Swap, shiftsOfSwap } from './swaps/swap.ts';
import { swapAgenda } from './swaps/swap-agenda.ts';

export const shiftKind = defineKind<Shift>({
  type: 'shift',
  agenda: shiftAgenda,
  collections: (shift) => {
    const { unit, day, state } = shift;
    const month = day.slice(0, 7);
    const known = [...everOn(shift)].map((person) => shiftsOfPerson(person, month));
    return state === 'cancelled'
      ? [cancelledShiftsOf(unit, month), ...known]
      : [shiftsOn(day), shiftsOfMonth(unit, month), ...known];
  },
  audited: true,
});

export const rosterKind = defineKind<Roster>({
  type: 'roster',
  agenda: ({ expiresAt, publishing }) => [
    publishing
      ? { at: publishing.goesOnAt, step: 'publish', track: 'publish', kind: 'act' }
      : { at: expiresAt, step: 'expire', track: 'expire', kind: 'act' },
  ],
  collections: ({ unit }) => [rostersOf(unit)],
  audited: false,
});

export const swapKind = defineKind<Swap>({
  type: 'swap',
  agenda: swapAgenda,
  collections: (swap) =>
    isOpenSwap(swap) ? [OPEN_SWAPS, ...shiftsOfSwap(swap).map(({ shift }) => swapsOfShift(shift))] : [],
  audited: true,
});

export const leaveKind = defineKind<DutyLeave>({
  type: 'leave',
  agenda: leaveAgenda,
  collections: ({ person, fromDay, toDay, cancelledAt }) =>
    cancelledAt ? [] : [leavesOf(person), ...monthsBetween(fromDay, toDay).map(leavesIn)],
  audited: true,
});

export const checkKind = defineKind<CheckIn>({
  type: 'check',
  agenda: checkAgenda,
  collections: (check) => [
    checksOn(isoShanghai(check.askAt).slice(0, 10)),
    ...(isAsking(check) ? [openChecksOf(check.person)] : []),
  ],
  audited: true,
});

/** The seal is a record from its first moment; its entry in the ledger holds the hash and nothing of the plan. */
export const checkPlanKind = defineKind<CheckPlan>({
  type: 'check-plan',
  agenda: checkPlanAgenda,
  collections: ({ state }) => (state === 'sealed' ? [SEALED_PLANS] : []),
  audited: true,
  secret: true,
});

export const checkRoundsKind = defineKind<CheckRounds>({
  type: 'check-rounds',
  agenda: roundsAgenda,
  collections: () => [],
  audited: false,
  secret: true,
  planned: true,
});

export const checkNightKind = defineKind<CheckNight>({
  type: 'check-night',
  agenda: nightAgenda,
  collections: () => [],
  audited: false,
});
