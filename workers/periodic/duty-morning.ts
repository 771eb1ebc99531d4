import { decideAndCommit } from '../../domain/decide-and-commit.ts';
import { type Decision, decide } from '../../domain/decision.ts';
import { shiftsOfUnit, shiftsOnDays } from '../../domain/duty/collections.ts';
import { isValid } from '../../domain/duty/duty-line.ts';
import { dutyOfDay, type UnitDuty, wholeOfficeRoom } from '../../domain/duty/morning.ts';
import { KINDS } from '../../domain/kinds.ts';
import { OfficeCache, type Reading } from '../../domain/reading.ts';
import { morningLineText } from '../../domain/wording/duty-morning.ts';
import { auditHead, FIRST_HEAD } from '../../store/audit-seals.ts';
import { definePeriodic } from './periodic.ts';

/** Whoever rostered anything within so many days is expected to have somebody on duty today. */
const DAYS_AROUND = 7;
/** Whoever rosters only what lies ahead, and nothing for so many days back, has not begun yet. */
const DAYS_BEGUN = 60;
const HOUR_MS = 3_600_000;

/** 今日值班: one line each morning to the room of the whole office, so that silence is noticed. Asked three times, said once. */
export const dutyMorning = definePeriodic({
  name: 'duty-morning',
  cron: '20,35,50 8 * * *',

  async run({ office, settings }) {
    const head = await auditHead(office.redis, office.keys);
    await decideAndCommit(
      'the morning line',
      {
        ...settings,
        store: office.store.things,
        kinds: KINDS,
        offices: new OfficeCache(),
        now: () => office.clock.now(),
      },
      async (read) => {
        const decision = await morningLine(read, head === FIRST_HEAD ? undefined : head);
        return decision && { decision, actor: { system: 'duty-morning' } };
      },
    );
  },
});

/** Undefined where no roster is published, and where the chat has not shown the room yet. */
export async function morningLine(read: Reading, head?: string): Promise<Decision | undefined> {
  const { calendar, now, policy } = read;
  const office = await read.office();
  const room = wholeOfficeRoom(office);
  if (!room) return undefined;

  const today = calendar.dayOf(now);
  const fromAt = calendar.at(today, policy.checks.shiftStart);
  const toAt = calendar.at(calendar.addDays(today, 1), policy.checks.shiftStart);
  const shifts = await shiftsOnDays(calendar.addDays(today, -DAYS_AROUND), calendar.addDays(today, DAYS_AROUND), read);
  const units = await begun(dutyOfDay(shifts, office, fromAt, toAt), read);
  if (units.length === 0) return undefined;

  const text = morningLineText({ units, fromAt, toAt }, head, { office, calendar, now });
  // Names of people who are on duty now: of the class that is spoken on days off too.
  return decide({
    say: [
      {
        to: room.id,
        class: 'L1',
        text,
        once: `duty-morning.${today}.${room.id}`,
        notAfterAt: new Date(now.getTime() + HOUR_MS),
      },
    ],
  });
}

/** Without units whose first roster begins on a later day: nothing is missing there today. */
async function begun(units: readonly UnitDuty[], read: Reading): Promise<UnitDuty[]> {
  const { calendar, now } = read;
  const today = calendar.dayOf(now);
  const ofUnit = async ({ unit, isFull, leaders, officers }: UnitDuty) => {
    if (isFull || leaders.length + officers.length > 0) return true;
    const known = await shiftsOfUnit(unit, calendar.addDays(today, -DAYS_BEGUN), today, read);
    return known.some((shift) => isValid(shift) && shift.startAt <= now);
  };
  const kept = await Promise.all(units.map(ofUnit));
  return units.filter((_, index) => kept[index]);
}
