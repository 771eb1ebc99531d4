import type { Context } from 'hono';
import { z } from 'zod';
import { BODY } from './body.ts';
import { ChatRefusal } from './chat-types.ts';

/** How much one message may carry. */
export interface ChatLimits {
  readonly textChars: number;
  readonly fileBytes: number;
}

const nameOrId = z.string().trim().min(1).max(200);
const newId = z.string().regex(/^(?!\d+$)[\w.@-]{1,64}$/, 'letters, digits, . - _ @, not only digits'); // room.anweihui

export const messageRequest = z.object({
  room: nameOrId.nullish(),
  to: nameOrId.nullish(),
  from: nameOrId,
  text: z.string().default(''),
  mentions: z.array(nameOrId).max(500).default([]),
  quote: nameOrId.nullish(),
  file: z.object({ name: z.string().trim().min(1).max(400), base64: z.string() }).nullish(),
});

export const roomRequest = z.object({
  topic: z.string().trim().min(1).max(60),
  members: z.array(nameOrId),
  id: newId.optional(),
});
export const roomChange = z.object({ topic: z.string().trim().min(1).max(60), members: z.array(nameOrId) }).partial();
export const contactRequest = z.object({ name: z.string().trim().min(1).max(40), id: newId.optional() });
export const contactChange = z.object({ friend: z.boolean(), name: z.string().trim().min(1).max(40) }).partial();
export const recallRequest = z.object({ id: nameOrId });
export const logoutRequest = z.object({ reason: z.string().max(200).default('logged out by hand') });
export const loginRequest = z.object({ gap: z.enum(['replay', 'lost']).default('replay') });
export const acknowledgement = z.object({ upTo: z.number().int().min(0) });
const clockShapes = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advance: z.number().min(-31_536_000_000).max(31_536_000_000) }),
]);

export const clockRequest = z.unknown().transform((value, context) => {
  const shape = clockShapes.safeParse(value);
  if (shape.success) return shape.data;
  context.addIssue({ code: 'custom', message: 'give {"now": an ISO instant with offset} or {"advance": seconds}' });
  return z.NEVER;
});

export const streamQuery = z.object({
  after: z.coerce.number().int().min(0).optional(),
  wait: z.coerce.number().min(0).max(60).default(0),
});

export const messagesQuery = z.object({
  room: nameOrId.optional(),
  with: nameOrId.optional(),
  after: nameOrId.optional(),
  before: nameOrId.optional(),
  last: z.coerce.number().int().min(1).max(10_000).optional(),
  wait: z.coerce.number().min(0).max(60).default(0),
});

/** The body as the schema wants it, or a refusal with one line that says what is wrong. An empty body counts as `{}`. */
export function readBody<T extends z.ZodType>(context: Context, schema: T): z.infer<T> {
  const text = context.get(BODY) as string;
  let json: unknown = {};
  try {
    if (text.trim() !== '') json = JSON.parse(text);
  } catch (error) {
    throw new ChatRefusal(400, 'malformed-json', `the body is not JSON: ${(error as Error).message.slice(0, 200)}`);
  }
  return checked(schema, json);
}

export function readQuery<T extends z.ZodType>(context: Context, schema: T): z.infer<T> {
  return checked(schema, context.req.query());
}

function checked<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  );
  throw new ChatRefusal(400, 'malformed-request', lines.join('; ').slice(0, 1000));
}

/** Throws what the caller is told when a text is longer than the chat takes. */
export function checkText(text: string, limits: ChatLimits): void {
  if (text.length <= limits.textChars || [...text].length <= limits.textChars) return;
  throw new ChatRefusal(413, 'text-too-long', `a message has at most ${limits.textChars} characters`);
}

/** The bytes of a file given as base64. */
export function fileBytes(file: { name: string; base64: string }, limits: ChatLimits): Buffer {
  const base64 = file.base64.replace(/^data:[^,]{0,200},/, '').replace(/\s+/g, '');
  if (base64 === '' || base64.length % 4 === 1 || !/^[A-Za-z0-9+/_-]*={0,2}$/.test(base64)) {
    throw new ChatRefusal(400, 'malformed-file', `file.base64 of "${file.name.slice(0, 80)}" is empty or not base64`);
  }
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > limits.fileBytes) {
    throw new ChatRefusal(413, 'file-too-large', `a file has at most ${limits.fileBytes} bytes`);
  }
  return bytes;
}
