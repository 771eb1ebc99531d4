import { describe, expect, test } from '@jest/globals';
import { answering, matterOf } from '../../bot/answering.ts';
import type { CommandContext } from '../../bot/commands/command.ts';
import { WhichOne } from '../../bot/commands/command.ts';
import type { Meaning } from '../../domain/meaning.ts';
import { type Question, questionFrom } from '../../domain/question.ts';
import { at } from '../support/builders.ts';

const NOW = at('2026-01-28 10:00');

function question(matter: string): Question {
  return questionFrom(
    { conversation: 'person.a', person: 'person.a', matter, about: 'x', kinds: ['ruling'], expiresAt: NOW },
    NOW,
  );
}

function said(meaning: Partial<Meaning>, text = '', quoted?: string): CommandContext {
  const message = { text, ...(quoted && { quote: { from: '值守', text: quoted, mine: true } }) };
  return { meaning: { intent: 'decide', times: [], ...meaning }, message } as unknown as CommandContext;
}

describe('which question a ruling answers', () => {
  const swap = question('swap.S001');
  const extension = question('assignment.T0612.qingshan');

  test('the last one asked, where all are of one kind', () => {
    expect(answering(said({}), [swap, question('swap.S002')]).question).toBe(swap);
  });

  test('rulings of two kinds are not guessed between', () => {
    expect(() => answering(said({}), [swap, extension])).toThrow(WhichOne);
    expect(() => answering(said({}), [question('notice.N0001'), extension])).toThrow(WhichOne);
    expect(() => answering(said({}), [question('notice.N0001'), swap])).toThrow(WhichOne);
    expect(answering(said({ item: 'N0001' }), [extension, question('notice.N0001')]).question?.matter).toBe(
      'notice.N0001',
    );
  });

  test('a number that is said or quoted settles it, S001 is not S0010', () => {
    expect(answering(said({ item: 'T0612' }), [swap, extension]).question).toBe(extension);
    expect(answering(said({}, '', '同意回复“同意S001”'), [extension, swap]).question).toBe(swap);
    expect(answering(said({ item: 'S001' }), [question('swap.S0010')]).question).toBeUndefined();
  });

  test('a message about S001 is about a swap also when nothing was asked', () => {
    expect(matterOf(said({ item: 'S001' }))).toBe('swap');
    expect(matterOf(said({ task: 's001' }))).toBe('swap');
    expect(matterOf(said({}, '同意S001、S002'))).toBe('swap');
    expect(matterOf(said({ item: 'N0107' }))).toBe('notice');
    expect(matterOf(said({ item: 'T0612' }))).toBeUndefined();
  });
});
