import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMeeting } from '../../../../bot/understand/meeting/read-meeting.ts';
import type { MeetingRow, UnlistedLimit } from '../../../../bot/understand/meeting/row.ts';
import { calendar } from '../reading.ts';

/** One line of `*.gold.jsonl`: an assignment a clerk takes from the speech. */
export interface Gold {
  readonly id: string;
  readonly quote: string;
  readonly lead_units: readonly string[];
  readonly co_units: readonly string[];
  readonly deadline: string | null;
  readonly strength: MeetingRow['kind'];
}

export interface Speech {
  readonly name: string;
  readonly text: string;
  readonly gold: readonly Gold[];
  /** Passages that look like assignments and are none. */
  readonly lookAlikes: readonly { readonly id: string; readonly quote: string }[];
}

export interface Score {
  /** Of gold rows that name a unit and concrete or standing work: those found with a right lead unit. */
  readonly found: number;
  readonly wanted: number;
  /** Of all gold rows, those that some row covers. */
  readonly anyFound: number;
  readonly anyWanted: number;
  readonly rows: number;
  readonly missed: readonly { readonly gold: Gold; readonly got: string }[];
  /** Rows that cover no gold row. */
  readonly notOrders: readonly MeetingRow[];
  readonly hitLookAlikes: readonly MeetingRow[];
  readonly invented: readonly { readonly row: MeetingRow }[];
  readonly lost: readonly { readonly gold: Gold; readonly row: MeetingRow | undefined }[];
  /** Of all deadlines of the gold: said on the row, or else on one beside it or in the list of those on none, or nowhere. */
  readonly deadlines: { readonly onRow: number; readonly near: number; readonly nowhere: readonly Gold[] };
  /** Limits on no row that are none of the gold's lost deadlines. */
  readonly falseAlarms: readonly UnlistedLimit[];
}

/** How far, in characters, what is beside a row may be from it. */
const BESIDE = 60;
/** Share of a gold quote that a row must cover. */
const COVERED = 0.6;

export function speechesIn(folder: string): Speech[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.txt'.length);
      const lines = (kind: string) =>
        readFileSync(join(folder, `${name}.${kind}.jsonl`), 'utf8')
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => JSON.parse(line));
      return {
        name,
        text: readFileSync(join(folder, file), 'utf8'),
        gold: lines('gold') as Gold[],
        lookAlikes: lines('not') as Speech['lookAlikes'],
      };
    });
}

export function scoreOf(speech: Speech): Score {
  const { rows, unlisted } = readMeeting({ text: speech.text, calendar });
  const place = (quote: string) => speech.text.indexOf(quote);
  const share = (row: MeetingRow, { quote }: { quote: string }) =>
    overlap(row, place(quote), quote.length) / quote.length;
  const wanted = speech.gold.filter(
    ({ lead_units, strength }) => lead_units.length > 0 && (strength === 'hard' || strength === 'standing'),
  );
  const covering = (gold: Gold) => rows.filter((row) => share(row, gold) >= COVERED);
  const missed = wanted.filter((gold) => !covering(gold).some((row) => namesLead(row, gold)));
  const judged = speech.gold.map((gold) => ({ gold, row: covering(gold)[0] }));
  const lost = judged.filter(({ gold, row }) => gold.deadline !== null && !saysDeadline(row?.deadline, gold.deadline));
  const isNear = (gold: Gold) => {
    const from = place(gold.quote);
    const near = [...rows, ...unlisted].filter(
      ({ start, end }) => start < from + gold.quote.length + BESIDE && end > from - BESIDE,
    );
    return near.some(({ deadline }) => saysDeadline(deadline, gold.deadline!));
  };
  const nowhere = lost.filter(({ gold }) => !isNear(gold)).map(({ gold }) => gold);
  const notOrders = rows.filter((row) => !speech.gold.some((gold) => matches(row, gold, place(gold.quote))));
  return {
    found: wanted.length - missed.length,
    wanted: wanted.length,
    anyFound: judged.filter(({ row }) => row).length,
    anyWanted: speech.gold.length,
    rows: rows.length,
    missed: missed.map((gold) => ({ gold, got: nearest(rows, gold, share) })),
    notOrders,
    hitLookAlikes: rows.filter((row) => speech.lookAlikes.some((one) => share(row, one) >= COVERED)),
    invented: rows
      .filter(
        (row) =>
          row.deadline !== null && !speech.gold.some((g) => matches(row, g, place(g.quote)) && g.deadline !== null),
      )
      .map((row) => ({ row })),
    lost,
    deadlines: {
      onRow: speech.gold.filter(({ deadline }) => deadline !== null).length - lost.length,
      near: lost.length - nowhere.length,
      nowhere,
    },
    falseAlarms: unlisted.filter(
      (one) =>
        !lost.some(
          ({ gold }) =>
            saysDeadline(one.deadline, gold.deadline!) &&
            one.start < place(gold.quote) + gold.quote.length + BESIDE &&
            one.end > place(gold.quote) - BESIDE,
        ),
    ),
  };
}

function overlap({ start, end }: MeetingRow, from: number, length: number): number {
  return Math.max(0, Math.min(end, from + length) - Math.max(start, from));
}

/** A row stands for a gold row where either covers enough of the other. */
function matches(row: MeetingRow, { quote }: Gold, from: number): boolean {
  const common = overlap(row, from, quote.length);
  return common >= COVERED * quote.length || common >= COVERED * row.quote.length;
}

function namesLead(row: MeetingRow, { lead_units }: Gold): boolean {
  return row.units.some(({ written }) => lead_units.some((lead) => plain(lead) === plain(written)));
}

/** Of two limits on one row each has to be said: 30分钟内口头报、1小时内书面报. */
/** Widths and blanks are no part of what was said: rows come with both put right. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

function saysDeadline(got: string | null | undefined, literal: string): boolean {
  const [said, deadline] = [plain(got ?? ''), plain(literal)];
  const parts = said.split('、').filter((part) => part !== '');
  const says = (wanted: string) => parts.some((part) => part.includes(wanted) || wanted.includes(part));
  return parts.length > 0 && (said.includes(deadline) || deadline.split('、').every(says));
}

function nearest(rows: readonly MeetingRow[], gold: Gold, share: (row: MeetingRow, gold: Gold) => number): string {
  const best = rows.map((row) => ({ row, part: share(row, gold) })).sort((a, b) => b.part - a.part)[0];
  return best && best.part > 0
    ? `${(100 * best.part).toFixed(0)} % ${best.row.units.map(({ written }) => written)} | ${best.row.quote}`
    : 'nothing';
}
