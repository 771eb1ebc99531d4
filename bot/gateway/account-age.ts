import type { SessionState } from './gateway.ts';

export interface AccountAgeParts {
  readonly logins: { note(account: string, atMs: number, fresh: boolean): Promise<number> };
  readonly self: () => { readonly contactId: string } | undefined;
  readonly now: () => Date;
  readonly onTrouble: (error: unknown) => void;
}

/** Since when the account is logged in; one for which a code had to be scanned again begins anew. */
export function createAccountAge({ logins, self, now, onTrouble }: AccountAgeParts) {
  let scanned = false;
  let sinceMs: number | undefined;

  return {
    /** To be told of every change of the session; never rejects. */
    async changed(state: SessionState): Promise<void> {
      if (state === 'need-scan') scanned = true;
      const account = self()?.contactId;
      if (state !== 'online' || account === undefined) return;
      const fresh = scanned;
      scanned = false;
      try {
        sinceMs = await logins.note(account, now().getTime(), fresh);
      } catch (error) {
        scanned ||= fresh;
        onTrouble(error);
      }
    },

    /** Epoch ms; undefined as long as nobody is logged in. */
    sinceMs: (): number | undefined => sinceMs,
  };
}
