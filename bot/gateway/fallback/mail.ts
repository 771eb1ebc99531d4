import type { Transporter } from 'nodemailer';
import type { FallbackChannel, Posted, PostFailure } from './channel.ts';

const CONNECT_MS = 5_000;
const SILENCE_MS = 8_000;

export interface MailSettings {
  /** `smtp://name:password@host:25` or `smtps://…:465`. */
  readonly server: string;
  readonly from: string;
  readonly to: readonly string[];
}

/** Mail to the duty office by the office's own server. Encrypted whenever the server can. */
export function mailChannel({ server, from, to }: MailSettings): FallbackChannel {
  const { hostname, port, protocol, username, password } = new URL(server);
  const secure = protocol === 'smtps:';
  const options = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  };
  // Loaded with the first post: most days have none.
  let transport: Promise<Transporter> | undefined;

  return {
    name: 'mail',
    maxBytes: 6_000,
    gapMs: 3_400,
    send: async (text, subject) => {
      try {
        transport ??= import('nodemailer').then(({ createTransport }) => createTransport(options));
        await (await transport).sendMail({ from, to: [...to], subject, text });
        return { kind: 'sent' };
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}

interface MailError {
  readonly code?: string;
  readonly syscall?: string;
  readonly responseCode?: number;
}

/** Messages of the server may repeat names and addresses: only codes leave this file. */
function failureOf(error: unknown): Posted {
  const { code, syscall, responseCode } = error as MailError;
  const reason = [code, syscall, responseCode].filter((part) => part !== undefined).join(' ');
  return { kind: 'failed', failure: kindOf(error as MailError), reason };
}

/** 4xx passes by itself, 5xx does not. Where the line broke without an answer, the mail may have been taken. */
function kindOf({ code, syscall, responseCode }: MailError): PostFailure {
  if (responseCode !== undefined) return responseCode >= 500 ? 'refused' : 'not-sent';
  return syscall === 'connect' || code === 'EDNS' || code === 'ETLS' ? 'not-sent' : 'unknown';
}
