import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ZodError } from 'zod';
import type { Calendar } from '../domain/calendar/calendar.ts';
import { createCalendar } from '../domain/calendar/create-calendar.ts';
import { parseRung } from '../domain/calendar/rung.ts';
import type { Policy } from '../domain/policy.ts';
import { BadConfiguration, type Env } from './env.ts';
import { holidayTables } from './holidays.ts';
import { readPolicy } from './policy.ts';

export interface Settings {
  readonly policy: Policy;
  readonly calendar: Calendar;
}

/** The office's settings and calendar. Throws BadConfiguration that names every wrong setting, rung and window at once. */
export function readSettings(env: Pick<Env, 'ZHISHOU_POLICY_FILE'>): Settings {
  const policy = policyFrom(env.ZHISHOU_POLICY_FILE);
  const calendar = createCalendar(holidayTables(), policy.office);
  const problems = [...rungProblems(policy), ...windowProblems(policy, calendar)];
  if (problems.length > 0) throw new BadConfiguration(problems);
  return { policy, calendar };
}

function policyFrom(file: string | undefined): Policy {
  try {
    return readPolicy(file ? parse(readFileSync(file, 'utf8')) : {});
  } catch (error) {
    // Mistakes in the product's own data are named by themselves.
    if (error instanceof BadConfiguration) throw error;
    if (error instanceof ZodError) {
      throw new BadConfiguration(error.issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`));
    }
    throw new BadConfiguration([`${file}: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

/** A rung that cannot be read would otherwise be noticed only when its moment has come. */
function rungProblems({ tasks }: Policy): string[] {
  const { ladder, urgentNoAck, beforeDue } = tasks;
  const all = [...Object.values(ladder).flat(), ...urgentNoAck, ...beforeDue.flatMap((row) => row.rungs)];
  return all.flatMap((rung) => complaint(`tasks: rung "${rung}"`, () => parseRung(rung)));
}

function windowProblems({ windows }: Policy, calendar: Calendar): string[] {
  return Object.entries(windows).flatMap(([name, window]) =>
    complaint(`windows.${name}`, () => calendar.isWithin(new Date(0), window)),
  );
}

function complaint(what: string, work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    return [`${what}: ${error instanceof Error ? error.message : String(error)}`];
  }
}
