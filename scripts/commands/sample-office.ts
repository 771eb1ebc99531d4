import { readFileSync } from 'node:fs';
import { type Env, officeFilePath } from '../../config/env.ts';
import { officeThings, readOfficeFile } from '../../config/office-file.ts';
import { readSettings } from '../../config/settings.ts';
import { diffOffice, officeDecision } from '../../domain/people/apply-office.ts';
import { openOffice } from '../../store/open-office.ts';
import { commitAsSystem } from '../office-store.ts';

/** Takes the office file into a Redis that knows no office; afterwards Redis is the truth. */
export async function takeSampleOffice(env: Env, url: string): Promise<void> {
  const office = await openOffice({ url, office: env.ZHISHOU_OFFICE, onTrouble: () => {}, onSkew: () => {} });
  try {
    const file = officeFilePath(env);
    const { office: sample, problems } = readOfficeFile(readFileSync(file, 'utf8'));
    if (!sample) throw new Error(`${file} has ${problems.length} problems; run "zhishou check ${file}"`);
    const settings = readSettings(env);
    const today = settings.calendar.dayOf(office.clock.now());
    const changes = diffOffice([], officeThings(sample, office.clock.now()), today);
    await commitAsSystem(officeDecision(changes), office, settings, 'sample office');
  } finally {
    await office.close();
  }
}
