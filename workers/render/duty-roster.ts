import { dutyRosterSheet } from '../../domain/papers/duty-roster.ts';
import { monthText } from '../../domain/papers/month-said.ts';
import type { PaperSheet } from '../../domain/papers/sheet.ts';
import { issuedText, paperSentText, paperTitle } from '../../domain/wording/papers.ts';
import { shiftsAroundMonth } from './records.ts';
import type { Renderer } from './renderer.ts';

/** 值班表 of one or several units and a month, to be printed. */
export const dutyRoster: Renderer = {
  kind: 'duty-roster',

  async draw(paper, { read, text }) {
    const month = paper.month!;
    const sheets: PaperSheet[] = [];
    for (const unit of paper.units) {
      const shifts = await shiftsAroundMonth(unit, month, read);
      if (!shifts.some(({ day }) => day.startsWith(month))) continue;
      sheets.push(
        dutyRosterSheet({ unit, month, shifts, phones: paper.phones, issued: issuedText(paper, text) }, text),
      );
    }
    if (sheets.length === 0) return undefined;
    const name = paperTitle(paper.kind, paper.units, monthText(month), text);
    return { name, text: paperSentText(name, ''), sheets };
  },
};
