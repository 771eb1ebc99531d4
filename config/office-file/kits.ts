import { CATALOGUE } from '../../domain/periods/catalogue/index.ts';
import { type KitItem, type OwnKit, ownKitId, withOwn } from '../../domain/periods/kits/kit.ts';
import { lastPart } from '../../domain/thing.ts';
import { KIT_FORM } from '../../domain/wording/kits-file.ts';
import type { Complaint } from '../../domain/wording/office-file.ts';
import { ownKitSchema } from '../kit-schema.ts';
import { builtInKits } from '../kits.ts';
import type { DraftPeriod } from './draft.ts';
import { itemComplaints, sayKitIssue } from './kit-issues.ts';
import type { Page } from './page.ts';

/** What an office changes about the kits, complaining on the page about everything that is wrong. */
export function readKits(page: Page, periods: readonly DraftPeriod[]): OwnKit[] {
  const { kits } = builtInKits();
  const seen = new Set<string>();
  return page.checked('kits', ownKitSchema, sayKitIssue).flatMap(({ line, data }) => {
    const period = periodNamed(data.period, periods);
    if (!period) return complained(page, line, KIT_FORM.unknownPeriod(data.period));
    if (seen.has(period)) return complained(page, line, KIT_FORM.periodTwice(data.period));
    seen.add(period);

    const brought = kits.find((kit) => kit.period === period)?.items ?? [];
    const { off, without, items } = data;
    const own: OwnKit = {
      ...{ id: ownKitId(period), type: 'own-kit', name: data.period, period, without, items },
      ...(off && { off }),
    };
    for (const complaint of kitComplaints(data.period, own, brought)) page.complain(line, complaint);
    return [own];
  });
}

function kitComplaints(name: string, own: OwnKit, brought: readonly KitItem[]): Complaint[] {
  const keys = brought.map(({ key }) => key);
  return [
    ...own.without.filter((key) => !keys.includes(key)).map((key) => KIT_FORM.unknownItem(key, keys)),
    ...itemComplaints({ name, entry: own.period }, own.items, withOwn(brought, own)),
  ];
}

/** By id, name or alias, of the catalogue or of the office's own periods. */
function periodNamed(name: string, periods: readonly DraftPeriod[]): string | undefined {
  const own = periods.find(({ id, period }) => [id.text, period.name, ...period.aliases].includes(name));
  if (own) return lastPart(own.period.id);
  return CATALOGUE.find((entry) => [entry.id, entry.name, entry.reads].includes(name))?.id;
}

function complained(page: Page, line: number, complaint: Complaint): [] {
  page.complain(line, complaint);
  return [];
}
