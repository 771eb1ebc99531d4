import type { Player } from './duty-year-player.ts';
import { expected, move, type Request, type Swaps } from './duty-year-requests.ts';
import { idleOfficer } from './duty-year-shifts.ts';

/** Somebody has to go to hospital: from the post, or hours before he should be there. */
export async function dropsOut(player: Player, swaps: Swaps, busy: ReadonlySet<string>): Promise<void> {
  const { book, chance, office, nowMs } = player;
  if (player.isDown()) return;
  const town = chance.pick(office.towns);
  const now = book.responsible(town, 'officer', nowMs);
  const today = book.dayAt(nowMs);
  const isAhead = book.startMs(book.next(today)) - nowMs < 3.2 * 3_600_000;
  const given = isAhead ? book.next(today) : today;
  const slot = book.slot(town, 'officer', given);
  const giver = slot?.planned;
  const isThere = now.how === 'there' && slot?.takenMs !== undefined && now.who === giver;
  if (!slot || !giver || busy.has(giver) || (isAhead ? slot.takenMs !== undefined : !isThere)) return;
  const taker = idleOfficer(player, town, given, busy);
  if (!taker) return;

  const emergency = isAhead ? 'ahead' : 'running';
  const beginsMs = book.startMs(given);
  const request: Request = {
    ...{ no: '', town, layer: 'officer', giver, taker, given, emergency, beginsMs, state: 'in-force' },
  };
  swaps.requests.push(request);
  if (isAhead) {
    slot.planned = taker;
    move(swaps, giver, taker);
  } else book.standIn(town, given, taker, nowMs);
  const text = isAhead ? `突发急病，今天的班请${taker}替我` : `我现在去医院，${taker}替我`;
  await player.says(giver, text, {
    onReply: (replies) => {
      request.no = replies.flatMap((reply) => /应急代班(S\d+)已先生效/.exec(reply)?.[1] ?? [])[0] ?? '';
      if (!request.no)
        player.surprises.push(`${town.name} ${giver} ${new Date(nowMs).toISOString()} ${text}: ${replies.join(' | ')}`);
    },
  });
}

/** Who was to stand in cannot: the one who dropped out answers again. */
export function declines(player: Player, swaps: Swaps, who: string, no: string): void {
  player.afterMinutes(2, 15, async () => {
    const request = swaps.requests.find((one) => one.no === no);
    if (player.isDown() || !request || request.state !== 'in-force') return;
    request.state = 'closed';
    goesBack(player, swaps, request);
    await player.says(who, `不同意${no}`, { onReply: expected(player, request, /没有同意/) });
  });
}

/** A refusal empties no post: whoever stands there by then stays until the leader has named another. */
export function ruleEmergency(player: Player, swaps: Swaps, request: Request, approves: boolean): void {
  const slot = player.book.slot(request.town, 'officer', request.given)!;
  request.state = approves ? 'ruled' : 'closed';
  if (!approves && slot.takenMs === undefined) goesBack(player, swaps, request);
}

function goesBack({ book, nowMs }: Player, swaps: Swaps, { town, given, giver, taker }: Request): void {
  const slot = book.slot(town, 'officer', given)!;
  if (slot.planned === taker) {
    slot.planned = giver;
    move(swaps, taker, giver);
  }
  if (slot.takenMs !== undefined && slot.holders.at(-1)?.who === taker) book.standIn(town, given, giver, nowMs);
}
