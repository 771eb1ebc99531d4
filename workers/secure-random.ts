import { createHash, randomBytes } from 'node:crypto';
import type { RandomBytes } from '../domain/duty/checks/random.ts';
import type { Sha256 } from '../domain/duty/checks/seal/sheet.ts';

/** The cryptographic source from which codes, salts and plans are drawn: rules get it as an argument. */
export const secureRandom: RandomBytes = (bytes) => randomBytes(bytes);

export const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
