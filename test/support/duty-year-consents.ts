import { ruleEmergency } from './duty-year-emergencies.ts';
import type { Player } from './duty-year-player.ts';
import { expected, isTooLate, move, type Request, type Swaps } from './duty-year-requests.ts';

/** Who asked takes it back before anybody has answered. */
export async function withdraws(player: Player, request: Request): Promise<void> {
  if (player.isDown() || request.state !== 'filed' || isTooLate(player, request)) return;
  request.state = 'closed';
  await player.says(request.giver, `撤回${request.no}`, { onReply: expected(player, request, /已撤回/) });
}

/** The other has read that he is asked: he agrees, declines, or never answers. */
export function consents(player: Player, swaps: Swaps, who: string, no: string): void {
  const { chance } = player;
  const fate = chance.next();
  if (fate > 0.82) return;
  const agrees = fate < 0.72;
  const speak = async (): Promise<void> => {
    const request = swaps.requests.find((one) => one.no === no);
    if (player.isDown()) return player.afterMinutes(20, 60, speak);
    if (request?.state !== 'filed' || request.taker !== who || isTooLate(player, request)) return;
    request.state = agrees ? 'consented' : 'closed';
    const text = agrees ? `同意${no}` : `不同意${no} 那天要开会`;
    await player.says(who, text, { onReply: expected(player, request, agrees ? /已记下/ : /没有同意，不换/) });
  };
  player.afterMinutes(3, chance.is(0.7) ? 180 : 1_400, speak);
}

/** The leader has read what is laid before him: he approves, refuses, or never answers. */
export function rules(player: Player, swaps: Swaps, who: string, no: string, isAgain: boolean): void {
  const { chance } = player;
  const fate = chance.next();
  if (fate > (isAgain ? 0.4 : 0.85)) return;
  const approves = fate < (isAgain ? 0.36 : 0.78);
  const speak = async (): Promise<void> => {
    const request = swaps.requests.find((one) => one.no === no);
    if (player.isDown()) return player.afterMinutes(20, 60, speak);
    const isOpen = request && (request.state === 'consented' || (request.emergency && request.state === 'in-force'));
    if (!isOpen || (!request.emergency && isTooLate(player, request))) return;
    const text = approves ? `批准${no}` : `不批准${no} 人手紧`;
    if (request.emergency) ruleEmergency(player, swaps, request, approves);
    else if (approves) changeHands(player, swaps, request);
    if (request.state === 'consented') request.state = 'closed';
    await player.says(who, text, { onReply: expected(player, request, approves ? /生效|已批准|批准/ : /没有获准/) });
  };
  player.afterMinutes(4, chance.is(0.7) ? 120 : 1_200, speak);
}

function changeHands({ book }: Player, swaps: Swaps, request: Request): void {
  const { town, layer, given, returned, giver, taker } = request;
  request.state = 'in-force';
  book.slot(town, layer, given)!.planned = taker;
  if (returned) book.slot(town, layer, returned)!.planned = giver;
  else move(swaps, giver, taker);
}
