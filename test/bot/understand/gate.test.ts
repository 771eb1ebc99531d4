import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { Gate, nowReading } from '../../../bot/understand/gated.ts';
import { lettersNeeded } from '../../../bot/understand/letters-needed.ts';
import type { UnderstandInput } from '../../../bot/understand/understand.ts';
import { ROSTER } from './message-reading.ts';
import { meaningOf } from './reading.ts';

/** Every text of the corpora; nobody needs to look at the blind ones for this, and there may be none. */
const FOLDERS = ['.', 'open', 'blind'].filter((folder) => existsSync(join(__dirname, folder)));
const TEXTS = FOLDERS.flatMap((folder) =>
  readdirSync(join(__dirname, folder))
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) =>
      readFileSync(join(__dirname, folder, file), 'utf8')
        .trim()
        .split('\n'),
    )
    .map((line) => (JSON.parse(line) as { text: string }).text),
);

const WAITING = ['confirm', 'choice', 'slot', 'ruling', 'ack', 'report', 'checkin', 'zero_report', 'handover'] as const;
const QUOTES = [
  '【T0612】烟花爆竹零售点排查，请回复确认',
  '点名，请回复数字47',
  '有事报事，无事报平安',
  '核实后请回复',
];

/** Pieces of real messages joined and spoilt hit the grammar far more often than noise. */
const piece = fc
  .tuple(fc.constantFrom(...TEXTS), fc.nat(), fc.nat())
  .map(([text, from, length]) => text.slice(from % (text.length + 1)).slice(0, 1 + (length % 12)));
const text = fc.oneof(
  fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);
const around = fc.record({
  addressed: fc.boolean(),
  waiting: fc.subarray([...WAITING]),
  quote: fc.option(fc.record({ from: fc.constant('值守'), text: fc.constantFrom(...QUOTES), mine: fc.boolean() }), {
    nil: undefined,
  }),
});

/** What a message means where every gate stands open, so that every pattern is tried on every text. */
function ungated(written: string, input: Partial<UnderstandInput>) {
  const gates = jest.spyOn(Gate.prototype, 'opens').mockReturnValue(true);
  try {
    return meaningOf(written, input);
  } finally {
    gates.mockRestore();
  }
}

describe('gates keep searches away and lose nothing', () => {
  const ways: readonly Partial<UnderstandInput>[] = [
    { roster: ROSTER },
    { addressed: false, waiting: WAITING },
    { quote: { from: '值守', text: QUOTES[0]!, mine: true } },
  ];

  test.each(ways)('over the corpora, %#', (input) => {
    for (const written of TEXTS)
      expect([written, meaningOf(written, input)]).toEqual([written, ungated(written, input)]);
  });

  test('over spoilt messages in all circumstances', () => {
    fc.assert(
      fc.property(text, around, (written, { quote, ...rest }) => {
        const input = { ...rest, roster: ROSTER, ...(quote && { quote }) };
        expect(meaningOf(written, input)).toEqual(ungated(written, input));
      }),
      { numRuns: 1500, seed: 20261122 },
    );
  });

  test('a gate closed to a text is closed to its letters', () => {
    const gate = new Gate(/取消|撤销/, /作废$/);

    expect([gate.opens('把T0612撤了'), gate.opens('请各镇报台账'), gate.opens('')]).toEqual([true, false, false]);
  });
});

describe('a text that is being read', () => {
  test('opens the gates it opens at any other time, those that were built later as well', () => {
    const [early, late] = [new Gate(/取消|撤销/), new Gate(/作废$/)];
    const opened = (text: string) => [early.opens(text), late.opens(text)];
    early.opens('');

    nowReading('T0612取消');
    expect([opened('T0612取消'), opened('T0612作废')]).toEqual([
      [true, false],
      [false, true],
    ]);
    nowReading('T0612作废');
    expect([opened('T0612取消'), opened('T0612作废'), opened('')]).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });
});

describe('the letters that a pattern cannot do without', () => {
  const letters = (pattern: RegExp) => {
    const needed = lettersNeeded(pattern);
    return needed && String.fromCharCode(...[...needed].sort((a, b) => a - b));
  };

  test.each([
    [/延期|宽限/, '宽延'],
    [/(?:请|把)?延(?:期|长)/, '延'],
    [/^[^,。]{0,8}(?:验|核)(?:收|准)?\s*/, '核验'],
    [/不(?=同意)准/, '准'],
    [/(?<!没)问题/, '问'],
    [/[a-c]成?/, 'abc'],
    [/ok|好/i, 'Oo好'],
    [/\[[A-Z]\]/, '['],
    [/收+到{1,2}/, '收'],
    [/👌/u, '\ud83d'],
  ])('%s', (pattern, expected) => {
    expect(letters(pattern)).toBe(expected);
  });

  test.each([/请?/, /收到|/, /[^。]/, /\p{P}+/u, /[\u4e00-\u9fa5]{2,4}/, /\cA/, /ß/i, /.{3}/, /(?=延期)/])(
    'nothing is known of %s',
    (pattern) => {
      expect(letters(pattern)).toBeUndefined();
    },
  );
});
