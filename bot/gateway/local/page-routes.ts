import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { contentTypeOf } from './content-types.ts';

/** Beside the source, or, from compiled output, in the checkout it was compiled from. */
const PLACES = ['./page/', '../../../../bot/gateway/local/page/'];

/** The chat page. Read at each request, so that an edit shows after a reload. */
export function pageRoutes(): Hono {
  const routes = new Hono();
  const dir = pageFolder();
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

function pageFolder(): string {
  const found = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((dir) => existsSync(dir));
  if (!found) throw new Error('the folder with the chat page is missing');
  return found;
}
