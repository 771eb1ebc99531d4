import { describe, expect, test } from '@jest/globals';
import type { CheckIn } from '../../../../domain/duty/checks/check-in.ts';
import { buildOffice } from '../../../../domain/people/build-office.ts';
import * as wording from '../../../../domain/wording/checks.ts';
import { at, calendar } from '../../../support/builders.ts';
import { OFFICE } from '../../../workers/firing.ts';
import { aPerson } from '../../people/builders.ts';
import { aCheck, aCheckThatIs, CHECK_STATES, HAPPENINGS, plus } from './check-terms.ts';

const people = [
  ['maqiang', '马强', '13800001102'],
  ['gaoxiang', '高翔', '13900007788'],
  ['qianjun', '钱军', '13700000001'],
] as const;
const office = buildOffice([
  ...OFFICE.filter(({ id }) => !people.some(([key]) => id === `person.${key}`)),
  ...people.map(([id, name, phone]) => ({ ...aPerson(id, name), phone })),
]);
const context = { office, calendar, now: plus(40) };
const unit = office.units.get('unit.shiqiao')?.name ?? 'unit.shiqiao';

const absent = HAPPENINGS.电话不在(aCheckThatIs('to-human'), plus(14)).check;
const stoodIn = HAPPENINGS.到岗(absent, plus(27)).check;
const named = (check: CheckIn, index: number): CheckIn => ({ ...check, id: `${check.id}-${index}` });

const TEXTS: readonly (readonly [string, string])[] = [
  ['question', wording.checkText(aCheckThatIs('waiting'), context)],
  ['practice', wording.checkText(aCheck({ trial: true }), context)],
  ['second question', wording.secondAskText(aCheckThatIs('waiting'), context)],
  [
    'phone list',
    wording.phoneListText(
      aCheckThatIs('asked-again'),
      wording.phonesOf(aCheck(), [{ person: 'person.gaoxiang', role: '带班领导' }], context),
      context,
    ),
  ],
  ['phone list without phones', wording.phoneListText(aCheckThatIs('waiting'), [], context)],
  ['duty leader', wording.dutyLeaderText(absent, context)],
  ['office head', wording.officeHeadText(aCheckThatIs('escalated'), context)],
  ['phone noted', wording.phoneNotedText(absent, context)],
  ['stand-in', wording.standInNotedText(stoodIn, context)],
  ['explanation', wording.explanationNotedText(aCheckThatIs('explained'), context)],
  ['ruling', wording.ruledText(aCheckThatIs('ruled'), context)],
  [
    'summary',
    wording.nightSummaryText(
      Array.from({ length: 9 }, (_, index) => named(stoodIn, index)),
      at('2026-01-26 17:30'),
      context,
    ),
  ],
  ...CHECK_STATES.filter((state) => aCheckThatIs(state).answeredAt).map(
    (state) => [state, wording.answerNotedText(aCheckThatIs(state), context)] as const,
  ),
  ...Object.entries(wording.CHECK_REFUSALS),
];

describe('what people read about checks', () => {
  test.each(TEXTS)('%s: six lines at most, no verdict, nobody shouted at, nothing missing', (_, text) => {
    expect(text.split('\n').length).toBeLessThanOrEqual(6);
    expect(text).not.toMatch(/脱岗|漏岗|[!！]|undefined|null|NaN|Invalid|\p{Extended_Pictographic}/u);
    expect(text.replace(/\d+月\d+日（周[一二三四五六日]）/g, '')).not.toMatch(/\d月\d+日/);
  });

  test('the question says until when, which number, and for whom', () => {
    expect(wording.checkText(aCheckThatIs('waiting'), context)).toBe(
      `抽查点名，请在10分钟内回复数字 355（${unit} 马强）`,
    );
  });

  test('a person with a telephone gets the numbers in full', () => {
    const text = wording.phoneListText(
      aCheckThatIs('asked-again'),
      [{ label: '值班室', phone: '0000-6270119' }, { label: '马强', phone: '13800001102' }, { label: '高翔' }],
      context,
    );
    expect(text).toContain('值班室0000-6270119，马强13800001102，高翔（没有登记电话）');
    expect(text).toContain('两次未应答');
  });

  test('the summary counts, tells the facts of each, and leaves the judgement to people', () => {
    const checks = ['on-time', 'on-time', 'verified', 'void'].map((state, index) =>
      named(aCheckThatIs(state as 'void'), index),
    );
    const text = wording.nightSummaryText([...checks, stoodIn], at('2026-01-26 17:30'), context);
    expect(text.split('\n')).toEqual([
      '夜间抽查小结：4人次中按时应答2，电话核实在岗1，作废1（不计）',
      `${unit} 02:13点名未应答，02:27不在岗，02:40起由高翔在岗`,
      '当事人请于1月26日（周一）17:30前补说明，如何认定由你们定',
    ]);
  });
});
