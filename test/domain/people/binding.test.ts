import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Binding, bindingAgenda, bindingId } from '../../../domain/people/binding.ts';
import { buildOffice } from '../../../domain/people/build-office.ts';
import { type CodeAnswer, enterCode, withoutAccount } from '../../../domain/people/enter-code.ts';
import { channelKey } from '../../../domain/people/ids.ts';
import { leaveUnit } from '../../../domain/people/leave-post.ts';
import type { Office, OfficeThing, Person } from '../../../domain/people/office.ts';
import { type BindingAnswer, type BindingRequest, requestBinding } from '../../../domain/people/request-binding.ts';
import {
  alreadyBoundText,
  bindingNoticeText,
  bindingRequestedText,
  boundText,
  unitUnclearText,
  whichPersonText,
} from '../../../domain/wording/people.ts';
import { anOffice, aPerson, aTenure, aUnit, BINDING, fresh, hash, NOW, TODAY } from './builders.ts';

const meilin = aUnit('meilin', '梅林镇', { status: 'trial' });
const qingshan = aUnit('qingshan', '青山镇');
const wangfang = aPerson('wangfang', '王芳', {
  roles: ['dispatcher'],
  tenures: [aTenure('anweiban', 'liaison', { letter: 'A', title: '调度员' })],
  accounts: ['wx-wangfang'],
});
const desk = aUnit('anweiban', '安委办', { kind: 'office' });
const things: readonly OfficeThing[] = [meilin, qingshan, desk, wangfang];
const office = buildOffice(things);
const xujing = { contactId: 'wx-xujing', name: '许静', unit: '梅林镇', title: '应急站站长' };

function ask(
  request: BindingRequest,
  more: { office?: Office; previous?: Binding; code?: string; now?: Date } = {},
): BindingAnswer {
  const { office: where = office, previous, code, now = NOW } = more;
  return requestBinding(
    request,
    { office: where, policy: BINDING, now, day: TODAY, ...(previous && { previous }) },
    fresh(code),
  );
}

function asked(request: BindingRequest, more: Parameters<typeof ask>[1] = {}) {
  const answer = ask(request, more);
  if (answer.kind !== 'requested') throw new Error(`not requested but ${answer.kind}`);
  return answer;
}

function enter(binding: Binding, typed: string, where = office, now = NOW): CodeAnswer {
  return enterCode(binding, typed, { office: where, now, day: TODAY, hash });
}

function bound(request: BindingRequest, where = office) {
  const answer = enter(asked(request, { office: where }).binding, '7731', where);
  if (answer.kind !== 'bound') throw new Error(`not bound but ${answer.kind}`);
  return answer;
}

/** The office after somebody was bound. */
function officeAfter(where: Office, saved: readonly Person[]): Office {
  return buildOffice([
    ...where.units.values(),
    ...new Map([...where.people, ...saved.map((one) => [one.id, one] as const)]).values(),
  ]);
}

describe('a new township joins', () => {
  test('the code goes to the dispatcher, and the person is told whom to ask', () => {
    const { binding, notice } = asked(xujing);
    expect(notice.administrators.map((person) => person.name)).toEqual(['王芳']);
    expect(bindingRequestedText(notice.administrators)).toBe(
      '收到，等王芳核对（验证码已发给王芳，请向本人要，拿到后直接发给我）',
    );
    expect(bindingNoticeText(binding, notice, office, TODAY, 24)).toBe(
      [
        '【绑定】许静 梅林镇 应急站站长 申请绑定，验证码 7731（24小时内有效）',
        '名册里没有此人，通过后将新建',
        '请先电话核实是本人，再把验证码告诉本人；不是本人就不要给',
      ].join('\n'),
    );
  });

  test('the right code makes her liaison A, says so, and asks for B', () => {
    const answer = bound(xujing);
    expect(answer.person).toMatchObject({
      name: '许静',
      roles: [],
      accounts: [{ contactId: 'wx-xujing', boundAt: NOW, reachable: true }],
    });
    expect(answer.given).toEqual({
      unit: 'unit.meilin',
      post: 'liaison',
      letter: 'A',
      title: '应急站站长',
      fromDay: TODAY,
      origin: 'chat',
    });
    expect(boundText(answer, TODAY)).toBe(
      [
        '已绑定：许静 梅林镇 应急站站长（联络员A）',
        '请再告诉我联络员B是谁，请其私聊我“绑定 姓名 单位 职务”',
        '常用三句：①收到 ②报 编号 内容 ③我的待办',
      ].join('\n'),
    );
    expect(officeAfter(office, answer.save).byContact.get('wx-xujing')?.name).toBe('许静');
  });

  test('the second becomes B, the third plain staff, and nobody is asked for B any more', () => {
    let joined = office;
    const posts = ['许静', '何勇', '邓帆'].map((name, index) => {
      const answer = bound({ contactId: `wx${index}`, name, unit: '梅林镇', title: '党政办副主任' }, joined);
      joined = officeAfter(joined, answer.save);
      return [answer.given?.post, answer.given?.letter, answer.lacks];
    });
    expect(posts).toEqual([
      ['liaison', 'A', 'B'],
      ['liaison', 'B', undefined],
      ['staff', undefined, undefined],
    ]);
  });

  test.each([
    ['镇长', 'head', undefined],
    ['副镇长', 'deputy', undefined],
    ['党委书记', 'head', undefined],
    ['党政办主任', 'liaison', 'A'],
    ['值班员', 'staff', undefined],
    ['联络员B', 'liaison', 'B'],
    ['联络员', 'liaison', 'A'],
  ])('somebody who says he is %s is taken for %s %s', (title, post, letter) => {
    expect(bound({ ...xujing, title }).given).toMatchObject({ post, title, ...(letter && { letter }) });
  });

  test('a person of an enterprise is its contact, whatever the title', () => {
    const works = anOffice(wangfang, aUnit('works', '宏达木业', { kind: 'enterprise' }));
    expect(bound({ ...xujing, unit: '宏达木业', title: '厂长' }, works).given).toMatchObject({
      post: 'enterprise-contact',
    });
  });
});

describe('who is already in the office', () => {
  const chenli = aPerson('chenli', '陈立', {
    tenures: [aTenure('qingshan', 'liaison', { letter: 'A', title: '应急站站长' })],
  });
  const request = { contactId: 'wx-chenli', name: '陈立', unit: '青山镇', title: '联络员' };
  const known = buildOffice([...things, chenli]);

  test('is found by name and unit, gets the account and no new post', () => {
    const answer = bound(request, known);
    expect(answer.person.id).toBe('person.chenli');
    expect(answer.given).toBeUndefined();
    expect(answer.person.tenures).toEqual(chenli.tenures);
  });

  test('the administrator reads whom the office knows by that name, with his roles', () => {
    const leader = aPerson('li', '李卫东', {
      roles: ['leader'],
      tenures: [aTenure('qingshan', 'deputy', { title: '副镇长' })],
    });
    const where = buildOffice([...things, leader]);
    const { binding, notice } = asked(
      { contactId: 'x', name: '李卫东', unit: '青山镇', title: '副镇长' },
      { office: where },
    );
    expect(bindingNoticeText(binding, notice, where, TODAY, 24)).toContain(
      '名册里是：李卫东 青山镇 副镇长（分管负责人），领导',
    );
  });

  test('asking again after binding changes nothing', () => {
    const joined = officeAfter(known, bound(request, known).save);
    const answer = ask(request, { office: joined });
    expect(answer).toMatchObject({ kind: 'already-bound' });
    expect(answer.kind === 'already-bound' && alreadyBoundText(answer.person, answer.unit)).toBe(
      '你已绑定为青山镇 陈立，不用再绑',
    );
  });

  test('a new telephone is added, the old one stays until it is revoked', () => {
    const joined = officeAfter(known, bound(request, known).save);
    const answer = bound({ ...request, contactId: 'wx-new', title: '应急站站长' }, joined);
    expect(answer.person.accounts.map((account) => account.contactId)).toEqual(['wx-chenli', 'wx-new']);
    expect(withoutAccount(answer.person, 'wx-chenli').accounts.map((account) => account.contactId)).toEqual(['wx-new']);
  });

  test('an account that stood for somebody else stands for the new person alone, and the administrator is warned', () => {
    const joined = officeAfter(known, bound(request, known).save);
    const other = { contactId: 'wx-chenli', name: '吕刚', unit: '青山镇', title: '值班员' };
    const { binding, notice } = asked(other, { office: joined });
    expect(bindingNoticeText(binding, notice, joined, TODAY, 24)).toContain(
      '注意：这个账号现在绑定的是陈立 青山镇 应急站站长（联络员A），通过后改为吕刚',
    );

    const moved = officeAfter(joined, bound(other, joined).save);
    expect(moved.byContact.get('wx-chenli')?.name).toBe('吕刚');
    expect(moved.people.get('person.chenli')?.accounts).toEqual([]);
  });

  test('who is bound and takes a post in another unit stays the same person', () => {
    const joined = officeAfter(known, bound(request, known).save);
    const answer = bound({ ...request, unit: '梅林镇', title: '联络员' }, joined);
    expect(answer.person.id).toBe('person.chenli');
    expect(answer.person.tenures.map((tenure) => tenure.unit)).toEqual(['unit.qingshan', 'unit.meilin']);
  });

  test('leaving a unit ends the posts there yesterday, and a post of today leaves no trace', () => {
    const moved = {
      ...chenli,
      tenures: [...chenli.tenures, aTenure('qingshan', 'staff', { fromDay: TODAY }), aTenure('meilin', 'staff')],
    };
    expect(leaveUnit(moved, 'unit.qingshan', TODAY).tenures).toEqual([
      { ...chenli.tenures[0], toDay: '2026-01-14' },
      aTenure('meilin', 'staff'),
    ]);
  });
});

describe('two of one name', () => {
  const one = aPerson('zhangwei1', '张伟', {
    tenures: [aTenure('meilin', 'staff', { title: '党政办主任' })],
    accounts: ['wx1'],
  });
  const two = aPerson('zhangwei2', '张伟', { tenures: [aTenure('meilin', 'staff', { title: '农业办副主任' })] });
  const both = buildOffice([...things, one, two]);
  const request = { contactId: 'wx-new', name: '张伟', unit: '梅林镇', title: '' };

  test('have to say which of them they are', () => {
    const answer = ask(request, { office: both });
    expect(answer.kind === 'which-person' && whichPersonText(answer.people, answer.unit, TODAY)).toBe(
      [
        '梅林镇已有2位张伟（党政办主任、农业办副主任）',
        '是其中一位，请照名册写职务：“绑定 张伟 梅林镇 党政办主任”',
        '是另一位同名的，请在姓名后注明科室：“绑定 张伟（农业办） 梅林镇 职务”',
      ].join('\n'),
    );
  });

  test('are told apart by the post, or by a word in brackets', () => {
    expect(bound({ ...request, title: '农业办副主任' }, both).person.id).toBe('person.zhangwei2');
    expect(bound({ ...request, name: '张伟（党政办）' }, both).person.id).toBe('person.zhangwei1');
  });

  test('a third of that name is somebody new, with the word in his title', () => {
    const answer = bound({ ...request, name: '张伟（财政所）', title: '会计' }, both);
    expect(answer.person).toMatchObject({ name: '张伟', tenures: [{ title: '财政所会计' }] });
    expect([...both.people.keys()]).not.toContain(answer.person.id);
  });

  test('somebody with another post than the one who is bound already is asked, not merged with him', () => {
    const single = buildOffice([...things, one]);
    expect(ask({ ...request, title: '农业办副主任' }, { office: single })).toMatchObject({ kind: 'which-person' });
  });

  test('a namesake entered while the code was on its way leaves it unclear who is meant', () => {
    const { binding } = asked({ ...request, title: '司机' });
    expect(enter(binding, '7731', both)).toMatchObject({ kind: 'unclear', drop: binding.id });
  });
});

describe('units are never guessed', () => {
  const where = buildOffice([...things, aUnit('jingkai', '经开区', { kind: 'park' }), aUnit('shiqiao', '石桥乡')]);

  test.each([
    ['开发区', '“开发区”是指经开区（写法相近）吗？请用全称再发一次'],
    ['石乔乡', '“石乔乡”是指石桥乡（写法相近）吗？请用全称再发一次'],
    ['财政局', '没有找到单位“财政局”，请用全称再发一次'],
  ])('%s is asked about', (unit, text) => {
    const answer = ask({ ...xujing, unit }, { office: where });
    expect(answer.kind === 'unit-unclear' && unitUnclearText(answer.said, answer.match)).toBe(text);
  });

  test('without name or unit the person is told what to say', () => {
    expect(ask({ contactId: 'x', name: '许静' })).toEqual({ kind: 'incomplete' });
    expect(ask({ contactId: 'x', unit: '梅林镇' })).toEqual({ kind: 'incomplete' });
  });

  test('with nobody to check it, no code is made', () => {
    expect(ask(xujing, { office: anOffice(meilin) })).toEqual({ kind: 'no-administrator' });
  });
});

describe('the code', () => {
  const { binding } = asked(xujing);

  test('is nowhere in what is stored', () => {
    expect(JSON.stringify({ ...binding, codeHash: '' })).not.toContain('7731');
    expect(binding).toMatchObject({ id: 'binding.c-wx-xujing', codeHash: hash('s', '7731'), attemptsLeft: 5 });
  });

  test('may be typed in full width and with spaces', () => {
    expect(enter(binding, ' ７７ ３１ ').kind).toBe('bound');
  });

  test('a wrong one is counted, and the last wrong one kills it even for the right digits', () => {
    let current = binding;
    const kinds = ['1', '2', '3', '4', '5', '7731'].map((typed) => {
      const answer = enter(current, typed);
      if (answer.kind === 'wrong' || answer.kind === 'spent') current = answer.binding;
      return `${answer.kind} ${current.attemptsLeft}`;
    });
    expect(kinds).toEqual(['wrong 4', 'wrong 3', 'wrong 2', 'wrong 1', 'spent 0', 'spent 0']);
  });

  test('is good for 24 hours, after which the request is forgotten', () => {
    const [step] = bindingAgenda(binding);
    expect(step).toEqual({ at: new Date('2026-01-16T10:12:00+08:00'), step: 'expire', track: 'expire', kind: 'act' });
    expect(enter(binding, '7731', office, new Date(step!.at.getTime() - 1)).kind).toBe('bound');
    expect(enter(binding, '7731', office, step!.at)).toEqual({ kind: 'expired', drop: binding.id });
  });

  test('is of no use once the unit is closed', () => {
    expect(enter(binding, '7731', anOffice({ ...meilin, status: 'closed' }, wangfang)).kind).toBe('expired');
  });

  test('asking again with the same words makes no new one', () => {
    expect(ask(xujing, { previous: binding, code: '9999' })).toMatchObject({ kind: 'waiting', binding });
  });

  test('asking with other words makes a new one, and the old is dead', () => {
    const next = asked({ ...xujing, title: '站长' }, { previous: binding, code: '9999' }).binding;
    expect(next).toMatchObject({ id: binding.id, requests: 2 });
    expect(enter(next, '7731').kind).toBe('wrong');
  });

  test('is not given out for ever: after five the contact waits a day', () => {
    const tired = { ...binding, requests: 5, attemptsLeft: 0 };
    expect(ask(xujing, { previous: tired })).toEqual({ kind: 'too-many', againAt: tired.expiresAt });
    expect(ask(xujing, { previous: tired, now: tired.expiresAt })).toMatchObject({
      kind: 'requested',
      binding: { requests: 1 },
    });
  });

  test('nobody ever gets more tries than are allowed, however he asks and types', () => {
    const move = fc.oneof(
      fc.record({ type: fc.constantFrom('0000', '1111', '77 32') }),
      fc.record({ title: fc.constantFrom('站长', '主任', '联络员') }),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 120 }), (moves) => {
        let current: Binding | undefined;
        const tries = new Map<number, number>();
        for (const one of moves) {
          if ('title' in one) {
            const answer = ask({ ...xujing, title: one.title }, current ? { previous: current } : {});
            if (answer.kind === 'requested') current = answer.binding;
          } else if (current) {
            const answer = enter(current, one.type);
            if (answer.kind !== 'wrong' && answer.kind !== 'spent') throw new Error(answer.kind);
            if (answer.binding !== current) tries.set(current.requests, (tries.get(current.requests) ?? 0) + 1);
            current = answer.binding;
          }
        }
        expect(Math.max(0, ...tries.values())).toBeLessThanOrEqual(BINDING.attempts);
        expect(tries.size).toBeLessThanOrEqual(BINDING.attempts);
      }),
    );
  });
});

describe('ids', () => {
  test('no channel id, however odd, makes an id that the queue refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (contactId) =>
        /^binding\.c-[A-Za-z0-9_-]*$/.test(bindingId(contactId)),
      ),
    );
  });

  test('different channel ids stay different', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => one === other || channelKey(one) !== channelKey(other)),
    );
  });
});
