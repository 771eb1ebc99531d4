import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { officeThings, readOfficeFile } from '../../config/office-file.ts';
import { problemText } from '../../domain/wording/office-file.ts';

/** A small office in which nothing is wrong; each test spoils one line. */
const SOUND = `office: 安宁区
since: 2025-01-01
units:
  - { id: anweiban, name: 安委办, kind: 办公室 }
  - { id: qingshan, name: 青山镇, kind: 乡镇, aliases: [青山], phone: 0000-6230119 }
  - { id: shiqiao, name: 石桥乡, kind: 乡镇, parent: 青山镇, aliases: [石桥] }
sets:
  - { id: towns, name: 各乡镇, units: [青山镇, 石桥乡] }
  - { id: all, name: 各单位, units: [各乡镇, 安委办] }
people:
  - id: wangfang
    name: 王芳
    roles: [安委办管理员]
    posts: [{ unit: 安委办, post: 联络员A, title: 调度员 }]
  - id: chenli
    name: 陈立
    phone: 13800000101
    chat: wx-chenli
    posts: [{ unit: 青山镇, post: 联络员A, from: 2025-03-01 }]
  - id: maqiang
    name: 马强
    posts: [{ unit: 石桥, post: 联络员A }]
rooms:
  - { id: town, topic: 青山镇安全, units: [青山镇], members: [陈立, 许静] }
chat:
  contacts: [{ id: wx-xujing, name: 许静 }]
`;

/** What is said about the sound file after one replacement. */
function problemsOf(from: string | RegExp, to: string): string[] {
  const text = SOUND.replace(from, to);
  if (text === SOUND) throw new Error(`nothing replaced: ${from}`);
  return readOfficeFile(text).problems.map((problem) => problemText('office.yaml', problem));
}

describe('a sound file', () => {
  const { office, problems } = readOfficeFile(SOUND);

  test('has no problems', () => {
    expect(problems).toEqual([]);
  });

  test('becomes things with the ids of the file', () => {
    const things = officeThings(office!);
    expect(things.map((thing) => thing.id)).toEqual([
      'unit.anweiban',
      'unit.qingshan',
      'unit.shiqiao',
      'unit-set.towns',
      'unit-set.all',
      'person.wangfang',
      'person.chenli',
      'person.maqiang',
      'room.town',
    ]);
    expect(things.find((thing) => thing.id === 'person.chenli')).toEqual({
      id: 'person.chenli',
      type: 'person',
      name: '陈立',
      phone: '13800000101',
      roles: [],
      tenures: [{ unit: 'unit.qingshan', post: 'liaison', letter: 'A', title: '联络员', fromDay: '2025-03-01' }],
      accounts: [],
    });
  });

  test('sets within sets are unfolded', () => {
    expect(office?.sets[1]?.units).toEqual(['unit.qingshan', 'unit.shiqiao', 'unit.anweiban']);
  });

  test('binds people to their chat contacts for the local chat only', () => {
    const boundAt = new Date('2026-01-15T02:00:00Z');
    const accounts = (at?: Date) =>
      officeThings(office!, at).flatMap((thing) => (thing.type === 'person' ? thing.accounts : []));
    expect(accounts()).toEqual([]);
    expect(accounts(boundAt)).toEqual([{ contactId: 'wx-chenli', boundAt, reachable: true }]);
  });

  test('says who and what is there in the local chat', () => {
    expect(office?.chat).toEqual({
      contacts: [
        { id: 'wx-chenli', name: '陈立' },
        { id: 'wx-xujing', name: '许静' },
      ],
      rooms: [{ id: 'town', topic: '青山镇安全', members: ['wx-chenli', 'wx-xujing'] }],
    });
  });
});

describe('every mistake is named with its line and the remedy', () => {
  test.each<[what: string, from: string | RegExp, to: string, problems: string[]]>([
    [
      'an unknown unit',
      'unit: 石桥,',
      'unit: 石乔乡,',
      [
        'office.yaml 第6行：石桥乡没有在任的联络员。给一个人写上“post: 联络员A”；还没有人就把单位的 status 写成“试运行”',
        'office.yaml 第22行：没有单位“石乔乡”。是不是“石桥乡”？否则先在 units 里加上它',
      ],
    ],
    [
      'an unknown unit in a set',
      '[青山镇, 石桥乡]',
      '[青山镇, 南街镇]',
      ['office.yaml 第8行：没有单位“南街镇”。先在 units 里加上它，或改用已有单位的名称'],
    ],
    [
      'a keeper of no point that is named',
      'title: 调度员 }',
      'title: 巡查责任人 }',
      [
        'office.yaml 第14行：王芳的职务“巡查责任人”没有写管哪一处。写明点位，例如“响水水库巡查责任人”“李家坡地灾点监测责任人”，叫应时按它找人',
      ],
    ],
    ['an id twice', 'id: all', 'id: towns', ['office.yaml 第9行：id“towns”与第8行重复。改掉其中一个']],
    [
      'a name twice',
      'name: 石桥乡',
      'name: 青山镇',
      [
        'office.yaml 第6行：名称“青山镇”与第5行重复。改掉其中一个',
        'office.yaml 第8行：没有单位“石桥乡”。是不是“石桥”？否则先在 units 里加上它',
      ],
    ],
    [
      'an alias of two units',
      'aliases: [石桥]',
      'aliases: [石桥, 青山]',
      ['office.yaml 第6行：别名“青山”也指第5行的“青山镇”，分不清指谁。只留给其中一个单位，另一个换个说法'],
    ],
    [
      'an alias that is another unit’s name',
      'aliases: [石桥]',
      'aliases: [石桥, 安委办]',
      ['office.yaml 第6行：别名“安委办”也指第4行的“安委办”，分不清指谁。只留给其中一个单位，另一个换个说法'],
    ],
    [
      'a post that ends before it begins',
      'from: 2025-03-01',
      'from: 2025-03-01, to: 2025-02-01',
      [
        'office.yaml 第5行：青山镇没有在任的联络员。给一个人写上“post: 联络员A”；还没有人就把单位的 status 写成“试运行”',
        'office.yaml 第19行：任职起止倒了：2025-03-01 晚于 2025-02-01。把 from 和 to 对调或改正',
      ],
    ],
    [
      'two liaisons A',
      'unit: 石桥, post: 联络员A',
      'unit: 青山镇, post: 联络员A',
      [
        'office.yaml 第6行：石桥乡没有在任的联络员。给一个人写上“post: 联络员A”；还没有人就把单位的 status 写成“试运行”',
        'office.yaml 第22行：青山镇同时有两个联络员A（另一个是第19行的陈立）。一个改为B角，或给前任写上 to（离任日）',
      ],
    ],
    [
      'somebody who is his own stand-in',
      'unit: 石桥, post: 联络员A }',
      'unit: 石桥, post: 联络员A }, { unit: 石桥乡, post: 联络员B }',
      ['office.yaml 第22行：同一人兼任石桥乡的联络员A和B。B角换一个人'],
    ],
    [
      'a unit without a liaison',
      'unit: 石桥, post: 联络员A',
      'unit: 石桥, post: 工作人员',
      [
        'office.yaml 第6行：石桥乡没有在任的联络员。给一个人写上“post: 联络员A”；还没有人就把单位的 status 写成“试运行”',
      ],
    ],
    [
      'no dispatcher',
      '    roles: [安委办管理员]\n',
      '',
      ['office.yaml 第1行：没有安委办管理员，没有人能确认草稿、核对绑定。给至少一个人写上“roles: [安委办管理员]”'],
    ],
    [
      'a malformed telephone',
      '13800000101',
      '1380000010',
      ['office.yaml 第17行：电话“1380000010”不合格式。手机写11位数字，座机写区号-号码，例如 0000-6230119'],
    ],
    [
      'an unknown role',
      '安委办管理员',
      '安委办管理',
      [
        'office.yaml 第1行：没有安委办管理员，没有人能确认草稿、核对绑定。给至少一个人写上“roles: [安委办管理员]”',
        'office.yaml 第13行：“roles”不能是“安委办管理”。改成“安委办管理员”',
      ],
    ],
    [
      'an unknown kind',
      'kind: 办公室',
      'kind: 科室',
      [
        'office.yaml 第4行：“kind”不能是“科室”。只能是“政府”、“办公室”、“部门”、“乡镇”、“街道”、“园区”、“村社区”、“企业”',
      ],
    ],
    [
      'a post without its letter',
      'unit: 石桥, post: 联络员A',
      'unit: 石桥, post: 联络员',
      [
        'office.yaml 第6行：石桥乡没有在任的联络员。给一个人写上“post: 联络员A”；还没有人就把单位的 status 写成“试运行”',
        'office.yaml 第22行：“post”不能是“联络员”。改成“联络员A”',
      ],
    ],
    ['an unknown key', 'aliases: [青山]', 'alias: [青山]', ['office.yaml 第5行：不认识的键“alias”。改成“aliases”']],
    [
      'a missing key',
      'name: 石桥乡, ',
      '',
      [
        'office.yaml 第6行：缺“name”。补一行“name: …”',
        'office.yaml 第8行：没有单位“石桥乡”。先在 units 里加上它，或改用已有单位的名称',
        'office.yaml 第22行：没有单位“石桥”。先在 units 里加上它，或改用已有单位的名称',
      ],
    ],
    [
      'a person without a unit',
      /\n {4}posts: \[\{ unit: 石桥.*/,
      '',
      [
        'office.yaml 第6行：石桥乡没有在任的联络员。给一个人写上“post: 联络员A”；还没有人就把单位的 status 写成“试运行”',
        'office.yaml 第20行：马强没有单位。在 posts 里写上单位和职务',
      ],
    ],
    [
      'a room without units',
      'units: [青山镇], members',
      'members',
      ['office.yaml 第24行：群“青山镇安全”没有写单位。写上“units: [单位名]”，或写单位集合的名称'],
    ],
    [
      'a member nobody knows',
      '[陈立, 许静]',
      '[陈力, 许静]',
      ['office.yaml 第24行：没有叫“陈力”的人。是不是“陈立”？否则先在 people 里加上'],
    ],
    [
      'units above each other in a circle',
      'aliases: [青山],',
      'aliases: [青山], parent: 石桥,',
      [
        'office.yaml 第5行：上下级绕成了圈：青山镇 → 石桥乡 → 青山镇。改掉其中一个',
        'office.yaml 第6行：上下级绕成了圈：石桥乡 → 青山镇 → 石桥乡。改掉其中一个',
      ],
    ],
    [
      'sets within each other in a circle',
      '[青山镇, 石桥乡]',
      '[青山镇, 各单位]',
      [
        'office.yaml 第8行：上下级绕成了圈：各单位 → 各乡镇 → 各单位。改掉其中一个',
        'office.yaml 第9行：上下级绕成了圈：各乡镇 → 各单位 → 各乡镇。改掉其中一个',
      ],
    ],
    [
      'a day that does not exist',
      'from: 2025-03-01',
      'from: 2025-02-30',
      ['office.yaml 第19行：日期“2025-02-30”不存在或不合格式。写成 2026-01-05 的样子'],
    ],
    [
      'an id in Chinese',
      'id: chenli',
      'id: 陈立',
      ['office.yaml 第15行：编号“陈立”不合格式。用小写拼音，以字母开头，例如 qingshan'],
    ],
    [
      'a chat account of two',
      'id: wx-xujing',
      'id: wx-chenli',
      ['office.yaml 第26行：聊天账号“wx-chenli”与第18行重复。改掉其中一个'],
    ],
    [
      'namesakes who cannot be told apart',
      /name: 马强\n {4}posts: \[.*\]/,
      'name: 陈立\n    posts: [{ unit: 青山镇, post: 工作人员, title: 联络员 }, { unit: 石桥乡, post: 联络员A }]',
      [
        'office.yaml 第22行：青山镇有两个陈立，职务也相同（另一个在第19行），分不清。在 title 里写明科室，例如“党政办副主任”',
        'office.yaml 第24行：叫“陈立”的不止一个。改写 id',
      ],
    ],
    [
      'a full-width colon',
      'office: 安宁区',
      'office：安宁区',
      [expect.stringMatching(/^office.yaml 第\d行：.+。.+/) as unknown as string],
    ],
    [
      'a text where entries belong',
      /units:\n/,
      'units:\n  - 青山镇\n',
      ['office.yaml 第4行：这里应是“键: 值”，写的是“青山镇”。每项写成“键: 值”，键前的缩进与上一行对齐'],
    ],
    [
      'the same key twice',
      'name: 王芳',
      'name: 王芳\n    name: 王方',
      ['office.yaml 第13行：同一项里有两个相同的键。删去其中一个'],
    ],
    [
      'a bracket that is not closed',
      '[青山镇, 石桥乡] }',
      '[青山镇, 石桥乡',
      [expect.stringMatching(/^office.yaml 第9行：缩进没有对齐，或上一行的括号没有闭合。/) as unknown as string],
    ],
    [
      'a tab',
      '    name: 王芳',
      '\tname: 王芳',
      [expect.stringMatching(/^office.yaml 第\d+行：缩进用了制表符。改用空格/) as unknown as string],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(problemsOf(from, to)).toEqual(expected);
  });

  test('an empty file says where to begin', () => {
    expect(readOfficeFile('').problems).toEqual([
      { line: 1, what: '文件是空的', remedy: '从 config/sample-office.yaml 复制一份再改' },
    ]);
  });

  test('mistakes in different places are named all at once, in the order of lines', () => {
    const text = SOUND.replace('kind: 办公室', 'kind: 科室')
      .replace('13800000101', '110')
      .replace('[陈立, 许静]', '[陈立, 李四]');
    expect(readOfficeFile(text).problems.map((problem) => problem.line)).toEqual([4, 17, 24]);
  });

  test('a file with a problem yields no office', () => {
    expect(readOfficeFile(SOUND.replace('13800000101', '110')).office).toBeUndefined();
  });

  test('a trial unit needs no liaison yet', () => {
    expect(problemsOf('parent: 青山镇, aliases: [石桥] }', 'aliases: [石桥], status: 试运行 }')).toEqual([]);
  });

  test('somebody with a role and no post is the machine’s administrator', () => {
    expect(problemsOf('rooms:', '  - { id: zhou, name: 小周, roles: 系统管理员 }\nrooms:')).toEqual([]);
  });
});

test('no text, however spoilt, makes reading fail instead of complaining', () => {
  const spoilt = fc
    .record({
      at: fc.nat(SOUND.length),
      cut: fc.nat(30),
      put: fc.string({ unit: fc.constantFrom(...'[]{}:,-#&*!|>\'"%@` \n\t：，青id') }),
    })
    .map(({ at, cut, put }) => SOUND.slice(0, at) + put + SOUND.slice(at + cut));
  fc.assert(
    fc.property(fc.oneof(spoilt, fc.string()), (text) => {
      const { office, problems } = readOfficeFile(text);
      expect(office === undefined).toBe(problems.length > 0);
      expect(problems.every(({ line, what, remedy }) => line >= 1 && what !== '' && remedy !== '')).toBe(true);
    }),
    { numRuns: 300 },
  );
});
