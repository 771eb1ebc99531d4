import { partiesOf, type Swap } from '../../../domain/duty/swaps/swap.ts';
import { may } from '../../../domain/people/rights.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { swapStateText } from '../../../domain/wording/swap-requests.ts';
import { type CommandContext, defineCommand, reply } from '../command.ts';
import { swapMeant } from './swap-meant.ts';

/** S019: how a request stands. */
export default defineCommand({
  intent: 'query',
  matter: 'swap',
  right: 'see-duty',
  examples: ['S019'],

  async handle(context) {
    const fits = (swap: Swap) => partiesOf(swap).includes(context.speaker.id);
    const swap = await swapMeant(context, { fits, prompt: '问的是哪一件？', example: 'S019' });
    // Why somebody cannot serve is nobody else's business, and so is the rest of the request.
    if (!isConcerned(swap, context)) throw new Refusal('NO_SUCH_MATTER', { no: swap.no });
    return reply(context, swapStateText(swap, context.text), swap.no);
  },
});

function isConcerned(swap: Swap, { speaker, office, read }: CommandContext): boolean {
  if ([...partiesOf(swap), swap.filedBy, ...swap.approvers].includes(speaker.id)) return true;
  const day = read.calendar.dayOf(read.now);
  return may({ person: speaker, right: 'plan-duty', unit: swap.unit, office, day }).allowed;
}
