import type { Step } from '../step.ts';
import type { Thing, ThingId } from '../thing.ts';
import { channelKey } from './ids.ts';

/** Somebody asked to be bound and has to type the code that an administrator got. */
export interface Binding extends Thing {
  readonly type: 'binding';
  readonly contactId: string;
  readonly name: string;
  readonly word?: string;
  readonly unit: ThingId;
  /** The post as the person said it. */
  readonly title: string;
  readonly salt: string;
  /** Of salt and code; the code itself is stored nowhere. */
  readonly codeHash: string;
  readonly attemptsLeft: number;
  /** Codes that this contact has been given since it last let a whole term pass. */
  readonly requests: number;
  readonly requestedAt: Date;
  readonly expiresAt: Date;
}

/** The one-time code for the first administrator; good until it is used once. */
export interface FirstBinding extends Thing {
  readonly id: typeof FIRST_BINDING;
  readonly type: 'binding';
  readonly salt: string;
  readonly codeHash: string;
  readonly createdAt: Date;
  /** Wrong tries by contact. */
  readonly wrong: Readonly<Record<string, number>>;
  readonly usedAt?: Date;
  readonly usedBy?: ThingId;
}

export const FIRST_BINDING = 'binding.first';

/** A fresh code and how it is hashed; random and hash come from outside, because rules have neither. */
export interface FreshCode {
  readonly code: string;
  readonly salt: string;
  readonly hash: CodeHash;
}

/** SHA-256 over salt and code, as text. */
export type CodeHash = (salt: string, code: string) => string;

export function bindingId(contactId: string): ThingId {
  return `binding.c-${channelKey(contactId)}`;
}

export function isFirstBinding(binding: Binding | FirstBinding): binding is FirstBinding {
  return binding.id === FIRST_BINDING;
}

/** A request is forgotten when its code is no longer good; the first administrator's stays. */
export function bindingAgenda(binding: Binding | FirstBinding): Step[] {
  return isFirstBinding(binding) ? [] : [{ at: binding.expiresAt, step: 'expire', track: 'expire', kind: 'act' }];
}

/** Digits as typed on any keyboard: `７７ ３１` is 7731. */
export function plainCode(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
