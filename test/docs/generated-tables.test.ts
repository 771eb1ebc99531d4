import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readPolicy } from '../../config/policy.ts';
import { projectRoot } from '../../config/root.ts';
import { filled, GENERATED_DOCS } from '../../scripts/docs/fill.ts';
import { ladderTable } from '../../scripts/docs/ladder-table.ts';

describe('the tables in the documents', () => {
  test.each(GENERATED_DOCS)(
    '%s tells the settings as they are declared; run "npm run docs" after changing one',
    (name) => {
      const text = readFileSync(join(projectRoot(), name), 'utf8');
      expect(filled(text)).toBe(text);
    },
  );

  test('change with the settings', () => {
    const policy = readPolicy({ tasks: { ladder: { noAck: ['+3wh nudge'] } } });
    expect(ladderTable(policy)).toContain('3个工作小时');
    expect(ladderTable(policy)).not.toBe(ladderTable());
  });

  test('do not hide a rung for which the manual has no words', () => {
    const policy = readPolicy({ tasks: { urgentNoAck: ['+15min sing'] } });
    expect(() => ladderTable(policy)).toThrow('sing');
  });

  test('are not lost in silence when a mark is misspelt', () => {
    expect(() => filled('<!-- generated: envy -->\n<!-- /generated -->')).toThrow('envy');
    expect(() => filled('no marks at all')).toThrow('no generated part');
  });
});
