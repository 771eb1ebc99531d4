import { type Ask, type Decision, decide } from '../domain/decision.ts';
import type { Meaning } from '../domain/meaning.ts';
import { conversationOf } from '../domain/question.ts';
import { Refusal } from '../domain/refusal.ts';
import { whichText } from '../domain/wording/general.ts';
import { WhichOne } from './commands/command.ts';
import { MISSING } from './commands/missing.ts';
import type { Heard } from './dispatch.ts';

/** What the person hears of an error that is meant for him; undefined for one that is not. */
export function spokenError(heard: Heard, meaning: Meaning, error: unknown): Decision | undefined {
  if (error instanceof Refusal) return refused(heard, meaning, error);
  if (error instanceof WhichOne) return whichOne(heard, meaning, error);
  return undefined;
}

/** What only misses a word waits for it: whoever says it next need not say the rest again. */
function refused(heard: Heard, meaning: Meaning, error: Refusal): Decision {
  const decision = sayTo(heard, error.text);
  const about = MISSING[error.code];
  const { no, unit } = error.details;
  if (!about || !no) return decision;
  const known = { ...meaning, task: meaning.task ?? no, ...(unit && { unit: meaning.unit ?? unit }) };
  return { ...decision, ask: waitsFor(heard, known, { about, matter: 'words', kinds: ['text'] }) };
}

export function sayTo({ message, person, room }: Heard, text: string): Decision {
  const to = conversationOf(message, person?.id, room?.id);
  return decide({ say: [{ to, class: 'R', text, once: `${message.id}.answer` }] });
}

function whichOne(heard: Heard, meaning: Meaning, error: WhichOne): Decision {
  const decision = sayTo(
    heard,
    whichText(
      error.prompt,
      error.choices.map((choice) => choice.label),
    ),
  );
  const { slot: about, choices } = error;
  return { ...decision, ask: waitsFor(heard, meaning, { about, matter: 'choice', kinds: ['choice'], choices }) };
}

function waitsFor(
  { message, person, room, read }: Heard,
  meaning: Meaning,
  what: Pick<Ask, 'about' | 'matter' | 'kinds' | 'choices'>,
): Ask[] {
  if (!person) return [];
  const { time: _time, times: _times, ...slots } = meaning;
  return [
    {
      ...what,
      conversation: conversationOf(message, person.id, room?.id),
      person: person.id,
      held: { message, meaning: { ...slots, times: [] } },
      expiresAt: new Date(read.now.getTime() + 86_400_000),
    },
  ];
}
