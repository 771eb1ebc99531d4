import { dutyMonthSheets } from '../../domain/papers/duty-month.ts';
import { monthText } from '../../domain/papers/month-said.ts';
import type { PaperSheet } from '../../domain/papers/sheet.ts';
import { issuedText, paperSentText, paperTitle } from '../../domain/wording/papers.ts';
import { checksBetween, entriesOfMonth, shiftsAroundMonth } from './records.ts';
import type { Renderer } from './renderer.ts';

/** 值班记录表 (值班月报) of one or several units and a month. */
export const dutyMonth: Renderer = {
  kind: 'duty-month',

  async draw(paper, { read, text }) {
    const { calendar } = read;
    const month = paper.month!;
    const first = `${month}-01`;
    // The last shift of the month runs into the next.
    const checks = await checksBetween(first, calendar.addDays(calendar.addMonths(first, 1), 7), read);
    const sheets: PaperSheet[] = [];
    let count = 0;
    for (const unit of paper.units) {
      const shifts = await shiftsAroundMonth(unit, month, read);
      const entries = await entriesOfMonth(unit, month, shifts, read);
      if (!shifts.some(({ day }) => day.startsWith(month))) continue;
      count += entries.length;
      const own = { unit, month, shifts, entries, phones: paper.phones, issued: issuedText(paper, text) };
      sheets.push(...dutyMonthSheets({ ...own, checks: checks.filter((check) => check.unit === unit) }, text));
    }
    if (sheets.length === 0) return undefined;
    const name = paperTitle(paper.kind, paper.units, monthText(month), text);
    return { name, text: paperSentText(name, `值班记录${count}条`), sheets };
  },
};
