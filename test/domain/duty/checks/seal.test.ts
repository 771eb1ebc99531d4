import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawPlan } from '../../../../domain/duty/checks/draw-plan.ts';
import type { Plan } from '../../../../domain/duty/checks/plan.ts';
import { type Deviation, revealText, sealText } from '../../../../domain/duty/checks/seal/seal-text.ts';
import { drawSalt, sealedText, sealHash, sheetOf } from '../../../../domain/duty/checks/seal/sheet.ts';
import { verifySeal } from '../../../../domain/duty/checks/seal/verify-seal.ts';
import { sealProblemText } from '../../../../domain/wording/seal.ts';
import { at } from '../../../support/builders.ts';
import { anInput, seeded, sha256, thirtyUnits } from './draw-terms.ts';

const SALT = drawSalt(seeded(77));

function aPlan(lines: readonly string[], fields: Partial<Plan> = {}): Plan {
  const checks = lines.map((line) => ({
    at: at(line.slice(0, 16)),
    name: line.slice(17),
    unit: `unit.${line.slice(17)}`,
    trial: false,
    shift: 's',
    person: 'p',
  }));
  return {
    no: 'C0126',
    kind: 'week',
    fromAt: at('2026-01-26 00:00'),
    toAt: at('2026-01-28 00:00'),
    checks,
    shortfalls: [{ unit: 'unit.meilin', name: '梅林镇', wanted: 1, placed: 0, reason: 'no-shift' }],
    ...fields,
  };
}

const LINES = [
  '2026-01-26 09:13 石桥乡',
  '2026-01-26 15:40 青山镇',
  '2026-01-27 11:02 高铺镇',
  '2026-01-27 19:55 石桥乡',
];
const plan = aPlan(LINES);
const seal = sealText(plan, sealHash(plan, SALT, sha256));
const DEVIATIONS: readonly Deviation[] = [
  { kind: 'void', at: at(LINES[0]!.slice(0, 16)), name: '石桥乡', reason: '通道中断 09:10至09:30' },
  { kind: 'paused', at: at(LINES[1]!.slice(0, 16)), name: '青山镇', reason: '事件处置中 E0015' },
  { kind: 'extra', at: at('2026-01-27 16:20'), name: '石桥乡', reason: '通道中断后补抽' },
];
const [reveal] = revealText(plan, SALT, DEVIATIONS) as [string];
const parts = revealText(plan, SALT, DEVIATIONS, 150);

const verify = (...texts: readonly string[]) => verifySeal(texts.join('\n'), sha256, ['南街镇', '青山镇']);
const codes = (...texts: readonly string[]) => verify(...texts).problems.map(({ code }) => code);
const told = (...texts: readonly string[]) => verify(...texts).problems.map(sealProblemText);

/** A paste of the whole year of thirty units, so that it takes several messages. */
function aBigPlan(seed: number): Plan {
  const input = anInput({ random: seeded(seed) });
  return drawPlan({ ...input, units: thirtyUnits(input.fromAt, input.toAt) });
}

describe('what is sealed', () => {
  test('is text that people can read and retype', () => {
    expect(sealedText(sheetOf(plan, SALT)).split('\n')).toEqual([
      '值守抽查计划 1',
      '编号 C0126',
      '种类 常规',
      '时段 2026-01-26 00:00 至 2026-01-28 00:00',
      `盐 ${SALT}`,
      ...LINES,
      '未安排 梅林镇;没有已发布的班次',
      '共4次',
    ]);
  });

  test('the line before the period says when, and nothing of who', () => {
    expect(seal.split('\n').length).toBeLessThanOrEqual(6);
    expect(seal).toContain(sealHash(plan, SALT, sha256));
    expect(seal).not.toMatch(/石桥|青山|高铺|09:13|4次/);
  });

  test('does not depend on the order in which checks are listed', () => {
    const turned = { ...plan, checks: [...plan.checks].reverse() };
    expect(sealHash(turned, SALT, sha256)).toBe(sealHash(plan, SALT, sha256));
  });

  test('the publication stays within the limit of a message and says which part it is', () => {
    const big = revealText(aBigPlan(4), SALT, []);
    for (const text of [...big, ...revealText(aBigPlan(4), SALT, [], 300)])
      expect(text.length).toBeLessThanOrEqual(1800);
    expect(revealText(aBigPlan(4), SALT, [], 300).length).toBeGreaterThan(3);
    for (const text of parts) expect(text.length).toBeLessThanOrEqual(150);
    expect(parts[1]).toMatch(/^【抽查公布 2\//);
  });

  test('a deviation without a reason, or from nothing, is not published', () => {
    expect(() => revealText(plan, SALT, [{ ...DEVIATIONS[0]!, reason: ' ' }])).toThrow('reason');
    expect(() => revealText(plan, SALT, [{ ...DEVIATIONS[0]!, name: '青山镇' }])).toThrow('not in the plan');
  });
});

describe('a paste that is as it was', () => {
  test('verifies, with the deviations that were told', () => {
    const verdict = verify(seal, reveal);
    expect(verdict).toMatchObject({ ok: true, problems: [] });
    expect(verdict.verified[0]!.checks).toHaveLength(4);
    expect(verdict.verified[0]!.deviations.map(({ kind, name, reason }) => [kind, name, reason])).toEqual([
      ['void', '石桥乡', '通道中断09:10至09:30'],
      ['paused', '青山镇', '事件处置中E0015'],
      ['extra', '石桥乡', '通道中断后补抽'],
    ]);
  });

  const fullWidth = (text: string) =>
    text.replace(/[!-~]/g, (char) => String.fromCodePoint(char.codePointAt(0)! + 0xfee0)).replaceAll(' ', '\u3000');
  test.each([
    [
      'with names and times between',
      `王芳 2026/1/25 18:03\n${seal}\n何静 18:04\n收到\n\n值守:\n${parts.join('\n值守 2/2 09:00\n好的\n')}`,
    ],
    ['with parts out of order', [...parts].reverse().concat(seal).join('\n\n')],
    ['in full-width characters', fullWidth(`${seal}\n${reveal}`)],
    ['with blanks everywhere', `${seal}\n${reveal}`.replace(/(.)/gu, '$1 ').replaceAll('\n', '  \n \u00a0\n')],
    [
      'with invisible characters and Windows line ends',
      `\ufeff${seal}\n${reveal}`.replaceAll('：', '：\u200b').replaceAll('\n', '\r\n'),
    ],
    ['as a quotation', `「值守：${seal}」\n- - - - -\n收到\n> ${reveal.replaceAll('\n', '\n> ')}`],
    ['with a quotation that was cut off', `${seal}\n${parts.join('\n')}\n「值守：${parts[0]!.slice(0, 70)}…」\n请看`],
    ['with everything twice', `${seal}\n${reveal}\n${seal}\n${reveal}`],
    [
      'with the hash broken over two lines',
      `${seal.replace(/([0-9a-f]{30})([0-9a-f]{34})/, '$1\n$2').toUpperCase()}\n${reveal}`,
    ],
    [
      'with somebody asking about the seal',
      `${seal}\n陈立：【抽查封存】C0126是什么\n${reveal}\n2026-01-26 02:13 青山镇\n记得没有抽`,
    ],
  ])('%s', (_, text) => expect(told(text)).toEqual([]));

  test('any plan verifies from its messages in any order, with talk between', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 130, max: 1800 }),
        fc.array(fc.string({ unit: 'grapheme', maxLength: 12 })),
        (seed, size, talk) => {
          const drawn = aBigPlan(seed);
          const salt = drawSalt(seeded(seed + 1));
          const texts = [sealText(drawn, sealHash(drawn, salt, sha256)), ...revealText(drawn, salt, [], size)];
          const mixed = texts
            .map((text, index) => [text, index * 7919 + seed] as const)
            .sort(([, one], [, other]) => (one % 13) - (other % 13));
          const words = talk.map((line) => line.replace(/[【】]/g, ''));
          expect(told(...mixed.flatMap(([text], index) => [text, words[index] ?? '']))).toEqual([]);
        },
      ),
      { numRuns: 5 },
    );
  });
});

describe('a paste that was tampered with', () => {
  test.each([
    [
      'another minute',
      reveal.replace('15:40', '15:41'),
      '时间被改过，现在是 2026-01-26 15:41 青山镇，封存时是 2026-01-26 15:40 青山镇',
    ],
    [
      'another day',
      reveal.replace('2026-01-27 11:02', '2026-01-26 11:02'),
      '时间被改过，现在是 2026-01-26 11:02 高铺镇，封存时是 2026-01-27 11:02 高铺镇',
    ],
    [
      'another unit',
      reveal.replace('15:40 青山镇', '15:40 石桥乡'),
      '单位被改过，现在是 2026-01-26 15:40 石桥乡，封存时是 2026-01-26 15:40 青山镇',
    ],
    [
      'two units exchanged',
      reveal.replace('15:40 青山镇', '15:40 高铺镇').replace('11:02 高铺镇', '11:02 青山镇'),
      '两行的单位对调过',
    ],
    [
      'another salt',
      reveal.replace(
        SALT,
        SALT.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      ),
      `“盐”被改过，封存时是${SALT}`,
    ],
    [
      'a line left out',
      reveal.replace(/2026-01-27 19:55 石桥乡\n/, '').replace('共4次', '共3次'),
      '少了一行 2026-01-27 19:55 石桥乡',
    ],
    [
      'a line put in',
      reveal.replace('2026-01-27 11:02', '2026-01-27 03:00 南街镇\n2026-01-27 11:02').replace('共4次', '共5次'),
      '多出一行 2026-01-27 03:00 南街镇',
    ],
    ['several things', reveal.replace('15:40', '15:41').replace('19:55', '19:56'), '改动不止一处'],
    ['a unit that could not be asked left out', reveal.replace(/未安排 .*\n/, ''), '改动不止一处'],
  ])('%s', (_, text, words) => {
    const verdict = verify(seal, text);
    expect(verdict.ok).toBe(false);
    expect(verdict.verified).toEqual([]);
    expect(verdict.problems.map(sealProblemText).join('\n')).toContain(words);
  });

  test.each([
    ['a count that does not fit', [seal, reveal.replace('共4次', '共5次')], ['count-differs']],
    ['a missing part', [seal, ...parts.slice(1)], ['part-missing', 'salt-missing']],
    ['a missing last part', [seal, ...parts.slice(0, -1)], ['part-missing']],
    [
      'a part that was cut off',
      [seal, parts[0]!.slice(0, 100), ...parts.slice(1)],
      ['part-incomplete', 'salt-missing'],
    ],
    ['two wordings of one part', [seal, reveal, reveal.replace('E0015', 'E0016')], ['part-differs']],
    ['no salt', [seal, reveal.replace(/盐：.*\n/, '')], ['salt-missing']],
    ['no seal', [reveal], ['no-seal']],
    ['no publication', [seal], ['no-reveal']],
    ['a seal without its hash', [seal.replace(/SHA-256.*\n/, ''), reveal], ['seal-incomplete']],
    ['another period', [seal, reveal.replace('至 2026-01-28', '至 2026-01-29')], ['period-differs']],
    ['a void without a reason', [seal, reveal.replace('作废：通道中断 09:10至09:30', '作废：')], ['reason-missing']],
    ['a pause without a word', [seal, reveal.replace('暂停：事件处置中 E0015', '暂停：……')], ['reason-missing']],
    ['an extra check without a reason', [seal, reveal.replace('补抽：通道中断后补抽', '补抽')], ['reason-missing']],
    ['a line nobody can read', [seal, reveal.replace('盐：', '说明：以下为准\n盐：')], ['unreadable']],
    ['another kind of deviation', [seal, reveal.replace('作废：', '不算：')], ['unreadable', 'count-differs']],
    ['nothing of ours', ['值守在吗', '在'], ['nothing-found']],
    ['a file that is no chat', ['x'.repeat(1_000_001)], ['too-long']],
  ])('%s', (_, texts, expected) => {
    const verdict = verify(...texts);
    expect(verdict.problems.map(({ code }) => code)).toEqual(expected);
    expect(verdict.ok).toBe(false);
  });

  test('a second seal for the same time, from which the better one could be chosen', () => {
    const other = aPlan(LINES.slice(1), { no: 'C0127' });
    const second = sealText(other, sealHash(other, SALT, sha256));
    expect(told(seal, reveal, second, ...revealText(other, SALT, []))).toEqual(['C0126与C0127封存的是同一时段']);
    const same = sealText(plan, sha256('something else'));
    expect(codes(seal, same, reveal)).toEqual(['second-seal']);
    expect(codes(same, seal, reveal)).toEqual(['second-seal']);
  });

  test('plans of other periods, or of the nights, stand beside each other', () => {
    const next = aPlan(['2026-01-29 10:00 石桥乡'], {
      no: 'C0128',
      fromAt: at('2026-01-28 00:00'),
      toAt: at('2026-01-30 00:00'),
    });
    const night = aPlan(['2026-01-27 02:13 石桥乡'], { no: 'Y0003', kind: 'night' });
    const texts = [plan, next, night].flatMap((one) => [
      sealText(one, sealHash(one, SALT, sha256)),
      ...revealText(one, SALT, []),
    ]);
    expect(verify(...texts)).toMatchObject({ ok: true, verified: [{ no: 'C0126' }, { no: 'C0128' }, { no: 'Y0003' }] });
  });

  test('what is still to be published is nothing wrong; what should have been published before is', () => {
    const [next, before] = [
      ['C0128', '2026-01-29'],
      ['C0124', '2026-01-20'],
    ].map(([no, day]) =>
      aPlan([`${day} 10:00 石桥乡`], { no: no!, fromAt: at(`${day} 00:00`), toAt: at(`${day} 23:00`) }),
    );
    const sealOf = (one: Plan) => sealText(one, sealHash(one, SALT, sha256));
    expect(verify(seal, reveal, sealOf(next!))).toMatchObject({ ok: true, pending: [{ no: 'C0128' }], problems: [] });
    expect(verify(seal, reveal, sealOf(before!))).toMatchObject({
      ok: false,
      pending: [],
      problems: [{ code: 'no-reveal', no: 'C0124' }],
    });
  });

  test('no single character of the sealed lines can be changed unseen', () => {
    const text = revealText(plan, SALT, []).join('\n');
    const places = Array.from(text.matchAll(/[0-9\u4e00-\u9fff]/g), ({ index }) => index);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom('0', '7', '镇', '乡'), (place, by) => {
        const changed = text.slice(0, place) + by + text.slice(place + 1);
        if (changed !== text) expect(verifySeal(`${seal}\n${changed}`, sha256).ok).toBe(false);
      }),
      { numRuns: 6 },
    );
  });

  test('whatever is pasted, there is an answer', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...`${seal}\n${reveal}`.split(/(\n|：)/))), (pieces) => {
        expect(typeof verifySeal(pieces.join(''), sha256).ok).toBe('boolean');
      }),
      { numRuns: 60 },
    );
  });
});
