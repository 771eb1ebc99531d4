import { OPEN_SWAPS } from '../../../domain/duty/collections.ts';
import { DutyRefusal } from '../../../domain/duty/duty-refusal.ts';
import { type Swap, swapId } from '../../../domain/duty/swaps/swap.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { whichSwapText } from '../../../domain/wording/swap-requests.ts';
import { matterNumbers } from '../../understand/matter-numbers.ts';
import { type CommandContext, WhichOne } from '../command.ts';

const MOST_CHOICES = 9;

interface SwapQuery {
  /** Whether an open request waits for the speaker in this matter. */
  fits(swap: Swap): boolean;
  readonly prompt: string;
  /** What to say instead, where nothing fits: `同意S019`. */
  readonly example: string;
}

/** The swap a message is about: the number said > the number quoted > the only open one that fits > a numbered choice. */
export async function swapMeant(context: CommandContext, query: SwapQuery): Promise<Swap> {
  const { read, message, meaning } = context;
  const chosen = meaning.item ?? meaning.task;
  const said = chosen ? [chosen] : numbersIn(message.text);
  const named = [...new Set(said.length > 0 ? said : numbersIn(message.quote?.text ?? ''))];
  if (named.length > 0) {
    const found = await read.things<Swap>(named.map((no) => swapId(no.toUpperCase())));
    if (found.length === 0) throw new Refusal('NO_SUCH_MATTER', { no: named[0]! });
    return only(found, query.prompt, context);
  }
  const open = (await read.members<Swap>(OPEN_SWAPS)).filter((swap) => query.fits(swap));
  if (open.length === 0) throw new DutyRefusal('SWAP_NONE_OPEN', { example: query.example });
  return only(open, query.prompt, context);
}

function numbersIn(text: string): string[] {
  return matterNumbers(text)
    .map(({ no }) => no)
    .filter((no) => no.startsWith('S'));
}

function only(swaps: readonly Swap[], prompt: string, { text }: CommandContext): Swap {
  if (swaps.length === 1) return swaps[0]!;
  throw new WhichOne(
    'task',
    prompt,
    swaps.slice(0, MOST_CHOICES).map((swap) => ({ label: whichSwapText(swap, text), value: swap.no })),
  );
}
