import { type Decision, decide } from '../domain/decision.ts';
import type { Meaning } from '../domain/meaning.ts';
import { conversationOf } from '../domain/question.ts';
import { Refusal } from '../domain/refusal.ts';
import { whichText } from '../domain/wording/general.ts';
import { WhichOne } from './commands/command.ts';
import type { Heard } from './dispatch.ts';

/** What the person hears of an error that is meant for him; undefined for one that is not. */
export function spokenError(heard: Heard, meaning: Meaning, error: unknown): Decision | undefined {
  if (error instanceof Refusal) return sayTo(heard, error.text);
  if (error instanceof WhichOne) return whichOne(heard, meaning, error);
  return undefined;
}

export function sayTo({ message, person, room }: Heard, text: string): Decision {
  const to = conversationOf(message, person?.id, room?.id);
  return decide({ say: [{ to, class: 'R', text, once: `${message.id}.answer` }] });
}

function whichOne(heard: Heard, meaning: Meaning, error: WhichOne): Decision {
  const { message, person, room, read } = heard;
  const decision = sayTo(
    heard,
    whichText(
      error.prompt,
      error.choices.map((choice) => choice.label),
    ),
  );
  if (!person) return decision;
  const { time: _time, times: _times, ...slots } = meaning;
  return {
    ...decision,
    ask: [
      {
        conversation: conversationOf(message, person.id, room?.id),
        person: person.id,
        matter: 'choice',
        about: error.slot,
        kinds: ['choice'],
        choices: error.choices,
        held: { message, meaning: { ...slots, times: [] } },
        expiresAt: new Date(read.now.getTime() + 86_400_000),
      },
    ],
  };
}
