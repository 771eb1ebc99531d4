import type { Town } from './duty-year-office.ts';
import type { Player } from './duty-year-player.ts';
import { spoken } from './duty-year-rosters.ts';

export interface Answers {
  count: number;
  readonly wrong: string[];
}

/** At random moments somebody asks who is on duty, now or on a day to come; the book knows it too. */
export function askWhoIsOnDuty(player: Player, perDay: number): Answers {
  const answers: Answers = { count: 0, wrong: [] };
  const { chance } = player;
  const again = () => {
    player.afterMinutes(1, Math.round((2 * 1_440) / perDay), async () => {
      again();
      if (!player.isDown()) await asks(player, answers);
    });
  };
  // Not before the first morning, when nobody has come anywhere yet.
  player.at(player.nowMs + 86_400_000, () => again());
  return answers;

  async function asks({ book, office, nowMs, world }: Player, { wrong }: Answers): Promise<void> {
    const town = chance.pick(office.towns);
    const isOwn = chance.is(0.6);
    const who = isOwn ? chance.pick([...town.officers, ...town.leaders]) : office.dispatcher;
    const unit = isOwn ? '' : town.name;
    const today = world.calendar.dayOf(world.now);
    const day = chance.is(0.6) ? undefined : book.next(today, chance.between(1, 25));
    if (day && !book.slot(town, 'officer', day)) return;
    const when = day ? (day === book.next(today) ? '明天' : spoken(day)) : chance.pick(['今天', '现在']);
    const right = day ? onDay(player, town, day) : atOnce(player, town, nowMs);
    const text = `${unit}${when}谁值班`;
    await player.says(who, text, {
      onReply: (replies) => {
        answers.count++;
        const lines = replies.flatMap((reply) => reply.split('\n'));
        const line = lines.find((one) => one.includes(`${town.name}：`));
        if (line?.slice(line.indexOf(`${town.name}：`)) === right) return;
        wrong.push(`${new Date(nowMs).toISOString()} ${who} ${text}: “${replies.join(' | ')}” and not “${right}”`);
      },
    });
  }
}

function atOnce({ book }: Player, town: Town, ms: number): string {
  const { who, how, awaited } = book.responsible(town, 'officer', ms);
  const missing = how === 'roster' && who ? '（未接班）' : how === 'staying' ? `（${awaited ?? '下一班'}未接班）` : '';
  return `${town.name}：${leading(town, book.responsible(town, 'leader', ms).who)}值班 ${who ?? '未排人'}${missing}`;
}

function onDay({ book }: Player, town: Town, day: string): string {
  const leader = book.slot(town, 'leader', day)?.planned;
  return `${town.name}：${leading(town, leader)}值班 ${book.slot(town, 'officer', day)!.planned ?? '未排人'}`;
}

function leading({ leaders }: Town, who: string | undefined): string {
  return leaders.length > 0 ? `带班 ${who ?? '未排人'}；` : '';
}
