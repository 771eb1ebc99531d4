import { type Decision, decide } from '../../../domain/decision.ts';
import type { Message } from '../../../domain/message.ts';
import type { CommandContext } from '../command.ts';

/** What is said about a check-in goes to the speaker in private, wherever he spoke: nobody is checked before others. */
export function privately({ speaker, message }: CommandContext, text: string): Message {
  return { to: speaker.id, class: 'R', text, once: `${message.id}.answer` };
}

/** In a room people speak of numbers and of who is there all day; only what is said to the bot is answered. */
export function unheard({ message }: CommandContext): boolean {
  return message.room !== undefined && !message.mentionsMe && message.quote?.mine !== true;
}

/** Nothing came of it: the speaker is told why, unless he was not speaking to us. */
export function refusedWith(context: CommandContext, text: string): Decision {
  return unheard(context) ? decide({}) : decide({ say: [privately(context, text)] });
}
