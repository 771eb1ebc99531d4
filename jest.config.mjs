const swc = (syntax) => ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax } }, module: { type: 'commonjs' } }];

/** Sources are ESM; tests run them as CommonJS, which Jest supports without experimental flags. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // hucre comes as ESM only, which Jest cannot load as it is.
  transform: { '^.+\\.ts$': swc('typescript'), '/node_modules/hucre/.+\\.mjs$': swc('ecmascript') },
  transformIgnorePatterns: ['/node_modules/(?!hucre/)'],
  setupFilesAfterEnv: ['<rootDir>/test/support/second-try.ts'],
  // Processes are waited for in many tests: one worker for each core keeps them all busy.
  maxWorkers: '100%',
  testTimeout: 120_000,
  forceExit: true,
};
