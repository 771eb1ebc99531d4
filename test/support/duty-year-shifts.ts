import type { Town } from './duty-year-office.ts';
import type { Player } from './duty-year-player.ts';

/** How a person planned for a day comes to the post. */
type Coming = 'in-time' | 'late' | 'another' | 'forgets' | 'never';

const MATTERS = ['利民超市举报待回访', '值班车没油', '水泵没修好', '上级文件待转办', '路灯报修未回复'];

/** Who takes over and hands over at every post, every morning: mostly in time, sometimes late, by another, or not at all. */
export function goOnDuty(player: Player, fromDay: string): void {
  const { chance } = player;
  const forgetting = new Set<string>();

  player.onHeard((who, text) => {
    if (/请说一下交给下一班的事/.test(text)) handsOver(player, who);
    else if (/还没有收到你的“接班”/.test(text) && forgetting.delete(who)) {
      player.afterMinutes(2, 20, () => comes(player, who));
    } else if (/请回复“清楚”/.test(text) && chance.is(0.9)) {
      player.afterMinutes(1, 15, () => player.says(who, '清楚'));
    }
  });
  planMorning(player, fromDay, forgetting);
}

function planMorning(player: Player, day: string, forgetting: Set<string>): void {
  const { book, office } = player;
  player.at(book.startMs(day) - 50 * 60_000, () => {
    for (const town of office.towns) morning(player, town, day, forgetting);
    planMorning(player, book.next(day), forgetting);
  });
}

function morning(player: Player, town: Town, day: string, forgetting: Set<string>): void {
  const { book, chance } = player;
  const slot = book.slot(town, 'officer', day);
  if (!slot) return;
  const startMs = book.startMs(day);
  const minute = (from: number, to: number) => startMs + chance.between(from * 60, to * 60) * 1_000;
  const coming = slot.planned ? drawComing(chance.next()) : chance.is(0.5) ? 'another' : 'never';

  if (coming === 'in-time') player.at(minute(-28, 0), () => plannedComes(player, town, day));
  if (coming === 'late') player.at(minute(1, 50), () => plannedComes(player, town, day));
  if (coming === 'forgets' && slot.planned) forgetting.add(slot.planned);
  if (coming !== 'another') return;
  const other = idleOfficer(player, town, day);
  if (other) player.at(minute(-20, 40), () => comes(player, other, town));
  if (slot.planned && chance.is(0.6)) player.at(minute(60, 300), () => plannedComes(player, town, day));
}

function drawComing(fate: number): Coming {
  if (fate < 0.85) return 'in-time';
  if (fate < 0.94) return 'late';
  if (fate < 0.97) return 'another';
  return fate < 0.99 ? 'forgets' : 'never';
}

/** Whoever is planned by then; a swap may have changed it since the morning began. */
async function plannedComes(player: Player, town: Town, day: string): Promise<void> {
  const who = player.book.slot(town, 'officer', day)?.planned;
  if (who) await comes(player, who);
}

/** Says that he is at his post. A bare 接班 needs no unit; who is not planned names it. */
async function comes(player: Player, who: string, stoodIn?: Town): Promise<void> {
  const { book, nowMs } = player;
  const town = player.townOf.get(who)!;
  const day = book.dayAt(nowMs + 30 * 60_000);
  if (!book.takeOver(town, day, who, nowMs)) return;
  const text = stoodIn ? `${town.name}接班` : player.chance.pick(['接班', '接班', '我来接班了', '已到岗接班']);
  await player.says(who, text, {
    onReply: (replies) => {
      const isHeard = replies.some((reply) => /已接班|起由你在岗/.test(reply));
      if (!isHeard)
        player.surprises.push(`${town.name} ${who} ${new Date(nowMs).toISOString()} ${text}: ${replies.join(' | ')}`);
    },
  });
}

function handsOver(player: Player, who: string): void {
  const { chance } = player;
  if (chance.is(0.12)) return;
  const count = chance.is(0.6) ? 0 : chance.between(1, 3);
  const text = count === 0 ? '无' : Array.from({ length: count }, () => chance.pick(MATTERS)).join('；');
  // Asked for half an hour before the end; some speak only after their relief has come.
  player.afterMinutes(2, 35, () => player.says(who, text));
}

/** An officer of the unit without a shift on that day or beside it, and not at the post. */
export function idleOfficer(
  { book, chance, nowMs }: Player,
  town: Town,
  day: string,
  except: ReadonlySet<string> = new Set(),
): string | undefined {
  const around = [book.next(day, -1), day, book.next(day)];
  const engaged = new Set(around.flatMap((one) => book.slot(town, 'officer', one)?.planned ?? []));
  for (const one of around) for (const { who } of book.slot(town, 'officer', one)?.holders ?? []) engaged.add(who);
  engaged.add(book.responsible(town, 'officer', nowMs).who ?? '');
  const idle = town.officers.filter((who) => !engaged.has(who) && !except.has(who));
  return idle.length > 0 ? chance.pick(idle) : undefined;
}
