/** Who may import whom. Everything points towards `domain`, and nothing points at tests. */
const only = (name, from, allowed, packages = []) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: {
    pathNot: [...allowed, '^node:', ...packages.map((pkg) => `^node_modules/${pkg}/`)].join('|'),
    dependencyTypesNot: ['core'],
  },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    only('domain-is-pure', '^domain/(?!calendar/)', ['^domain/'], ['zod']),
    only('calendar-is-pure', '^domain/calendar/', ['^domain/'], ['zod', 'dayjs', 'tyme4ts']),
    only('understand-is-pure', '^bot/understand/', ['^bot/understand/', '^domain/'], ['zod']),
    only('gateway', '^bot/gateway/', [
      '^bot/gateway/',
      '^domain/',
      '^store/files/',
      '^config/root\\.ts$',
      '^node_modules/',
    ]),
    only('files', '^bot/files/', ['^bot/files/', '^domain/', '^config/thread\\.ts$'], ['hucre', '@embedpdf/pdfium']),
    only('commands', '^bot/commands/', ['^bot/commands/', '^bot/codes.ts', '^domain/', '^bot/understand/']),
    only(
      'bot',
      '^bot/[^/]+\\.ts$|^bot/outbox/',
      ['^bot/', '^domain/', '^store/', '^config/'],
      ['pino', 'bullmq', 'ioredis'],
    ),
    only(
      'render',
      '^workers/render/',
      ['^workers/render/', '^domain/', '^store/files/', '^config/(root|thread)\\.ts$'],
      ['hucre', '@napi-rs/canvas'],
    ),
    only(
      'workers',
      '^workers/(?!render/)',
      ['^workers/', '^domain/', '^store/', '^config/'],
      ['pino', 'bullmq', 'ioredis', 'node-cron'],
    ),
    only(
      'web',
      '^web/',
      ['^web/', '^domain/', '^store/', '^config/'],
      ['pino', 'hono', '@hono', 'prom-client', 'ioredis', 'bullmq'],
    ),
    only('store', '^store/', ['^store/', '^domain/', '^config/'], ['ioredis', 'bullmq', 'zod', 'cron-parser']),
    only('config', '^config/', ['^config/', '^domain/'], ['zod', 'yaml', 'pino']),
    {
      name: 'wechaty-stays-behind-the-gateway',
      severity: 'error',
      from: { pathNot: '^bot/gateway/|^test/bot/gateway/' },
      to: { path: '^node_modules/wechaty' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
