import type { Batch, Envelope, PendingMessage, ThingWrite } from '../../domain/ports.ts';

/** 2 March 2026, 09:30 in Shanghai. */
export const START_MS = Date.parse('2026-03-02T01:30:00Z');
export const DAY_MS = 86_400_000;

export function aBatch(part: Partial<Batch> = {}): Batch {
  return { atMs: START_MS, reads: new Map(), things: [], audit: [], messages: [], numbers: {}, nudges: [], ...part };
}

export function aWrite(id: string, part: Partial<ThingWrite> & { fields?: Record<string, unknown> } = {}): ThingWrite {
  const { fields, ...write } = part;
  const json = JSON.stringify({ id, type: 'note', ...fields });
  return { id, json, joins: [], leaves: [], touches: [], wakeAtMs: null, ...write };
}

export function aMessage(part: Partial<PendingMessage> = {}): PendingMessage {
  return { to: 'room.anweihui', class: 'L3', text: '请报进展', once: 'task.1.nudge', sinceMs: START_MS, ...part };
}

export function anEnvelope(items: readonly PendingMessage[], part: Partial<Envelope> = {}): Envelope {
  return {
    id: 'env.1',
    to: items[0]?.to ?? 'room.anweihui',
    class: 'L3',
    once: items.map(({ once }) => once),
    abouts: [],
    frozenAtMs: START_MS,
    attempts: 0,
    parts: items.map(({ text }) => ({ text, mentions: [], state: 'waiting' as const })),
    items,
    ...part,
  };
}
