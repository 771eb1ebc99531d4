import { describe, expect, test } from '@jest/globals';
import { bindingAgenda } from '../../../domain/people/binding.ts';
import {
  claimFirst,
  type FirstClaim,
  firstBinding,
  needsFirstAdministrator,
} from '../../../domain/people/first-administrator.ts';
import { firstBoundText, firstCodeText } from '../../../domain/wording/people.ts';
import { anOffice, aPerson, aTenure, BINDING, fresh, hash, NOW, TODAY } from './builders.ts';

const unbound = aPerson('wangfang', '王芳', {
  roles: ['dispatcher'],
  tenures: [aTenure('anweiban', 'liaison', { letter: 'A' })],
});
const office = anOffice(unbound);
const first = firstBinding(fresh('482913'), NOW);

function claim(parts: Partial<FirstClaim>, more: { binding?: typeof first; where?: typeof office } = {}) {
  const { binding = first, where = office } = more;
  return claimFirst(
    binding,
    { contactId: 'wx-1', code: '482913', ...parts },
    { office: where, policy: BINDING, now: NOW, day: TODAY, hash },
  );
}

describe('the first administrator', () => {
  test('is needed as long as nobody who could check a binding can be written to', () => {
    expect(needsFirstAdministrator(office, TODAY)).toBe(true);
    expect(
      needsFirstAdministrator(
        anOffice({ ...unbound, ...aPerson('wangfang', '王芳', { ...unbound, accounts: ['wx'] }) }),
        TODAY,
      ),
    ).toBe(false);
  });

  test('the code is printed once, stored as a hash, and does not run out with time', () => {
    expect(firstCodeText('482913')).toBe('首个管理员验证码：482913。请私聊值守“绑定 管理员 482913”，只能用一次');
    expect(JSON.stringify({ ...first, codeHash: '' })).not.toContain('482913');
    expect(bindingAgenda(first)).toEqual([]);
  });

  test('a stranger with the code becomes system administrator', () => {
    const answer = claim({});
    expect(answer).toMatchObject({
      kind: 'bound',
      person: { name: '管理员', roles: ['sysadmin'], granted: ['sysadmin'] },
    });
    expect(answer.kind === 'bound' && firstBoundText(answer.person)).toBe(
      '已绑定：管理员（系统管理员）。新成员私聊我“绑定 姓名 单位 职务”时，验证码会发给你核对',
    );
  });

  test('who names the dispatcher of the office file is that dispatcher from then on', () => {
    expect(claim({ name: '王芳' })).toMatchObject({
      kind: 'bound',
      person: {
        id: 'person.wangfang',
        roles: ['dispatcher', 'sysadmin'],
        granted: ['sysadmin'],
        accounts: [{ contactId: 'wx-1' }],
      },
    });
  });

  test('the name of somebody who is no dispatcher gives nothing of his', () => {
    const leader = aPerson('li', '李卫东', { roles: ['leader'], tenures: [aTenure('anning', 'deputy')] });
    const answer = claim({ name: '李卫东' }, { where: anOffice(leader) });
    expect(answer).toMatchObject({ kind: 'bound', person: { name: '李卫东', roles: ['sysadmin'], tenures: [] } });
    expect(answer.kind === 'bound' && answer.person.id).not.toBe('person.li');
  });

  test('who is bound already keeps what he is', () => {
    const bound = aPerson('chenli', '陈立', { tenures: [aTenure('qingshan', 'staff')], accounts: ['wx-1'] });
    expect(claim({}, { where: anOffice(bound) })).toMatchObject({
      kind: 'bound',
      person: { id: 'person.chenli', roles: ['sysadmin'] },
    });
  });

  test('the code works once', () => {
    const answer = claim({});
    if (answer.kind !== 'bound') throw new Error(answer.kind);
    expect(answer.binding).toMatchObject({ usedAt: NOW, usedBy: 'person.c-wx-1' });
    expect(claim({ contactId: 'wx-2' }, { binding: answer.binding })).toEqual({ kind: 'spent' });
  });

  test('without a code there is nothing to claim', () => {
    expect(
      claimFirst(undefined, { contactId: 'x', code: '1' }, { office, policy: BINDING, now: NOW, day: TODAY, hash }),
    ).toEqual({ kind: 'none' });
  });

  test('a stranger who guesses wrong five times is out, and does not lock out the others', () => {
    let binding = first;
    for (let tries = 0; tries < 5; tries++) {
      const answer = claim({ contactId: 'guesser', code: '000000' }, { binding });
      if (answer.kind !== 'wrong') throw new Error(answer.kind);
      expect(answer.left).toBe(4 - tries);
      binding = answer.binding;
    }
    expect(claim({ contactId: 'guesser' }, { binding })).toEqual({ kind: 'spent' });
    expect(claim({ contactId: 'wx-1' }, { binding })).toMatchObject({ kind: 'bound' });
  });

  test('guessing with ever new accounts ends after twenty wrong codes', () => {
    let binding = first;
    for (let account = 0; account < 20; account++) {
      const answer = claim({ contactId: `guesser${account}`, code: '000000' }, { binding });
      if (answer.kind !== 'wrong') throw new Error(answer.kind);
      binding = answer.binding;
    }
    expect(claim({ contactId: 'wx-1' }, { binding })).toEqual({ kind: 'spent' });
  });
});
