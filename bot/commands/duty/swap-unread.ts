import { isOpenSwap } from '../../../domain/duty/swaps/swap.ts';
import { swapHowToText } from '../../../domain/wording/swap-requests.ts';
import { defineCommand, reply } from '../command.ts';
import { swapMeant } from './swap-meant.ts';
import swapQuery from './swap-query.ts';
import { withdrawMeant } from './swap-withdraw.ts';

const TAKES_BACK = /撤回|撤销|收回|取消|作废|不用?[换代替]了/;

/** Something about S019 in words that nobody reads: taken back in free words, else how it stands and what can be said. */
export default defineCommand({
  intent: 'unknown',
  matter: 'swap',
  right: 'do-duty',
  examples: [],

  async handle(context) {
    const { message, speaker, text } = context;
    if (TAKES_BACK.test(message.text)) return withdrawMeant(context);
    const swap = await swapMeant(context, { fits: () => false, prompt: '说的是哪一件？', example: 'S019' });
    if (!isOpenSwap(swap)) return swapQuery.handle(context);
    return reply(context, swapHowToText(swap, swap.approvers.includes(speaker.id), text), swap.no);
  },
});
