import { writeXlsx } from 'hucre/xlsx';
import { decideAndCommit } from '../../domain/decide-and-commit.ts';
import { publishRoster } from '../../domain/duty/roster/publish-decision.ts';
import { rosterContext } from '../../domain/duty/roster/publish-plan.ts';
import { readRoster } from '../../domain/duty/roster/read-roster.ts';
import { rosterId } from '../../domain/duty/roster/roster.ts';
import { KINDS } from '../../domain/kinds.ts';
import { OfficeCache } from '../../domain/reading.ts';
import { personIdOf, type Town } from './duty-year-office.ts';
import type { Player } from './duty-year-player.ts';

/** Of a thousand officers' days so many are left open by who writes the roster. */
const OPEN_DAYS = 4;
/** Every so manieth roster comes through the chat as a workbook; the others go the same way from the sheet on. */
const BY_CHAT = 3;

type Row = readonly (string | null)[];

/** The first days of a month, all units hand in the roster of the next one. */
export function handInRosters(player: Player, month: string): void {
  const { calendar } = player.world;
  const first = `${calendar.addMonths(`${month}-01`, -1).slice(0, 7)}-01`;
  const days: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = calendar.addDays(day, 1)) days.push(day);
  player.office.towns.forEach((town, index) => {
    const at = calendar.at(calendar.addDays(first, index % 5), '10:00').getTime() + index * 60_000;
    player.at(at, () => handIn(player, town, { month, days }, index));
  });
}

interface Month {
  readonly month: string;
  readonly days: readonly string[];
}

async function handIn(player: Player, town: Town, { month, days }: Month, index: number): Promise<void> {
  if (player.isDown()) return player.afterMinutes(60, 120, () => handIn(player, town, { month, days }, index));
  const isByChat = (index + Number(month.slice(5))) % BY_CHAT === 0;
  const open = drawRoster(player, town, days);
  const rows = rowsOf(player, town, days, open);
  if (isByChat) return throughTheChat(player, town, month, rows, open);
  await throughTheDecision(player, town, rows);
  for (const day of open) player.book.plan(town, 'officer', day, undefined);
}

/** Officers in turn, leaders in turn, so that nobody serves two days running. Answers the days left open. */
function drawRoster({ book, chance, world }: Player, town: Town, days: readonly string[]): string[] {
  const open: string[] = [];
  for (const day of days) {
    const turn = world.calendar.daysBetween('2025-01-01', day);
    const officer = town.officers[turn % town.officers.length]!;
    if (chance.is(OPEN_DAYS / 1_000)) open.push(day);
    else book.plan(town, 'officer', day, officer);
    const leader = town.leaders[turn % town.leaders.length];
    if (leader) book.plan(town, 'leader', day, leader);
  }
  return open;
}

function rowsOf({ book }: Player, town: Town, days: readonly string[], open: readonly string[]): Row[] {
  const officer = (day: string) => (open.includes(day) ? null : book.slot(town, 'officer', day)!.planned!);
  const rows = days.map((day): Row => {
    const said = `${day.slice(0, 4)}年${spoken(day)}`;
    return town.leaders.length > 0
      ? [said, book.slot(town, 'leader', day)!.planned!, officer(day)]
      : [said, officer(day)];
  });
  return [town.leaders.length > 0 ? ['日期', '带班领导', '值班员'] : ['日期', '值班员'], ...rows];
}

async function throughTheChat(
  player: Player,
  town: Town,
  month: string,
  rows: readonly Row[],
  open: readonly string[],
): Promise<void> {
  const { world, chance, book } = player;
  const file = `${town.name}值班表${month}.xlsx`;
  const liaison = town.officers[0]!;
  world.holds(file, await writeXlsx({ sheets: [{ name: month, rows: rows.map((row) => [...row]) }] }));
  await player.says(liaison, '', { files: [file], onReply: expect(player, `${file}读到`, /读到\d+天/) });
  for (const day of open) {
    const turn = world.calendar.daysBetween('2025-01-01', day);
    const stands = chance.is(0.5) ? town.officers[(turn + 3) % town.officers.length] : undefined;
    book.plan(town, 'officer', day, stands);
    if (stands) {
      await player.says(liaison, `${spoken(day)}值班补 ${stands}`, {
        onReply: expect(player, `${file}补`, /回复“发布”|空缺/),
      });
    }
  }
  await player.says(liaison, '发布', { onReply: expect(player, `${file}发布`, /已发布\d+班/) });
}

async function throughTheDecision({ world, nowMs }: Player, town: Town, rows: readonly Row[]): Promise<void> {
  const { store, calendar, policy } = world;
  const by = personIdOf(town.officers[0]!);
  const at = new Date(nowMs);
  const context = { store, offices: new OfficeCache(), calendar, policy, kinds: KINDS, now: () => at };
  const sheet = { name: town.name, rows: rows.map((row) => row.map((text) => ({ text: text ?? '' }))) };
  await decideAndCommit(`the roster of ${town.name}`, context, async (read) => {
    const { draft } = readRoster([sheet], await rosterContext(town.id, read));
    const roster = {
      id: rosterId(town.id),
      type: 'roster',
      unit: town.id,
      by,
      readAt: at,
      expiresAt: at,
      draft,
    } as const;
    const once = `published.${town.id}.${at.toISOString()}`;
    const { decision } = await publishRoster(roster, { by, at, once }, read);
    return { decision, actor: { person: by } };
  });
  await world.settle();
}

export function spoken(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

function expect({ surprises }: Player, what: string, pattern: RegExp): (replies: readonly string[]) => void {
  return (replies) => {
    if (!replies.some((reply) => pattern.test(reply))) surprises.push(`${what}: ${replies.join(' | ')}`);
  };
}
