import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { COMMANDS, commandFor, STRANGER_COMMANDS, strangerCommandFor } from '../../../bot/commands/index.ts';
import { understand } from '../../../bot/understand/understand.ts';
import { calendar } from '../../support/builders.ts';
import { sampleRoster } from '../../support/roster.ts';

const FOLDER = fileURLToPath(new URL('../../../bot/commands/', import.meta.url));
const ALL = [...COMMANDS, ...STRANGER_COMMANDS];

describe('every command', () => {
  test('that stands in a file is in the index', async () => {
    const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && file !== 'index.ts',
    );
    const missing = [];
    for (const file of files) {
      const exported = Object.values((await import(join(FOLDER, file))) as Record<string, unknown>);
      const commands = exported.filter(
        (one) => typeof one === 'object' && one !== null && 'intent' in one && 'handle' in one,
      );
      missing.push(...commands.filter((command) => !ALL.includes(command as never)).map(() => file));
    }
    expect(missing).toEqual([]);
  });

  test('has an intent of its own', () => {
    for (const command of COMMANDS) expect(commandFor(command.intent, command.matter)).toBe(command);
    for (const command of STRANGER_COMMANDS) expect(strangerCommandFor(command.intent)).toBe(command);
  });

  const examples = ALL.flatMap((command) => command.examples.map((example) => [example, command.intent] as const));
  test.each(examples)('“%s” is understood as %s', (example, intent) => {
    const meaning = understand({
      text: example,
      at: new Date('2026-01-15T10:12:00+08:00'),
      calendar,
      addressed: true,
      roster: sampleRoster(),
      waiting: waitingFor(intent),
      ...(intent === 'code' && { waiting: [] }),
      quote: quoteFor(intent),
    });
    expect(meaning.intent).toBe(intent);
  });
});

/** Short answers mean something only after a question. */
function waitingFor(intent: string) {
  if (intent === 'confirm' || intent === 'cancel') return ['confirm'] as const;
  if (intent === 'decide') return ['ruling'] as const;
  return ['ack', 'report'] as const;
}

function quoteFor(intent: string) {
  if (intent !== 'reported_elsewhere' && intent !== 'not_mine' && intent !== 'extend') return undefined;
  return { from: '值守', text: 'T0612已过1月21日（周三）17:30，没有收到经开区的报送', mine: true };
}
