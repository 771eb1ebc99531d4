import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { projectRoot } from './root.ts';

/**
 * A thread that runs a module of the project, named by its source (`bot/files/pdf-thread.ts`). The build makes a file of
 * its own of every `*-thread.ts` in bot and workers; from the sources, as in tests, the thread first learns to read TypeScript.
 */
export function startThread(source: string, options: WorkerOptions): Worker {
  const root = projectRoot();
  if (!import.meta.url.endsWith('.ts')) return new Worker(join(root, 'dist', source.replace(/\.ts$/, '.js')), options);

  const module = pathToFileURL(join(root, source)).href;
  const code = `import('tsx/esm/api').then(({ register }) => {
    register();
    return import(${JSON.stringify(module)});
  });`;
  return new Worker(code, { ...options, eval: true });
}
