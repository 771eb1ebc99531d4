import type { OfficeThing, Person } from '../../domain/people/office.ts';
import { sampleOffice } from './world.ts';

/** Who is called beside the heads, deputies and liaisons of the three townships: those who watch slopes and reservoirs. */
const TOWNS = [
  ['qingshan', '青山镇', 10],
  ['shiqiao', '石桥乡', 10],
  ['nanjie', '南街镇', 9],
] as const;
const WATCH = { post: 'staff' as const, title: '响水水库巡查责任人' };
const SURNAMES = '赵钱孙李周吴郑冯陈';
const NUMERALS = '一二三四五六七八九十';

/** The sample office with 29 more people in three townships, each with an account and a telephone. */
export function floodOffice(): { readonly office: OfficeThing[]; readonly watchers: readonly string[] } {
  const watchers: Person[] = TOWNS.flatMap(([unit, , count], town) =>
    Array.from({ length: count }, (_, index) => ({
      id: `person.watch${town}${index}`,
      type: 'person' as const,
      name: `${SURNAMES[(town * 3 + index) % 9]}守${NUMERALS[index]}${'山桥街'[town]}`,
      phone: `1390000${town}${String(index).padStart(3, '0')}`,
      roles: [],
      tenures: [
        {
          ...{ unit: `unit.${unit}`, post: 'staff' as const, fromDay: '2025-01-01' },
          title: index % 2 === 0 ? '地灾点责任人' : '水库责任人',
        },
      ],
      accounts: [
        { contactId: `wx-watch${town}${index}`, boundAt: new Date('2025-06-01T09:00:00+08:00'), reachable: true },
      ],
      handledAt: new Date('2025-06-01T09:00:00+08:00'),
    })),
  );
  // He watches a reservoir and nobody else, so that nobody answers for him.
  const cast = sampleOffice().map((thing) =>
    thing.type === 'person' && thing.name === '龙海'
      ? { ...thing, tenures: thing.tenures.map(({ letter: _, ...tenure }) => ({ ...tenure, ...WATCH })) }
      : thing,
  );
  return { office: [...cast, ...watchers], watchers: watchers.map(({ name }) => name) };
}
