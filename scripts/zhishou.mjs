#!/usr/bin/env node
// The command line: from dist where it is built, else straight from the sources.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
if (existsSync(join(root, 'dist', '.built'))) {
  // Before anything is loaded: what is built names the lines of its sources where it fails.
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(root, 'dist', 'scripts', 'zhishou.js')).href);
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(join(root, 'scripts', 'zhishou.ts')).href);
}
