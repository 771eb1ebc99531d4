import type { Unreadable } from '../../domain/duty/roster/sheet.ts';

/** A file that is not taken; the sender is told why, and nothing is retried. */
export class UnreadableFile extends Error {
  readonly reason: Unreadable;

  constructor(reason: Unreadable, options?: ErrorOptions) {
    super(`file cannot be read: ${reason}`, options);
    this.name = 'UnreadableFile';
    this.reason = reason;
  }
}
