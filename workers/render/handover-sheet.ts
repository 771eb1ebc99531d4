import { shiftsOfUnit } from '../../domain/duty/collections.ts';
import { reliefOf } from '../../domain/duty/near.ts';
import type { Shift } from '../../domain/duty/shift.ts';
import { handoverSheet } from '../../domain/papers/handover-sheet.ts';
import { issuedText, paperSentText, paperTitle } from '../../domain/wording/papers.ts';
import { checksBetween, entriesToHandOver } from './records.ts';
import type { Renderer } from './renderer.ts';

/** So many days before a shift begin leaders' shifts that still run in it, and so many after it its relief. */
const DAYS_AROUND = 7;

/** 交接班表 of single shifts, one sheet each. */
export const handover: Renderer = {
  kind: 'handover-sheet',

  async draw(paper, { read, text }) {
    const { calendar } = read;
    const shifts = await read.things<Shift>(paper.shifts!);
    const [first] = shifts;
    if (!first) return undefined;

    const sheets = [];
    for (const shift of shifts) {
      const around = await shiftsOfUnit(
        shift.unit,
        calendar.addDays(shift.day, -DAYS_AROUND),
        calendar.addDays(shift.day, DAYS_AROUND),
        read,
      );
      const relief = reliefOf(shift, around);
      const checks = await checksBetween(shift.day, calendar.dayOf(shift.endAt), read);
      const entries = await entriesToHandOver(shift, read);
      const asked = { shift, shifts: around, checks, entries, phones: paper.phones, issued: issuedText(paper, text) };
      sheets.push(handoverSheet({ ...asked, ...(relief && { relief }) }, text));
    }
    const when = `${Number(first.day.slice(5, 7))}月${Number(first.day.slice(8))}日`;
    const name = paperTitle(paper.kind, paper.units, when, text);
    return { name, text: paperSentText(name, ''), sheets };
  },
};
