import { Hono } from 'hono';
import type { Health } from './health.ts';

export interface WebParts {
  readonly health: () => Promise<Health>;
  readonly metrics: () => Promise<string>;
}

/** Health and metrics. `/livez` speaks for this process alone and is the one to restart by; `/healthz` for the whole product. */
export function webApp({ health, metrics }: WebParts): Hono {
  const app = new Hono();
  app.get('/livez', (context) => context.json({ ok: true }));
  app.get('/healthz', async (context) => {
    const report = await health();
    return context.json(report, report.ok ? 200 : 503);
  });
  app.get('/metrics', async (context) =>
    context.text(await metrics(), 200, { 'content-type': 'text/plain; version=0.0.4' }),
  );
  app.notFound((context) => context.json({ error: 'not found: try /healthz, /livez or /metrics' }, 404));
  return app;
}
