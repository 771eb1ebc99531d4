import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { CodeHash, FreshCode } from '../domain/people/binding.ts';

/** Codes that people type, from a cryptographic source, and how they are kept. */
export interface Codes {
  fresh(digits: number): FreshCode;
  readonly hash: CodeHash;
}

const hash: CodeHash = (salt, code) => createHash('sha256').update(`${salt}:${code}`).digest('hex');

export const randomCodes: Codes = {
  fresh: (digits) => ({
    code: String(randomInt(10 ** digits)).padStart(digits, '0'),
    salt: randomBytes(12).toString('base64url'),
    hash,
  }),
  hash,
};
