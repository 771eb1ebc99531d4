import { describe, expect, test } from '@jest/globals';
import { listWords } from '../../../../bot/commands/meetings/correction-words.ts';
import { partsOf, readHeader } from '../../../../bot/commands/meetings/header.ts';
import { progressWords } from '../../../../bot/commands/meetings/progress-words.ts';
import { understand } from '../../../../bot/understand/understand.ts';
import type { Meeting } from '../../../../domain/meetings/meeting.ts';
import { buildOffice } from '../../../../domain/people/build-office.ts';
import { at, calendar, policy } from '../../../support/builders.ts';
import { sampleRoster } from '../../../support/roster.ts';
import { sampleOffice } from '../../../support/world.ts';

const office = buildOffice(sampleOffice());
const NOW = at('2026-01-19 09:30');
const dated = { heldDay: '2026-01-16', items: [], decided: {} } as unknown as Meeting;

/** `1、4 due 2026-02-06`: each correction in one line. */
function read(text: string, meeting = dated): string[] {
  const said = listWords(text, meeting, { office, read: { calendar, policy }, at: NOW });
  const lines = said.corrections.map(({ which, change }) => {
    const more =
      change.what === 'due'
        ? calendar.dayOf(change.dueAt)
        : 'names' in change
          ? change.names.join('、')
          : 'words' in change
            ? change.words
            : '';
    return `${typeof which === 'string' ? which : which.join(',')} ${change.what} ${more}`.trim();
  });
  return [...lines, ...said.troubles.map((trouble) => `! ${trouble}`)];
}

describe('corrections of a list', () => {
  test.each([
    ['1、4、9按2月6日', ['1,4,9 due 2026-02-06']],
    ['1，4，9按2月6日', ['1,4,9 due 2026-02-06']],
    ['1 4 9 按2月6日', ['1,4,9 due 2026-02-06']],
    ['第1条、第4条2月6日前', ['1,4 due 2026-02-06']],
    ['1-3按2月6日', ['1,2,3 due 2026-02-06']],
    ['1到3、7改为2月6日前完成', ['1,2,3,7 due 2026-02-06']],
    ['１、４按下周五', ['1,4 due 2026-01-30']],
    ['1号、4号按2月6日', ['1,4 due 2026-02-06']],
    ['3不要', ['3 drop']],
    ['3删掉，4去掉吧', ['3 drop', '4 drop']],
    ['7给消防大队', ['7 leads 消防大队']],
    ['7交给消防、公安办', ['7 leads 消防、公安']],
    ['7由应急局牵头、公安局配合', ['7 leads 应急局', '7 coops 公安局']],
    ['5的牵头改成应急局，配合供销社', ['5 leads 应急局', '5 coops 供销社']],
    ['7给消防大队，2月6日前', ['7 leads 消防大队', '7 due 2026-02-06']],
    ['7给消防大队2月6日前', ['7 leads 消防大队', '7 due 2026-02-06']],
    ['2改为青山镇', ['2 leads 青山镇']],
    ['2改为2月9日', ['2 due 2026-02-09']],
    ['2改为对加油站开展检查，形成问题清单', ['2 action 对加油站开展检查，形成问题清单']],
    ['其余不要时限只列入台账', ['rest ledger']],
    ['其余不要时限，只列入台账', ['rest ledger']],
    ['其余都列入会议部署台账', ['rest ledger']],
    ['默认', ['rest standard']],
    ['其余默认', ['rest standard']],
    ['剩下的按默认时限', ['rest standard']],
    ['全部不要', ['all drop']],
    ['全部按2月6日', ['all due 2026-02-06']],
    ['单位不明确的4条列入台账', ['unclear ledger']],
    ['常态职责都列入台账', ['standing ledger']],
    ['4按原文时限，5不定期', ['4 own', '5 open-ended']],
    [
      '1、4按2月6日，3不要；7给消防大队。其余默认',
      ['1,4 due 2026-02-06', '3 drop', '7 leads 消防大队', 'rest standard'],
    ],
  ])('%s', (text, lines) => {
    expect(read(text)).toEqual(lines);
  });

  test.each([
    ['2给教育局', '没有找到单位“教育局”'],
    ['2改为教育局', '没有找到单位“教育局”'],
    ['2给开发区', '是不是经开区'],
    ['3按2月30日', '读不出日期'],
    ['3随便弄弄', '没看懂'],
    ['1按2月6日，4', '没有说怎么定'],
  ])('%s is told', (text, words) => {
    expect(
      read(text)
        .filter((line) => line.startsWith('!'))
        .join(),
    ).toContain(words);
  });

  test.each([
    '请青山镇2月6日前报台账',
    '3个工作日内报送',
    '2月6日前能完成吗',
    '今天谁值班',
    '1月16日开的会人很多',
    '收到',
    '17:30前报',
    '20家零售点已排查',
  ])('%s is none', (text) => {
    expect(listWords(text, dated, { office, read: { calendar, policy }, at: NOW }).taken).toBe(0);
  });

  test('the day is confirmed or said; a bare day only while it is waited for, and never one to come', () => {
    const { heldDay: _heldDay, ...open } = { ...dated, proposedDay: '2026-01-16' } as Meeting;
    const said = (text: string) => listWords(text, open as Meeting, { office, read: { calendar, policy }, at: NOW });
    expect(said('确认')).toMatchObject({ confirmsDay: true, taken: 1 });
    expect(said('1月15日')).toMatchObject({ heldDay: '2026-01-15' });
    expect(said('会议是1月15日开的，其余默认')).toMatchObject({ heldDay: '2026-01-15', taken: 2 });
    expect(said('2月6日')).not.toHaveProperty('heldDay');
    expect(said('李区长确认后下达').issuer).toMatchObject({ name: '李卫东' });
    expect(said('我来下达').issuer).toBe('self');
  });
});

describe('what is said of a meeting beside its text', () => {
  test.each([
    ['讲话转任务（会议：全区安全生产会，1月16日）同志们：大家好', '会议：全区安全生产会，1月16日', '同志们：大家好'],
    ['讲话转任务 全区安全生产会 1月16日\n同志们：', '全区安全生产会 1月16日', '同志们：'],
    ['把这个讲话拆成任务\n在全区会议上的讲话\n同志们：', '', '在全区会议上的讲话\n同志们：'],
    ['会议任务分解：\n会议：防汛会，昨天\n各单位要落实', '会议：防汛会，昨天', '各单位要落实'],
    ['讲话转任务', '', ''],
  ])('%j', (text, header, body) => {
    expect(partsOf(text)).toEqual({ header, body });
  });

  test.each([
    ['会议：全区安全生产会，1月16日', { name: '全区安全生产会', heldDay: '2026-01-16' }],
    [
      '会议：《防汛会（视频）》，1月18日，李区长讲话',
      { name: '防汛会（视频）', heldDay: '2026-01-18', leader: '李卫东' },
    ],
    ['昨天', { heldDay: '2026-01-18' }],
    ['会议名称：安委会全体会议 2025年12月30日', { name: '安委会全体会议', heldDay: '2025-12-30' }],
  ])('%s', (header, said) => {
    const { leader, ...rest } = readHeader(header, office, '2026-01-19', calendar);
    expect({ ...rest, ...(leader && { leader: leader.name }) }).toEqual(said);
  });
});

describe('progress of the ledger', () => {
  test.each([
    ['3已完成，5正在推进', ['3 done 已完成', '5 going 正在推进']],
    ['3、4都完成了', ['3,4 done 都完成了']],
    ['5正在推进，还差两个镇', ['5 going 正在推进，还差两个镇']],
    ['3没完成，下周办', ['3 going 没完成，下周办']],
    ['3已完成；其余没有变化', ['3 done 已完成']],
    ['没有进展', []],
  ])('%s', (text, lines) => {
    const { said, read: isRead } = progressWords(text);
    expect(isRead).toBe(true);
    expect(said.map(({ nos, done, words }) => `${nos.join()} ${done ? 'done' : 'going'} ${words}`)).toEqual(lines);
  });

  test.each(['3', '今天谁值班', '3按2月6日', '收到'])('%s is none', (text) => {
    expect(progressWords(text).read).toBe(false);
  });
});

describe('what a message asks for', () => {
  const intent = (text: string, addressed = true) =>
    understand({ ...{ text, at: NOW, calendar, addressed, roster: sampleRoster() }, waiting: ['ack', 'report'] })
      .intent;

  test.each([
    '讲话转任务',
    '把李区长的讲话拆成任务',
    '请把会议纪要分解成任务清单',
    '会议任务分解',
    '把昨天的会议精神转化为任务',
    '任务分解表',
    '分工方案',
    '这是重点任务分工方案',
  ])('%s', (text) => {
    expect(intent(text)).toBe('meeting');
  });

  test.each([
    '请各单位周五前把会议精神传达到位',
    '请应急局周五前报任务分解情况',
    '会议通知各单位明天上午9点到会',
    '分工方案请青山镇周五前报',
    '讲话稿什么时候发',
    '任务分解得怎么样了',
  ])('%s is something else', (text) => {
    expect(intent(text)).not.toBe('meeting');
  });

  test('people among themselves are not answered', () => {
    expect(intent('讲话转任务', false)).toBe('ignore');
    expect(intent('会议部署', false)).toBe('ignore');
  });

  test('全部确认 confirms only where drafts wait', () => {
    const read = (waiting: readonly ['confirm'] | readonly ['ack']) =>
      understand({ text: '全部确认', at: NOW, calendar, addressed: true, waiting }).intent;
    expect(read(['confirm'])).toBe('confirm');
  });
});
