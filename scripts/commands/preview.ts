import type { Env } from '../../config/env.ts';
import { readSettings } from '../../config/settings.ts';
import { isoShanghai } from '../../domain/calendar/iso.ts';
import { KINDS } from '../../domain/kinds.ts';
import { OfficeCache } from '../../domain/reading.ts';
import { momentText } from '../../domain/wording/dates.ts';
import { preview } from '../../workers/preview.ts';
import { reminderFor } from '../../workers/reminders/index.ts';
import { withOffice } from '../office-store.ts';

export interface PreviewOptions {
  /** Days in Shanghai, both included. */
  readonly from: string;
  readonly to: string;
  readonly json: boolean;
}

/** `zhishou preview`: what would be sent between two days if nobody answered anything. */
export async function printPreview(
  env: Env,
  { from, to, json }: PreviewOptions,
  out: (line: string) => void,
): Promise<void> {
  const { calendar, policy } = readSettings(env);
  await withOffice(env, async ({ store }) => {
    const rows = await preview(calendar.at(from, '00:00'), calendar.at(calendar.addDays(to, 1), '00:00'), {
      ...{ calendar, policy, reminderFor, kinds: KINDS, offices: new OfficeCache() },
      ...{ store: store.things, wakes: store.wakes },
    });
    if (json) {
      out(
        JSON.stringify(
          rows.map((row) => ({ ...row, at: isoShanghai(row.at) })),
          null,
          1,
        ),
      );
      return;
    }
    for (const row of rows) out(`${momentText(row.at, row.at, calendar)}  ${row.class}  ${row.to}：${row.text}`);
    if (rows.length === 0) out('这段时间没有要发的提醒');
  });
}
