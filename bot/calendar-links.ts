import { createHash, randomBytes } from 'node:crypto';
import type { FreshLink } from '../domain/duty/feeds/feed.ts';

/** 192 bits: nobody guesses it. */
const SECRET_BYTES = 24;

/** Makes links to calendar feeds below the public address of this office, `https://duty.example.cn`. */
export function calendarLinks(publicUrl: string): () => FreshLink {
  const base = publicUrl.replace(/\/+$/, '');
  return () => {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    return { url: `${base}/calendar/${secret}.ics`, hash: createHash('sha256').update(secret).digest('hex') };
  };
}
