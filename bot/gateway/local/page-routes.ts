import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { projectRoot } from '../../../config/root.ts';
import { contentTypeOf } from './content-types.ts';

/** The chat page. Read at each request, so that an edit shows after a reload. */
export function pageRoutes(): Hono {
  const routes = new Hono();
  const dir = join(projectRoot(), 'bot', 'gateway', 'local', 'page');
  const names = new Set(readdirSync(dir));

  const serve = async (name: string) =>
    new Response(new Uint8Array(await readFile(join(dir, name))), {
      headers: { 'Content-Type': contentTypeOf(name), 'Cache-Control': 'no-cache' },
    });

  routes.get('/', () => serve('index.html'));
  routes.get('/favicon.ico', () => serve('icon.svg'));
  routes.get('/page/:name', (context) => {
    const name = context.req.param('name');
    return names.has(name) ? serve(name) : context.notFound();
  });
  return routes;
}
