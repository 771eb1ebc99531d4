import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '../domain/periods/catalogue/index.ts';
import type { Kit, KitTable } from '../domain/periods/kits/kit.ts';
import { KIT_FORM } from '../domain/wording/kits-file.ts';
import { problemText } from '../domain/wording/office-file.ts';
import { BadConfiguration } from './env.ts';
import { departmentSchema, kitSchema } from './kit-schema.ts';
import { itemComplaints, sayKitIssue, twiceIn } from './office-file/kit-issues.ts';
import { Page } from './office-file/page.ts';
import { projectRoot } from './root.ts';

/** Which words of kits stand for which departments; everything else in the folder are kits. */
const DEPARTMENTS = 'departments.yaml';

let known: KitTable | undefined;

/** The kits that the product brings along, read once. */
export function builtInKits(): KitTable {
  known ??= readKitFolder();
  return known;
}

/** Kits of a folder, one list of them a file. Throws a BadConfiguration that names every mistake with its file and line. */
export function readKitFolder(folder = join(projectRoot(), 'config', 'kits')): KitTable {
  const problems: string[] = [];
  const pageOf = (name: string) => new Page(readFileSync(join(folder, name), 'utf8'));
  const note = (name: string, page: Page) =>
    problems.push(...page.problems.map((problem) => problemText(`config/kits/${name}`, problem)));

  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== DEPARTMENTS);
  const kits = files.toSorted().flatMap((name) => {
    const page = pageOf(name);
    const found = page.unreadable ? [] : kitsOf(page);
    note(name, page);
    return found;
  });
  for (const period of twiceIn(kits.map((kit) => kit.period))) problems.push(KIT_FORM.periodTwice(period).what);

  const page = pageOf(DEPARTMENTS);
  const departments = page.unreadable ? [] : page.checked(undefined, departmentSchema, sayKitIssue);
  note(DEPARTMENTS, page);
  if (problems.length > 0) throw new BadConfiguration(problems);
  return { kits, departments: Object.fromEntries(departments.map(({ data }) => [data.word, data.names])) };
}

function kitsOf(page: Page): Kit[] {
  return page.checked(undefined, kitSchema, sayKitIssue).map(({ line, data }) => {
    const { period, items } = data;
    if (!CATALOGUE.some(({ id }) => id === period)) page.complain(line, KIT_FORM.unknownPeriod(period));
    for (const complaint of itemComplaints({ name: period, entry: period }, items)) page.complain(line, complaint);
    return data;
  });
}
