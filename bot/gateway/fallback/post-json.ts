import type { Posted } from './channel.ts';

const LIMIT_MS = 10_000;

/** Nothing of it can have arrived. */
const NEVER_LEFT = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$|CERT/;

export interface RobotAnswers {
  /** Where the robot's answer carries its code; zero is well. */
  readonly code: (body: Readonly<Record<string, unknown>>) => unknown;
  /** Codes that say that we speak too fast, and what else passes by itself. */
  readonly throttled: readonly number[];
  readonly busy: readonly number[];
  /** How long a robot that was spoken to too fast is silent. */
  readonly restMs: number;
}

/** Robots answer HTTP 200 whatever became of the post: only the code inside tells. */
export async function postJson(url: URL, body: object, answers: RobotAnswers): Promise<Posted> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    const text = await response.text();
    if (response.status === 429) return failed('throttled', 'http 429', answers.restMs);
    if (response.status >= 500) return failed('unknown', `http ${response.status}`);
    if (!response.ok) return failed('refused', `http ${response.status}`);
    return outcomeOf(text, answers);
  } catch (error) {
    const code = codeOf(error);
    return failed(NEVER_LEFT.test(code) ? 'not-sent' : 'unknown', code);
  }
}

function outcomeOf(text: string, { code: codeIn, throttled, busy, restMs }: RobotAnswers): Posted {
  const code = Number(codeIn(recordIn(text)) ?? Number.NaN);
  if (code === 0) return { kind: 'sent' };
  if (Number.isNaN(code)) return failed('unknown', 'an answer without a code');
  if (throttled.includes(code)) return failed('throttled', `code ${code}`, restMs);
  return failed(busy.includes(code) ? 'not-sent' : 'refused', `code ${code}`);
}

function recordIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function failed(failure: Extract<Posted, { kind: 'failed' }>['failure'], reason: string, restMs?: number): Posted {
  return { kind: 'failed', failure, reason, ...(restMs === undefined ? {} : { restMs }) };
}

/** The code alone: messages of errors may repeat the address. */
function codeOf(error: unknown): string {
  const { cause, name } = error as Error & { cause?: { code?: unknown } };
  return typeof cause?.code === 'string' ? cause.code : name;
}
