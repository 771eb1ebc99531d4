import { expect, jest } from '@jest/globals';

/**
 * Tests with real processes depend on how the machine shares its time out: such a test may try once more, and Jest prints
 * why it had to. Everything else is exact and gets one try.
 */
const REAL_PROCESSES = /\/test\/(e2e|faults|store|bot\/gateway)\//;

if (REAL_PROCESSES.test(expect.getState().testPath ?? '')) jest.retryTimes(1, { logErrorsBeforeRetry: true });
