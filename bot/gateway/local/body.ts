import type { MiddlewareHandler } from 'hono';
import { ChatRefusal } from './chat-types.ts';
import type { ChatLimits } from './requests.ts';

/** Where the body of a request waits for its route. */
export const BODY = 'body';

/** A caller that sends more than this is cut off in the middle. */
const DRAINED_BYTES = 512 * 1024 * 1024;

/**
 * Reads the body once. One that is too large is read to its end and thrown away, because a caller that is still writing
 * would see a broken connection instead of the answer.
 */
export function readBodies(limits: ChatLimits): MiddlewareHandler {
  const maxBytes = largestBody(limits);
  return async (context, next) => {
    const { body } = context.req.raw;
    const { chunks, bytes } = await collect(body, maxBytes);
    if (bytes > maxBytes) {
      const allowed = `${limits.textChars} characters and a file ${limits.fileBytes} bytes`;
      throw new ChatRefusal(413, 'too-large', `a message has at most ${allowed}`);
    }
    context.set(BODY, Buffer.concat(chunks).toString('utf8'));
    await next();
  };
}

/** Base64 makes a file a third longer; JSON may write one character as two escapes of six bytes. */
function largestBody({ fileBytes, textChars }: ChatLimits): number {
  return Math.ceil(fileBytes * 1.4) + textChars * 12 + 65_536;
}

async function collect(body: ReadableStream<Uint8Array> | null, maxBytes: number) {
  let chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = body?.getReader();
  while (reader && bytes <= DRAINED_BYTES) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > maxBytes) chunks = [];
    else chunks.push(value);
  }
  return { chunks, bytes };
}
