import type { Actor } from './ports.ts';
import type { Thing, ThingId } from './thing.ts';

/** One line of the ledger: who changed what of which thing, when, and by which message. Append-only. */
export interface AuditEntry {
  readonly at: string;
  readonly by: Actor;
  readonly thing: ThingId;
  readonly what: 'created' | 'changed' | 'gone';
  /** Field → [before, after]; of a list that only grew, `['+', added]`. */
  readonly change: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
}

/** Bookkeeping that says nothing about the matter itself. */
const SILENT = new Set(['id', 'type', 'handledAt', 'basisAt', 'ladder', 'termFromAt', 'overdueFromAt', 'ackToldAt']);

/** What one save changed, or undefined if nothing that matters did. */
export function auditEntry(
  before: Thing | undefined,
  after: Thing | undefined,
  id: ThingId,
  by: Actor,
  at: Date,
): AuditEntry | undefined {
  const change = difference(before, after);
  if (before && after && Object.keys(change).length === 0) return undefined;

  const what = before ? (after ? 'changed' : 'gone') : 'created';
  return { at: at.toISOString(), by, thing: id, what, change: what === 'gone' ? {} : change };
}

function difference(before: Thing | undefined, after: Thing | undefined): AuditEntry['change'] {
  const old = (before ?? {}) as Record<string, unknown>;
  const fresh = (after ?? {}) as Record<string, unknown>;
  const change: Record<string, [unknown, unknown]> = {};
  const compare = (name: string) => {
    if (old[name] === fresh[name] || SILENT.has(name)) return;
    if (!before && isEmpty(fresh[name])) return;
    const pair = changed(old[name], fresh[name]);
    if (pair) change[name] = pair;
  };

  for (const name of Object.keys(old)) compare(name);
  for (const name of Object.keys(fresh)) if (!(name in old)) compare(name);
  return change;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function changed(old: unknown, fresh: unknown): [unknown, unknown] | undefined {
  if (Array.isArray(old) && Array.isArray(fresh) && fresh.length > old.length) {
    const grew = old.every((item, index) => isSame(item, fresh[index]));
    if (grew) return ['+', fresh.slice(old.length)];
  }
  return isSame(old, fresh) ? undefined : [old ?? null, fresh ?? null];
}

/** What was only carried over is the same object; the rest is the same if it is stored alike. */
function isSame(old: unknown, fresh: unknown): boolean {
  return old === fresh || JSON.stringify(old) === JSON.stringify(fresh);
}
