import { decide } from '../domain/decision.ts';
import { firstBinding, needsFirstAdministrator } from '../domain/people/first-administrator.ts';
import { planCommit } from '../domain/plan-commit.ts';
import { RecordedReading } from '../domain/reading.ts';
import { firstCodeText } from '../domain/wording/people.ts';
import type { DispatchContext } from './dispatch.ts';

const DIGITS = 6;

/** Where nobody can check a binding yet, a one-time code for the first administrator is printed; it is shown nowhere else. */
export async function printFirstCode(context: DispatchContext): Promise<void> {
  const read = new RecordedReading({ ...context, now: context.now() });
  if (!needsFirstAdministrator(await read.office(), read.calendar.dayOf(read.now))) return;
  const fresh = context.codes.fresh(DIGITS);
  const decision = decide({ save: [firstBinding(fresh, read.now)] });
  const outcome = await context.store.commit(await planCommit(decision, read, { system: 'start' }, context));
  if (outcome.kind === 'done') process.stdout.write(`${firstCodeText(fresh.code)}\n`);
}
