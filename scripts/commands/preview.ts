import type { Env } from '../../config/env.ts';
import { readSettings } from '../../config/settings.ts';
import { isoShanghai } from '../../domain/calendar/iso.ts';
import { KINDS } from '../../domain/kinds.ts';
import { OfficeCache } from '../../domain/reading.ts';
import { momentText } from '../../domain/wording/dates.ts';
import { PREVIEW_EMPTY, PREVIEW_LEFT_OUT } from '../../domain/wording/preview.ts';
import { preview } from '../../workers/preview.ts';
import { PREVIEW_PLANNERS } from '../../workers/preview-planners.ts';
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
  await withOffice(env, async ({ store, clock }) => {
    const rows = await preview(calendar.at(from, '00:00'), calendar.at(calendar.addDays(to, 1), '00:00'), {
      ...{ calendar, policy, reminderFor, kinds: KINDS, offices: new OfficeCache() },
      ...{ store: store.things, wakes: store.wakes },
      planned: { from: clock.now(), planners: PREVIEW_PLANNERS },
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
    // The year is named from the turn of the year on, and a text of several lines stays together.
    const start = calendar.at(from, '00:00');
    for (const { at, class: messageClass, to, text } of rows)
      out(`${momentText(at, start, calendar)}  ${messageClass}  ${to}：${text.replaceAll('\n', '\n    ')}`);
    out(rows.length === 0 ? PREVIEW_EMPTY : PREVIEW_LEFT_OUT);
  });
}
