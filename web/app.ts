import { Hono } from 'hono';
import type { CalendarAnswer, CalendarRequest } from './feeds/serve.ts';
import type { Health } from './health.ts';

export interface WebParts {
  readonly health: () => Promise<Health>;
  readonly metrics: () => Promise<string>;
  /** Absent in processes that only say that they live. */
  readonly calendar?: (request: CalendarRequest) => Promise<CalendarAnswer>;
}

/** Health, metrics and calendar feeds. `/livez` speaks for this process alone and is the one to restart by; `/healthz` for the whole product. */
export function webApp({ health, metrics, calendar }: WebParts): Hono {
  const app = new Hono();
  app.get('/livez', (context) => context.json({ ok: true }));
  app.get('/healthz', async (context) => {
    const report = await health();
    return context.json(report, report.ok ? 200 : 503);
  });
  app.get('/metrics', async (context) =>
    context.text(await metrics(), 200, { 'content-type': 'text/plain; version=0.0.4' }),
  );
  if (calendar) {
    app.get('/calendar/:file', async (context) => {
      const { req } = context;
      const ifNoneMatch = req.header('if-none-match');
      const ifModifiedSince = req.header('if-modified-since');
      const { status, headers, body } = await calendar({
        file: req.param('file'),
        ...(ifNoneMatch && { ifNoneMatch }),
        ...(ifModifiedSince && { ifModifiedSince }),
      });
      return new Response(body, { status, headers });
    });
  }
  app.notFound((context) => context.json({ error: 'not found: try /healthz, /livez or /metrics' }, 404));
  return app;
}
