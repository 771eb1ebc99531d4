import type { Meaning } from '../../../domain/meaning.ts';
import type { Heard } from '../heard.ts';

/** An intent with its slots; the times are added for every message alike. */
export type Slots = Omit<Meaning, 'times' | 'time'>;

/** Reads one intent; undefined where the message is something else. Slots come from the message, never from what it quotes. */
export type IntentReader = (heard: Heard) => Slots | undefined;
