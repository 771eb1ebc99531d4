import type { Layer } from '../../domain/duty/shift.ts';
import { consents, rules, withdraws } from './duty-year-consents.ts';
import { declines, dropsOut } from './duty-year-emergencies.ts';
import type { Town } from './duty-year-office.ts';
import type { Player } from './duty-year-player.ts';
import type { Request, Swaps } from './duty-year-requests.ts';
import { spoken } from './duty-year-rosters.ts';

/** Swaps per unit and month, and people who drop out at the post or just before it. */
const SWAPS = 1.6;
const EMERGENCIES = 0.14;
const MONTH_MS = 30 * 86_400_000;

/** Everybody who changes shifts with somebody else, in good time or because he has to. */
export function swapShifts(player: Player, untilMs: number): Swaps {
  const { chance, book, office } = player;
  const swaps: Swaps = { requests: [], illegal: [], moved: new Map() };
  const busy = new Set<string>();
  const months = (untilMs - player.nowMs) / MONTH_MS;
  const days = Math.floor((untilMs - player.nowMs) / 86_400_000) - 2;
  const atHour = (from: number, to: number) =>
    book.startMs(book.next(book.dayAt(player.nowMs), chance.between(3, days))) +
    chance.between((from - 8.5) * 3_600, (to - 8.5) * 3_600) * 1_000;

  for (let count = Math.round(office.towns.length * months * SWAPS); count > 0; count--)
    player.at(atHour(9, 21), () => files(player, swaps, busy));
  for (let count = Math.round(office.towns.length * months * EMERGENCIES); count > 0; count--)
    player.at(chance.is(0.6) ? atHour(9.5, 30) : atHour(5.5, 7.4), () => dropsOut(player, swaps, busy));

  player.onHeard((who, text) => {
    const asked = /同意回复“同意(S\d+)”/.exec(text)?.[1];
    const laid = /批准回复“批准(S\d+)”/.exec(text)?.[1];
    const sent = /来不了请马上回复“不同意(S\d+)”/.exec(text)?.[1];
    const isAgain = /^(?:（补发）)?还在等|还没有批/.test(text);
    if (asked && !isAgain) consents(player, swaps, who, asked);
    if (laid) rules(player, swaps, who, laid, isAgain);
    if (sent && chance.is(0.12)) declines(player, swaps, who, sent);
  });
  return swaps;
}

/** Looks for two who may swap; sometimes for two who may not. */
async function files(player: Player, swaps: Swaps, busy: Set<string>): Promise<void> {
  const { book, chance, office } = player;
  if (player.isDown()) return player.afterMinutes(30, 90, () => files(player, swaps, busy));
  const town = chance.pick(office.towns);
  const layer: Layer = town.leaders.length > 0 && chance.is(0.12) ? 'leader' : 'officer';
  const given = book.next(book.dayAt(player.nowMs), chance.between(2, 16));
  const giver = book.slot(town, layer, given)?.planned;
  if (!giver || busy.has(giver)) return;
  const isExchange = chance.is(0.6);
  const found = isExchange ? exchange(player, town, layer, given, giver, busy) : undefined;
  const taker = found?.taker ?? stranger(player, town, layer, given, giver, busy);
  if (!taker) return;

  const text = found
    ? `换班 ${spoken(given)} 和${taker}换${spoken(found.returned)}`
    : `${spoken(given)}的班请${taker}代`;
  const isLegal = found !== undefined || isFree(player, town, layer, given, taker);
  const beginsMs = Math.min(book.startMs(given), found ? book.startMs(found.returned) : Number.POSITIVE_INFINITY);
  const request: Request = {
    ...{ no: '', town, layer, giver, taker, given, beginsMs, state: 'filed' },
    ...(found && { returned: found.returned }),
  };
  busy.add(giver).add(taker);
  player.at(beginsMs, () => {
    if (request.state === 'filed' || request.state === 'consented') request.state = 'expired';
    busy.delete(giver);
    busy.delete(taker);
  });
  // Numbered before anybody is asked: the other may read his question before the request is echoed.
  swaps.requests.push(request);
  await player.says(giver, text, {
    onReply: (replies) => {
      const no = replies.flatMap((reply) => /(?:换班|代班)申请(S\d+)/.exec(reply)?.[1] ?? [])[0];
      if (!isLegal) swaps.illegal.push({ text, refused: no === undefined });
      else if (!no) player.surprises.push(`${town.name} ${giver} ${text}: ${replies.join(' | ')}`);
      if (!no) request.state = 'closed';
      request.no = no ?? '';
    },
  });
  if (request.no && chance.is(0.04)) player.afterMinutes(1, 30, () => withdraws(player, request));
}

/** The other's shift some days from the own, so that neither serves on two days running. */
function exchange(player: Player, town: Town, layer: Layer, given: string, giver: string, busy: ReadonlySet<string>) {
  const { book, chance } = player;
  const returned = book.next(given, chance.pick([-2, -1, 1, 2, 3, 4]));
  const taker = book.slot(town, layer, returned)?.planned;
  if (!taker || taker === giver || busy.has(taker) || book.startMs(returned) - player.nowMs < 86_400_000)
    return undefined;
  const serves = (who: string, day: string, without: string) =>
    [-1, 0, 1].some((step) => {
      const one = book.next(day, step);
      return one !== without && book.slot(town, layer, one)?.planned === who;
    });
  if (serves(giver, returned, given) || serves(taker, given, returned)) return undefined;
  return { taker, returned };
}

/** Anybody of the layer who is not the giver; only most of the time somebody who is free. */
function stranger(player: Player, town: Town, layer: Layer, given: string, giver: string, busy: ReadonlySet<string>) {
  const all = layer === 'leader' ? town.leaders : town.officers;
  const others = all.filter((who) => who !== giver && !busy.has(who));
  const wanted = player.chance.is(0.85);
  const fitting = others.filter((who) => isFree(player, town, layer, given, who) === wanted);
  return fitting.length > 0 ? player.chance.pick(fitting) : undefined;
}

function isFree({ book }: Player, town: Town, layer: Layer, day: string, who: string): boolean {
  return [-1, 0, 1].every((step) => book.slot(town, layer, book.next(day, step))?.planned !== who);
}
