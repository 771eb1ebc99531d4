import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { ChatRefusal } from './chat-types.ts';

/** Content of the page comes from here only, and nothing may frame it. */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

export const safeHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
};

/**
 * Keeps web pages of others out: a browser's request from another origin is refused, and while the chat is bound to
 * loopback so is one that reached it under a foreign host name.
 */
export function ownPageOnly(boundHost: string): MiddlewareHandler {
  const loopbackOnly = isLoopback(boundHost);
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    const origin = context.req.header('origin');
    if (loopbackOnly && !isLoopback(hostname(host))) {
      throw new ChatRefusal(
        403,
        'foreign-host',
        `the local chat does not answer under the name "${host.slice(0, 80)}"`,
      );
    }
    if (origin !== undefined && hostOfOrigin(origin) !== host) {
      throw new ChatRefusal(
        403,
        'foreign-origin',
        `the local chat takes nothing from pages of "${origin.slice(0, 80)}"`,
      );
    }
    await next();
  };
}

function hostname(host: string): string {
  return host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
}

function hostOfOrigin(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}
