import { type Decision, decide, merge } from '../../../domain/decision.ts';
import { DutyRefusal } from '../../../domain/duty/duty-refusal.ts';
import { tellAbout } from '../../../domain/duty/swaps/ask-swap.ts';
import { isOpenSwap } from '../../../domain/duty/swaps/swap.ts';
import { concernedBy, turned } from '../../../domain/duty/swaps/swap-decisions.ts';
import { withdrawSwap } from '../../../domain/duty/swaps/swap-rules.ts';
import { swapEndedText } from '../../../domain/wording/swaps.ts';
import { answer, type CommandContext, defineCommand } from '../command.ts';
import { swapMeant } from './swap-meant.ts';

/** 撤回S019, as long as nothing has changed hands. */
export default defineCommand({
  intent: 'cancel',
  matter: 'swap',
  right: 'do-duty',
  examples: ['撤回S019', '取消 S019 不用换了'],

  handle: withdrawMeant,
});

/** Everybody who was asked hears that nothing comes of it, and who serves. */
export async function withdrawMeant(context: CommandContext): Promise<Decision> {
  const { read, speaker, text, message } = context;
  const swap = await swapMeant(context, {
    fits: (one) => one.state !== 'in-force' && [one.filedBy, one.giver].includes(speaker.id),
    prompt: '撤回的是哪一件？',
    example: '撤回S019',
  });
  if (swap.state === 'in-force') throw new DutyRefusal('SWAP_IN_FORCE', { no: swap.no });
  const after = withdrawSwap(swap, speaker.id, read.now);

  const words = swapEndedText(after, text);
  const once = `${swap.id}.withdrawn`;
  const told = isOpenSwap(swap) ? concernedBy(after, { read, text, once }) : [];
  const others = told.filter((person) => person !== speaker.id);
  return merge([
    await turned(swap, after, [], speaker.id, read),
    decide({
      say: [
        answer(context, words, swap.no),
        ...tellAbout(after, others, words, { once: `${once}.${message.id}`, now: read.now }),
      ],
    }),
  ]);
}
