import { SendError, type SendFailure } from './gateway.ts';

/** Puppets and gRPC write `14 UNAVAILABLE: …`, `2 UNKNOWN: … not logged in`; our own chat gives codes. */
const NOT_SENT = /\b14 UNAVAILABLE\b|not logged in|no this\.__currentUserId|ECONNREFUSED|logged out/i;
const NOT_FRIEND = /not.?friend|朋友验证|还不是(?:他|她|它)|被对方拒收/i; // 你还不是他（她）朋友
const THROTTLED = /过于频繁|too (?:frequent|many)|\b(?:1205|-4048)\b/i;

const BY_CODE: Readonly<Record<string, SendFailure>> = {
  unreachable: 'not-sent',
  'logged-out': 'not-sent',
  'not-friend': 'not-friend',
  'unknown-room': 'refused',
  'unknown-contact': 'refused',
  'text-too-long': 'refused',
  'file-too-large': 'refused',
  'too-large': 'refused',
  'empty-message': 'refused',
  'malformed-request': 'refused',
};

/** What became of a message whose sending failed. Anything that is not surely known counts as perhaps sent. */
export function sendErrorFrom(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const { code, message } = asProblem(error);
  return new SendError(failureOf(code, message), message, { cause: error });
}

function failureOf(code: unknown, message: string): SendFailure {
  const known = typeof code === 'string' ? BY_CODE[code] : undefined;
  if (known) return known;
  if (code === 14 || NOT_SENT.test(message)) return 'not-sent';
  if (NOT_FRIEND.test(message)) return 'not-friend';
  if (THROTTLED.test(message)) return 'throttled';
  return 'unknown';
}

function asProblem(error: unknown): { code: unknown; message: string } {
  if (!(error instanceof Error)) return { code: undefined, message: String(error) };
  return { code: (error as Error & { code?: unknown }).code, message: error.message };
}

/** Rejects with `unknown` when the channel does not answer in time: the message may still arrive. */
export async function withinTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SendError('unknown', `no answer from the channel within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {}); // a late rejection has nobody left to hear it
  }
}
