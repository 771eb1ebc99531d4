import type { Heartbeat } from '../store/heartbeats.ts';

export interface Check {
  readonly ok: boolean;
  readonly detail: string;
}

export interface Health {
  readonly ok: boolean;
  readonly checks: Readonly<Record<string, Check>>;
}

/** A process that has not spoken for this long is taken to be down. */
const SILENT_MS = 15_000;

export interface HealthFacts {
  readonly redis: Check;
  readonly nowMs: number;
  readonly heartbeats: readonly Heartbeat[];
  /** How late the oldest thing is that should have been woken, in milliseconds. */
  readonly wakesLateMs: number;
  readonly outboxLateMs: number;
  readonly parked: number;
}

/** Well only when Redis answers, somebody keeps time, what is due gets done, and the chat session is up. */
export function healthOf(facts: HealthFacts): Health {
  const alive = facts.heartbeats.filter((beat) => facts.nowMs - beat.atMs <= SILENT_MS);
  const workers = alive.filter((beat) => beat.process === 'workers');
  // The last word of one that was killed may be older than the first of its successor, and lead as well.
  const bot = alive
    .filter((beat) => beat.process === 'bot' && beat.fields.leads === true)
    .sort((a, b) => b.atMs - a.atMs)[0];

  const checks: Record<string, Check> = {
    redis: facts.redis,
    workers: { ok: workers.length > 0, detail: `${workers.length} running` },
    wakes: late(facts.wakesLateMs),
    outbox: late(facts.outboxLateMs),
    bot: bot ? { ok: true, detail: `pid ${bot.pid}` } : { ok: false, detail: 'no bot holds the lease' },
    chat: bot ? chat(bot, facts.nowMs) : { ok: false, detail: 'unknown' },
    inbox: bot
      ? {
          ok: Number(bot.fields.spilled ?? 0) === 0,
          detail: `${bot.fields.inbox ?? 0} waiting, ${bot.fields.spilled ?? 0} on disk`,
        }
      : { ok: false, detail: 'unknown' },
    fallback: fallback(bot),
    clocks: clocks(alive),
    parked: { ok: facts.parked === 0, detail: `${facts.parked} things wait for an administrator` },
  };
  return { ok: Object.values(checks).every((check) => check.ok), checks };
}

/** An account that the channel told to be quiet is no better than one that is logged out; a new one only speaks less. */
function chat({ fields: { session, silentUntilMs, share } }: Heartbeat, nowMs: number): Check {
  const online = session === 'online';
  if (online && Number(silentUntilMs) > nowMs) {
    const minutes = Math.ceil((Number(silentUntilMs) - nowMs) / 60_000);
    return { ok: false, detail: `silent for ${minutes} minutes: the channel said that it speaks too often` };
  }
  const slowed = online && typeof share === 'number' && share < 1;
  return { ok: online, detail: slowed ? `online, a new account at ${Math.round(share * 100)} %` : String(session) };
}

function late(ms: number): Check {
  return { ok: ms < 30_000, detail: ms > 0 ? `${Math.round(ms / 1_000)} s behind` : 'on time' };
}

/** An office without any fall-back is well; one whose fall-back did not take the last post is not. */
function fallback(bot: Heartbeat | undefined): Check {
  const channels = Number(bot?.fields.fallbackChannels ?? 0);
  const failing = Number(bot?.fields.fallbackFailing ?? 0);
  return { ok: failing === 0, detail: channels > 0 ? `${failing} of ${channels} failing` : 'none' };
}

/** More than two seconds between a host and Redis would make reminders early or late by as much. */
function clocks(alive: readonly Heartbeat[]): Check {
  const worst = Math.max(0, ...alive.map((beat) => Math.abs(Number(beat.fields.skewMs ?? 0))));
  return { ok: worst <= 2_000, detail: `${worst} ms off at most` };
}
