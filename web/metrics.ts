import { Gauge, Registry } from 'prom-client';
import type { Heartbeat } from '../store/heartbeats.ts';
import type { Health } from './health.ts';

export interface MetricFacts {
  readonly health: Health;
  readonly heartbeats: readonly Heartbeat[];
  /** Held, merged, sent, failed, expired, unsure since the beginning. */
  readonly deliveries: Readonly<Record<string, number>>;
  readonly wakesWaiting: number;
  readonly redisBytes: number;
}

/** The product in Prometheus' text format. Names only; never a person, a unit or a text. */
export async function metricsText(facts: MetricFacts): Promise<string> {
  const registry = new Registry();
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] });

  const ok = gauge('zhishou_check_ok', '1 where a health check is well', ['check']);
  for (const [check, { ok: well }] of Object.entries(facts.health.checks)) ok.set({ check }, well ? 1 : 0);

  const deliveries = gauge('zhishou_deliveries_total', 'Messages by what became of them', ['outcome']);
  for (const [outcome, count] of Object.entries(facts.deliveries)) deliveries.set({ outcome }, count);

  gauge('zhishou_wakes_waiting', 'Things that wait to be woken').set(facts.wakesWaiting);
  gauge('zhishou_redis_bytes', 'Memory used by Redis').set(facts.redisBytes);

  const figures = gauge('zhishou_process', 'What each process says of itself', ['process', 'pid', 'figure']);
  for (const { process, pid, fields } of facts.heartbeats) {
    for (const [figure, value] of Object.entries(fields)) {
      if (typeof value === 'number') figures.set({ process, pid: String(pid), figure }, value);
    }
  }
  return registry.metrics();
}
