import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { build, freePort, ROOT } from '../support/processes.ts';
import { Product, stopProducts } from '../support/product.ts';

const PATIENCE_MS = 120_000;
const SAMPLE = readFileSync(join(ROOT, 'config/sample-office.yaml'), 'utf8');
let product: Product;

beforeAll(build, PATIENCE_MS);
beforeEach(async () => {
  product = await Product.prepare();
});
afterAll(stopProducts, PATIENCE_MS);

function officeFile(text: string): string {
  const path = join(product.dataDir, 'office.yaml');
  writeFileSync(path, text);
  return path;
}

describe('a product that cannot start says why and ends', () => {
  test(
    'an office file with mistakes: check names each of them with its line, start says how to look',
    async () => {
      const file = officeFile(SAMPLE.replace('kind: 园区', 'kind: 园').replace('13800001102', '138'));
      const checked = await product.run(['check', file]);
      expect(checked.code).toBe(1);
      expect(checked.printed).toMatch(/第\d+行/);
      expect(checked.printed).toContain('共2处问题');

      const started = await product.run(['start'], { ZHISHOU_OFFICE_FILE: file });
      expect(started.code).toBe(1);
      expect(started.printed).toContain(`run "zhishou check ${file}"`);
      expect(product.redisPid()).toBeUndefined();
    },
    PATIENCE_MS,
  );

  test(
    'an office file that is no YAML, and one that is not there',
    async () => {
      const torn = await product.run(['check', officeFile('units: [{ id: a, name: "')]);
      expect(torn.code).toBe(1);
      expect(torn.printed).toContain('共1处问题');

      const missing = await product.run(['start'], { ZHISHOU_OFFICE_FILE: '/nowhere/office.yaml' });
      expect(missing.code).toBe(1);
      expect(missing.printed).toContain('/nowhere/office.yaml');
    },
    PATIENCE_MS,
  );

  test(
    'no Redis where REDIS_URL points',
    async () => {
      const port = await freePort();
      const { code, printed } = await product.run(['start'], { REDIS_URL: `redis://127.0.0.1:${port}` });
      expect(code).toBe(1);
      expect(printed).toContain('the store cannot be reached');
      expect(printed).toContain(`127.0.0.1:${port}`);
    },
    PATIENCE_MS,
  );

  test(
    'variables that make no sense are named together',
    async () => {
      const { code, printed } = await product.run(['start'], {
        REDIS_URL: 'here',
        ZHISHOU_WEB_PORT: 'x',
        LOG_LEVEL: 'loud',
      });
      expect(code).toBe(1);
      for (const name of ['REDIS_URL', 'ZHISHOU_WEB_PORT', 'LOG_LEVEL'])
        expect(printed).toMatch(new RegExp(`^${name}: `, 'm'));
    },
    PATIENCE_MS,
  );
});
