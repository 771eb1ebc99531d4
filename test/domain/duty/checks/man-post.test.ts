import { describe, expect, test } from '@jest/globals';
import { manPost } from '../../../../domain/duty/checks/man-post.ts';
import { peopleAt } from '../../../../domain/duty/presence.ts';
import type { Shift } from '../../../../domain/duty/shift.ts';
import { standIn } from '../../../../domain/duty/shift-rules.ts';
import { whoIsOnDuty } from '../../../../domain/duty/who.ts';
import { at } from '../../../support/builders.ts';
import { aShift, onDuty } from '../../../support/shifts.ts';
import { aCheck, LEADER } from './check-terms.ts';

const UNIT = { unit: 'shiqiao' };
const BEFORE = onDuty(aShift('2026-01-25', { ...UNIT, people: ['maqiang'] }));
const NEXT = aShift('2026-01-26', { ...UNIT, people: ['zhoujie'] });
const check = aCheck();

const onPost = (shifts: readonly Shift[], moment: string) =>
  whoIsOnDuty(shifts, { unit: 'unit.shiqiao', layer: 'officer', at: at(moment) }).flatMap(({ people }) => people);
const withChanges = (shifts: readonly Shift[], changed: readonly Shift[]) =>
  shifts.map((shift) => changed.find(({ id }) => id === shift.id) ?? shift);

describe('somebody comes to the post after an unanswered check-in', () => {
  test('he is on duty from then on, on the list and for the next check-in, until the shift is over', () => {
    const changed = manPost(check, LEADER, at('2026-01-26 02:40'), [BEFORE, NEXT]);
    expect(changed.map(({ id }) => id)).toEqual([BEFORE.id]);
    const shifts = withChanges([BEFORE, NEXT], changed);
    expect(onPost(shifts, '2026-01-26 02:39')).toEqual(['person.maqiang']);
    expect(onPost(shifts, '2026-01-26 02:40')).toEqual([LEADER]);
    expect(changed[0]!.standIns).toMatchObject([{ person: LEADER, instead: 'person.maqiang' }]);
  });

  test('the person himself, or one who stands there already, changes nothing', () => {
    expect(manPost(check, 'person.maqiang', at('2026-01-26 02:40'), [BEFORE, NEXT])).toEqual([]);
    const twice = withChanges([BEFORE], manPost(check, LEADER, at('2026-01-26 02:40'), [BEFORE]));
    expect(manPost(check, LEADER, at('2026-01-26 02:50'), twice)).toEqual([]);
  });

  test('whoever stood in already is relieved, and the planned person still has his place', () => {
    const act = { by: 'person.zhoujie', at: at('2026-01-25 12:00'), reason: '' };
    const stoodIn = standIn(BEFORE, { person: 'person.zhoujie', instead: 'person.maqiang' }, act);
    const asked = aCheck({ person: 'person.zhoujie' });
    const [changed] = manPost(asked, LEADER, at('2026-01-26 02:40'), [stoodIn]);
    expect(peopleAt(changed!, at('2026-01-26 02:41'))).toEqual([LEADER]);
    expect(changed!.people).toEqual(['person.maqiang']);
  });

  test('in place of one who only stayed on, the shift of the relief that never came is taken over', () => {
    const asked = aCheck();
    const moment = at('2026-01-26 12:40');
    const changed = manPost(asked, LEADER, moment, [BEFORE, NEXT]);
    expect(changed).toMatchObject([
      { id: NEXT.id, state: 'on-duty', takenOverAt: moment, standIns: [{ instead: 'person.zhoujie' }] },
      { id: BEFORE.id, state: 'closed', handedOverAt: moment, handedOverTo: LEADER },
    ]);
    expect(onPost(withChanges([BEFORE, NEXT], changed), '2026-01-26 12:41')).toEqual([LEADER]);
  });

  test('where the time of the post is over, or another has come, nothing is changed any more', () => {
    expect(manPost(check, LEADER, at('2026-01-26 12:40'), [BEFORE])).toEqual([]);
    expect(manPost(check, LEADER, at('2026-01-26 12:40'), [BEFORE, onDuty(NEXT)])).toEqual([]);
    expect(manPost(check, LEADER, at('2026-01-26 02:40'), [{ ...BEFORE, state: 'cancelled' }])).toEqual([]);
    expect(manPost(check, LEADER, at('2026-01-26 02:40'), [])).toEqual([]);
  });
});
