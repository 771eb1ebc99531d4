import { expect, test } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import type { Notice } from '../../domain/notices/notice.ts';
import { floodOffice } from '../support/flood-cast.ts';
import { World } from '../support/world.ts';

const { office, watchers } = floodOffice();
const LED = ['郑伟', '黄志明', '陈立', '丁立新', '高翔', '马强', '沈国平', '唐海', '赵敏'];
const SECOND = ['吕刚', '龙海', '谢宇'];
const CALLED = [...LED, ...SECOND, ...watchers];
const CALL =
  '叫应 暴雨橙色预警 19:30区气象台发布，未来6小时雨量50—80毫米，请立即上岗，检查危房、地灾点、小水库，需要转移的马上转，' +
  '21:00前报上岗和转移人数，21:30前更新一次。' +
  `对象：青山镇、石桥乡、南街镇主要负责人、分管负责人、联络员，${[...SECOND, ...watchers].join('、')}`;
const ROOMS = ['青山镇安全', '石桥乡安全', '南街镇安全'];

test('a call to 41 in three townships: telephones after ten minutes, figures at nine, once more at half past, lifted, on paper', async () => {
  const files = new Map<string, Uint8Array>();
  const put = async (bytes: Buffer, name: string) => {
    files.set(name, bytes);
    return { sha256: 'a'.repeat(64), name, size: bytes.length, kind: 'file' as const };
  };
  const world = new World('2026-07-18T19:40:00+08:00', { office, files: { put } as never });
  expect(CALLED).toHaveLength(41);

  await world.says('罗刚', CALL);
  const draft = world.expectSaid('罗刚', '将发叫应【N0001】');
  expect(draft.text).toContain('41人，要回复收到');
  expect(draft.text).toContain('另收反馈：上岗、转移人数（7月18日（周六）21:00前，21:30前更新，3家各报一次）');
  await world.until('2026-07-18T19:42:00+08:00');
  await world.says('罗刚', '发');
  world.expectSaid('罗刚', 'N0001已发出41人');
  world.expectSaid('李卫东', 'N0001');
  for (const who of [...CALLED, ...ROOMS]) world.expectSaid(who, '【叫应 N0001】暴雨橙色预警 19:30区气象台发布');

  // 29 answer within minutes; the others are asked again after five.
  const quick = CALLED.filter((who) => who !== '龙海').slice(0, 29);
  const slow = CALLED.filter((who) => !quick.includes(who));
  for (const who of quick) {
    await world.says(who, who === '陈立' ? '收到，马上上岗' : '收到');
    world.expectSaid(who, 'N0001已签收');
  }
  await world.until('2026-07-18T19:48:00+08:00');
  for (const who of slow) world.expectSaid(who, '请马上回复“收到”');
  await world.until('2026-07-18T19:52:00+08:00');
  const list = world.expectSaid('罗刚', 'N0001应答29/41');
  expect(list.text).toContain('龙海13800000302');
  world.expectSilence();

  const late = slow.filter((who) => who !== '龙海').slice(0, 7);
  const phoned = slow.filter((who) => !late.includes(who));
  for (const who of late) {
    await world.says(who, '收到');
    world.expectSaid(who, 'N0001已签收');
  }
  expect(phoned).toHaveLength(5);
  await world.until('2026-07-18T20:05:00+08:00');
  for (const who of phoned.filter((one) => one !== '龙海')) {
    await world.says('罗刚', `${who} 电话已通`);
    world.expectSaid('罗刚', 'N0001已补记电话通知1人');
  }
  await world.until('2026-07-18T20:10:00+08:00');
  world.expectSaid('罗刚', /^N0001应答40\/41，1人未应答：\n石桥乡响水水库巡查责任人 龙海13800000302/);
  await world.says('罗刚', '龙海 电话已通');
  world.expectSaid('罗刚', 'N0001已补记电话通知1人');
  world.expectSaid('罗刚', 'N0001签收41/41，已收齐');
  world.expectSilence();

  await world.says('陈立', '转移12户31人');
  world.expectSaid('陈立', 'N0001已记青山镇：转移12户31人，谢谢');
  await world.says('赵敏', '南街镇上岗14人，转移0');
  world.expectSaid('赵敏', 'N0001已记南街镇：上岗14人，转移0，谢谢');
  await world.until('2026-07-18T20:46:00+08:00');
  world.expectSaid('马强', 'N0001还没有看到石桥乡的反馈（转移人数）。请在21:00前直接回复，没有的写0');
  await world.says('高翔', '石桥乡 二十六户七十人');
  world.expectSaid('高翔', 'N0001已记石桥乡：转移二十六户七十人，谢谢');
  await world.until('2026-07-18T21:00:00+08:00');
  world.expectSaid(
    '罗刚',
    'N0001 上岗 41/41（电话核实5），南街镇 14人；转移：青山镇 12户31人，石桥乡 二十六户七十人，南街镇 0，合计38户101人。21:30前更新一次',
  );

  await world.until('2026-07-18T21:10:00+08:00');
  await world.says('陈立', '转移15户40人');
  world.expectSaid('陈立', 'N0001已记青山镇：转移15户40人');
  await world.says('赵敏', '无变化');
  world.expectSaid('赵敏', 'N0001已记南街镇：上岗14人，转移0');
  await world.until('2026-07-18T21:15:00+08:00');
  world.expectSaid('马强', '石桥乡的反馈（转移人数）。请在21:30前更新一次');
  await world.until('2026-07-18T21:30:00+08:00');
  world.expectSaid('马强', '21:30已到，请现在直接回复');
  const figures = world.expectSaid('罗刚', '转移：青山镇 15户40人，南街镇 0，合计15户40人；未报：石桥乡');
  expect(figures.text.split('\n')[1]).toBe(
    '未报的电话：石桥乡 马强13800001102 值班0000-6270119。问到的请回复“石桥乡 数字”',
  );
  await world.says('罗刚', '石桥乡 26户70人');
  world.expectSaid('罗刚', 'N0001已记石桥乡：转移26户70人');
  world.expectSaid('罗刚', '转移：青山镇 15户40人，石桥乡 26户70人，南街镇 0，合计41户110人');
  world.expectSilence();

  await world.until('2026-07-19T06:30:00+08:00');
  world.expectSilence();
  await world.says('罗刚', '解除 N0001');
  world.expectSaid('罗刚', 'N0001已解除，已通知41人');
  for (const who of [...CALLED, ...ROOMS]) world.expectSaid(who, '解除');
  world.expectSilence();
  expect(await world.thing<Notice>('notice.N0001')).toMatchObject({ state: 'closed', closedBecause: 'lifted' });

  await world.says('马强', '导出 N0001');
  world.expectSaid('马强', '请联系');
  await world.says('罗刚', '导出 N0001');
  world.expectSaid('罗刚', '叫应N0001全程记录：签收41/41，请查收附件');
  expect(world.expectSaid('罗刚', /^$/).file?.name).toBe('叫应N0001全程记录.xlsx');
  const { sheets } = await readXlsx(files.get('叫应N0001全程记录.xlsx')!);
  expect(sheets.map(({ name }) => name)).toEqual(['通知', '签收', '反馈', '过程']);
  const [notice, receipts, feedback, course] = sheets.map(({ rows }) => rows);
  expect(notice).toContainEqual(['来源', '19:30区气象台发布']);
  expect(notice).toContainEqual(['状态', '已解除']);
  expect(receipts!.slice(3)).toHaveLength(41);
  const longhai = receipts!.find((row) => row[1] === '龙海');
  expect(longhai?.slice(2)).toEqual([
    '石桥乡',
    '响水水库巡查责任人',
    '私聊 7月18日（周六）19:42',
    '7月18日（周六）20:10',
    '电话核实',
    '罗刚核实，又提醒1次',
  ]);
  expect(feedback!.slice(3).map((row) => row.slice(1, 6))).toEqual([
    ['第1次', '青山镇', '', '12户31人', '转移12户31人'],
    ['第1次', '石桥乡', '', '二十六户七十人', '石桥乡 二十六户七十人'],
    ['第1次', '南街镇', '14人', '0', '南街镇上岗14人，转移0'],
    ['第1次', '合计', '', '38户101人', ''],
    ['第2次', '青山镇', '', '15户40人', '转移15户40人'],
    ['第2次', '石桥乡', '', '26户70人', '石桥乡 26户70人'],
    ['第2次', '南街镇', '14人', '0', '无变化'],
    ['第2次', '合计', '', '41户110人', ''],
  ]);
  const happened = course!.slice(3).map((row) => row[2]);
  expect(happened.slice(0, 2)).toEqual(['起草', '发出']);
  expect(happened.filter((what) => what === '电话核实')).toHaveLength(5);
  expect(happened.filter((what) => what === '签收')).toHaveLength(36);
  expect(happened.indexOf('再次提醒')).toBeLessThan(happened.indexOf('电话名单给发起人'));
  expect(happened.at(-1)).toBe('解除');
  world.expectSilence();
});
