import { type Decision, decide } from '../../../domain/decision.ts';
import type { Message } from '../../../domain/message.ts';
import { isToBot } from '../../../domain/message.ts';
import type { CommandContext } from '../command.ts';

/** What is said about a check-in goes to the speaker in private, wherever he spoke: nobody is checked before others. */
export function privately({ speaker, message }: CommandContext, text: string): Message {
  return { to: speaker.id, class: 'R', text, once: `${message.id}.answer` };
}

/** Nothing came of it: the speaker is told why, unless he was not speaking to us. */
export function refusedWith(context: CommandContext, text: string): Decision {
  return isToBot(context.message) ? decide({ say: [privately(context, text)] }) : decide({});
}
