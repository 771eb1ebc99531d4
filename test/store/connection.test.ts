import { describe, expect, test } from '@jest/globals';
import { connect, connectionOptions } from '../../store/connection.ts';
import { StoreFull, StoreUnavailable, storeFailure } from '../../store/failure.ts';

describe('the way to Redis', () => {
  test.each([
    ['redis://redis.office.local', { host: 'redis.office.local', port: 6379 }],
    ['redis://:s%40fe@10.0.0.5:6380/2', { host: '10.0.0.5', port: 6380, password: 's@fe', db: 2 }],
    ['rediss://bot:pw@redis:6379', { host: 'redis', username: 'bot', password: 'pw', tls: {} }],
    ['redis://[::1]:6379', { host: '::1', port: 6379 }],
    ['unix:///run/zhi%20shou/redis.sock', { path: '/run/zhi shou/redis.sock' }],
    ['/run/redis.sock', { path: '/run/redis.sock' }],
  ])('is understood from %s', (url, options) => {
    expect(connectionOptions(url, 'producer')).toMatchObject(options);
  });

  test('is refused for an address of another kind', () => {
    expect(() => connectionOptions('http://localhost:6379', 'worker')).toThrow('http:');
  });

  test('never lets an official wait for long, and never lets a worker give up', () => {
    expect(connectionOptions('/s', 'producer')).toMatchObject({ enableOfflineQueue: false, commandTimeout: 1500 });
    expect(connectionOptions('/s', 'worker')).toMatchObject({ maxRetriesPerRequest: null });
    expect(connectionOptions('/s', 'worker')).not.toHaveProperty('commandTimeout');
    expect([1, 5, 100].map((times) => connectionOptions('/s', 'worker').retryStrategy!(times))).toEqual([
      100, 500, 1000,
    ]);
  });

  test('ends in a clear error when nobody answers', async () => {
    await expect(connect('/nowhere/redis.sock', 'producer', { waitMs: 200 })).rejects.toThrow(StoreUnavailable);
  });
});

describe('an error of Redis', () => {
  test.each([
    ["OOM command not allowed when used memory > 'maxmemory'.", StoreFull],
    ['MISCONF Errors writing to the AOF file: No space left on device', StoreFull],
    ['Command timed out', StoreUnavailable],
    ['Connection is closed.', StoreUnavailable],
    ["Stream isn't writeable and enableOfflineQueue options is false", StoreUnavailable],
    ['LOADING Redis is loading the dataset in memory', StoreUnavailable],
    ["READONLY You can't write against a read only replica.", StoreUnavailable],
  ])('is named: %s', (message, kind) => {
    expect(storeFailure(new Error(message))).toBeInstanceOf(kind);
  });

  test('stays as it is where nobody could act on it', () => {
    const error = new Error('WRONGTYPE Operation against a key holding the wrong kind of value');
    expect(storeFailure(error)).toBe(error);
  });
});
