import type { OfficeThing, Person, Role, Tenure } from '../../domain/people/office.ts';

/** A unit with 24-hour duty, its people by name. The first officer is the liaison, who plans; the first leader is the head. */
export interface Town {
  readonly id: string;
  readonly name: string;
  readonly officers: readonly string[];
  /** None at the chief desk, which has no leaders of its own. */
  readonly leaders: readonly string[];
}

export interface DutyOffice {
  readonly things: readonly OfficeThing[];
  readonly towns: readonly Town[];
  /** The chief duty desk, last among the towns. */
  readonly desk: Town;
  readonly dispatcher: string;
  readonly supervisor: string;
}

const PLACES =
  '青山 石桥 高铺 白沙 梅林 龙潭 双河 大坪 清溪 柳湾 枫木 黄泥 新田 长滩 马鞍 竹园 桃源 永丰 太平 安乐 东岭 西坝 南塘 北关 金沟 银杏 茶亭 水口 古城 云顶'.split(
    ' ',
  );
const SURNAMES = [...'陈赵马周孙吕黄郑高何罗梁宋唐韩冯曹彭曾萧蔡潘袁董余苏叶程魏薛'];
const GIVEN = '建国 志强 秀英 文斌 海燕 玉兰 俊杰 晓东 桂芳 立新'.split(' ');
const OFFICERS = 6;
const FROM = '2025-01-01';

/** 30 towns with six officers and three leaders each, a desk above them, and an office that keeps the lists. */
export function dutyOffice(): DutyOffice {
  let made = 0;
  const nextName = () => {
    const index = made++;
    return `${SURNAMES[index % SURNAMES.length]}${GIVEN[Math.floor(index / SURNAMES.length)]}`;
  };
  const names = (count: number) => Array.from({ length: count }, nextName);
  const towns = PLACES.map(
    (place, index): Town => ({
      id: `unit.town${String(index + 1).padStart(2, '0')}`,
      name: `${place}镇`,
      officers: names(OFFICERS),
      leaders: names(3),
    }),
  );
  const desk: Town = { id: 'unit.zongzhiban', name: '总值班室', officers: names(OFFICERS), leaders: [] };
  const phoneOf = phones();
  const person = (name: string, tenure: Omit<Tenure, 'fromDay'>, roles: readonly Role[] = []): Person => ({
    ...{ id: personIdOf(name), type: 'person', name, roles, phone: phoneOf() },
    tenures: [{ ...tenure, fromDay: FROM }],
    accounts: [{ contactId: `wx-${name}`, boundAt: new Date(`${FROM}T00:00:00+08:00`), reachable: true }],
  });
  const things: OfficeThing[] = [
    { id: 'unit.anning', type: 'unit', name: '安宁区政府', aliases: ['区政府'], kind: 'government', status: 'active' },
    unit('unit.anweiban', '安委办', 'office', '0000-6220001'),
    unit(desk.id, desk.name, 'office', '0000-6220110'),
    ...towns.map(({ id, name }, index) => unit(id, name, 'township', `0000-623${String(index + 1).padStart(4, '0')}`)),
    person('王芳', { unit: 'unit.anweiban', post: 'staff', title: '综合科长' }, ['dispatcher']),
    person('何静', { unit: 'unit.anweiban', post: 'staff', title: '督查科长' }, ['supervisor']),
    person('罗强', { unit: 'unit.anweiban', post: 'head', title: '主任' }),
    ...[...towns, desk].flatMap((town) => [
      ...town.leaders.map((name, index) =>
        person(name, {
          unit: town.id,
          post: index === 0 ? 'head' : 'deputy',
          title: index === 0 ? '镇长' : '副镇长',
        }),
      ),
      ...town.officers.map((name, index) =>
        person(name, {
          unit: town.id,
          post: index === 0 ? 'liaison' : 'staff',
          title: index === 0 ? '联络员' : '科员',
        }),
      ),
    ]),
  ];
  return { things, towns: [...towns, desk], desk, dispatcher: '王芳', supervisor: '何静' };
}

export function personIdOf(name: string): string {
  return `person.${[...name].map((letter) => letter.codePointAt(0)!.toString(36)).join('')}`;
}

function unit(id: string, name: string, kind: 'office' | 'township', dutyPhone: string): OfficeThing {
  const aliases = kind === 'township' ? [name.slice(0, -1)] : [];
  return { ...{ id, type: 'unit', name, aliases, kind, dutyPhone }, parent: 'unit.anning', status: 'active' };
}

function phones(): () => string {
  let next = 13_900_000_000;
  return () => String(++next);
}
