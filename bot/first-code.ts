import { decideAndCommit } from '../domain/decide-and-commit.ts';
import { decide } from '../domain/decision.ts';
import { firstBinding, needsFirstAdministrator } from '../domain/people/first-administrator.ts';
import { firstCodeText } from '../domain/wording/people.ts';
import type { DispatchContext } from './dispatch.ts';

const DIGITS = 6;

/** Where nobody can check a binding yet, a one-time code for the first administrator is printed; it is shown nowhere else. */
export async function printFirstCode(context: DispatchContext): Promise<void> {
  const fresh = context.codes.fresh(DIGITS);
  const outcome = await decideAndCommit('the first code', context, async (read) => {
    if (!needsFirstAdministrator(await read.office(), read.calendar.dayOf(read.now))) return undefined;
    return { decision: decide({ save: [firstBinding(fresh, read.now)] }), actor: { system: 'start' } };
  });
  if (outcome === 'done') process.stdout.write(`${firstCodeText(fresh.code)}\n`);
}
