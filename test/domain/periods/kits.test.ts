import { describe, expect, test } from '@jest/globals';
import { builtInKits } from '../../../config/kits.ts';
import { buildOffice } from '../../../domain/people/build-office.ts';
import { CATALOGUE } from '../../../domain/periods/catalogue/index.ts';
import { kitAudience } from '../../../domain/periods/kits/audience.ts';
import { itemsAhead, itemsDue } from '../../../domain/periods/kits/due-items.ts';
import { type KitItem, kitOf, MOST_ITEMS, type OwnKit, withOwn } from '../../../domain/periods/kits/kit.ts';
import { kitDueAt, leadAt } from '../../../domain/periods/kits/place.ts';
import { type Period, periodFrom } from '../../../domain/periods/period.ts';
import { PERIOD_DEFAULTS } from '../../../domain/periods/policy.ts';
import { runsBetween } from '../../../domain/periods/runs.ts';
import { seasonsOf } from '../../../domain/periods/seasons.ts';
import { at, calendar } from '../../support/builders.ts';
import { sampleOffice } from '../../support/world.ts';

const table = builtInKits();
const source = { kits: table, own: [] };
const office = buildOffice(sampleOffice());
const allItems = table.kits.flatMap(({ period, items }) => items.map((item) => [period, item.key, item] as const));

const keyPeriods = {
  ...PERIOD_DEFAULTS,
  floodRegion: 'south',
  forestRegion: 'southwest',
  iceRegion: 'yellow-river',
} as const;
const policy = { periods: seasonsOf(keyPeriods), keyPeriods };

/** Every run that begins in a year, as it stands when it is filed in good time. */
function periodsOf(year: number): Period[] {
  const runs = runsBetween(`${year}-01-01`, `${year}-12-31`, { calendar, policy, own: office.periods.values() });
  const began = runs.filter(({ fromDay }) => fromDay.startsWith(String(year)));
  const long = '2000-01-01';
  return began.map((run) => periodFrom(run, keyPeriods.ladders[run.level], long, at(`${long} 00:00`)));
}

function aPeriod(id: string, name: string, fromDay: string, toDay: string): Period {
  const run = {
    id: `period.${id}.2026`,
    name,
    fromDay,
    toDay,
    aliases: [],
    level: 'B',
    long: false,
    asks: '',
    provisional: false,
  } as const;
  return periodFrom(run, keyPeriods.ladders.B, '2000-01-01', at('2000-01-01 00:00'));
}

describe('the kits that come along', () => {
  test('there is one for every kind of key period, and none for anything else', () => {
    expect(table.kits.map(({ period }) => period).sort()).toEqual(CATALOGUE.map(({ id }) => id).sort());
    expect(table.kits.filter(({ items }) => items.length === 0 || items.length > MOST_ITEMS)).toEqual([]);
  });

  test.each(allItems)('%s %s says what is wanted of whom and in which form', (_, __, item) => {
    expect(item.text).toMatch(/[\u4e00-\u9fa5]{5}/);
    expect(item.title).not.toMatch(/[，。；：]$/);
    if (item.kind === 'task') expect([item.due, item.result, item.feedback].every(Boolean)).toBe(true);
    const known = (word: string) =>
      word in table.departments || [...office.sets.values()].some(({ name }) => name === word);
    expect(item.to.filter((word) => !known(word) && kitAudience([word], office, {}).unknown.length > 0)).toEqual([]);
  });

  test('the long seasons ask for duty and patrols only', () => {
    const long = CATALOGUE.filter((entry) => entry.long).map(({ id }) => id);
    const items = table.kits.filter(({ period }) => long.includes(period)).flatMap((kit) => kit.items);
    expect(items.length).toBeGreaterThan(8);
    expect(items.filter(({ text, title }) => /零报告|报平安|每周|日报/.test(`${title}${text}`))).toEqual([]);
  });

  test.each([2026, 2027])(
    'in %i every item is shown on a working day, before its deadline and before the period',
    (year) => {
      const wrong = periodsOf(year).flatMap((period) => {
        const items = kitOf(period, source);
        if (items.length === 0) return [`${period.id} asks for nothing`];
        return items.flatMap((item) => {
          const shown = leadAt(item, period, calendar);
          const due = kitDueAt(item, period, calendar);
          const day = calendar.dayOf(shown);
          const dueDay = due && calendar.dayOf(due);
          return [
            ...(calendar.isWorkday(day) && day < period.fromDay ? [] : [`${period.id} ${item.key} is shown on ${day}`]),
            ...(!dueDay || (calendar.isWorkday(dueDay) && due > shown)
              ? []
              : [`${period.id} ${item.key} is due on ${dueDay}`]),
          ];
        });
      });
      expect(wrong).toEqual([]);
      expect(periodsOf(year).length).toBeGreaterThan(25);
    },
  );

  test('2026: 春节 is shown fifteen days ahead, two days more where that is a Saturday', () => {
    const spring = periodsOf(2026).find(({ id }) => id === 'period.spring.2026')!;
    const [roster] = kitOf(spring, source);
    expect(calendar.dayOf(leadAt(roster!, spring, calendar))).toBe('2026-01-30');
    expect(kitDueAt(roster!, spring, calendar)).toEqual(at('2026-02-10 17:00'));
    expect(kitDueAt({ due: 'end+1d 17:00' }, spring, calendar)).toEqual(at('2026-02-24 17:00'));
    expect(kitDueAt({ due: '-1d 12:00' }, spring, calendar)).toEqual(at('2026-02-14 12:00'));
  });
});

describe('an office of its own', () => {
  const [roster, check] = table.kits.find(({ period }) => period === 'spring')!.items as [KitItem, KitItem];
  const own = (fields: Partial<OwnKit>): OwnKit => ({
    id: 'own-kit.spring',
    type: 'own-kit',
    name: '春节',
    period: 'spring',
    without: [],
    items: [],
    ...fields,
  });

  test('turns a kit off, leaves items out, and puts others in their place or beside them', () => {
    expect(withOwn([roster, check], own({ off: true }))).toEqual([]);
    expect(withOwn([roster, check], own({ without: [roster.key] }))).toEqual([check]);
    const other = { ...roster, text: '值班表报总值班室，另附应急车辆' };
    const more = { ...check, key: 'temple-fair' };
    expect(withOwn([roster, check], own({ items: [other, more] }))).toEqual([other, check, more]);
  });

  test('has the kit of the kind that its own periods are of, and changes it for one of them', () => {
    const lianghui = { id: 'period.lianghui.2026', name: '区两会' };
    expect(kitOf(lianghui, source).map(({ key }) => key)).toEqual(['duty-roster', 'holiday-check', 'duty-notice']);
    const without = { ...own({ without: ['holiday-check'] }), period: 'lianghui' };
    expect(kitOf(lianghui, { kits: table, own: [without] }).map(({ key }) => key)).toEqual([
      'duty-roster',
      'duty-notice',
    ]);
    // 全国两会 is of the catalogue, whatever its name ends in.
    expect(kitOf({ id: 'period.npc.2026', name: '全国两会' }, source)).toHaveLength(4);
  });

  test('is asked who is meant where its units do not say so', () => {
    const whom = (...words: string[]) => kitAudience(words, office, table.departments);
    expect(whom('各乡镇', '各园区').units).toHaveLength(5);
    expect(whom('公安机关').units).toEqual(['unit.gongan']);
    expect(whom('教育主管部门', '应急管理部门')).toEqual({ units: ['unit.yingji'], unknown: ['教育主管部门'] });
    const both = buildOffice([
      ...sampleOffice(),
      ...['住建局', '城管局'].map((name, index) => ({
        id: `unit.gas${index}`,
        type: 'unit' as const,
        name,
        aliases: [],
        kind: 'department' as const,
        status: 'active' as const,
      })),
    ]);
    expect(kitAudience(['燃气主管部门'], both, table.departments)).toEqual({ units: [], unknown: ['燃气主管部门'] });
    const bare = buildOffice(sampleOffice().filter(({ type }) => type !== 'unit-set'));
    expect(kitAudience(['各乡镇'], bare, table.departments).units).toContain('unit.qingshan');
  });
});

describe('periods that run together', () => {
  const lantern = aPeriod('lantern', '元宵', '2026-03-02', '2026-03-04');
  const npc = aPeriod('npc', '全国两会', '2026-03-03', '2026-03-12');
  const now = at('2026-02-27 10:00');
  const dueOf = (periods: readonly Period[]) => itemsDue(itemsAhead(periods, [], source, calendar), now);

  test('ask once for the same, by the earlier of the deadlines', () => {
    const rosters = dueOf([lantern, npc]).filter(({ item }) => item.key === 'duty-roster');
    expect(rosters).toHaveLength(1);
    expect(rosters[0]!.runs.map(({ name }) => name).sort()).toEqual(['元宵', '全国两会']);
    const single = [lantern, npc].flatMap((period) => dueOf([period])).filter(({ item }) => item.key === 'duty-roster');
    const earliest = Math.min(...single.map(({ dueAt }) => dueAt!.getTime()));
    expect(rosters[0]!.dueAt!.getTime()).toBe(earliest);
  });

  test('ask separately where they do not meet, or months lie between', () => {
    const later = aPeriod('npc', '全国两会', '2026-03-05', '2026-03-12');
    expect(dueOf([lantern, later]).filter(({ item }) => item.key === 'duty-roster')).toHaveLength(2);
    const season = { ...aPeriod('newyear', '元旦', '2026-03-01', '2026-10-31'), id: 'period.newyear.2026' };
    const holiday = aPeriod('labour', '劳动节', '2026-05-01', '2026-05-05');
    const rosters = itemsDue(itemsAhead([season, holiday], [], source, calendar), at('2026-04-28 10:00'));
    expect(rosters.filter(({ item }) => item.key === 'duty-roster')).toHaveLength(2);
  });

  test('nobody prepares what has begun', () => {
    expect(dueOf([{ ...lantern, state: 'open' }])).toEqual([]);
  });
});
