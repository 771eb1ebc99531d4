import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readMeeting } from '../../../../bot/understand/meeting/read-meeting.ts';
import type { MeetingRow } from '../../../../bot/understand/meeting/row.ts';
import { calendar, shanghai } from '../reading.ts';

const UNDER_HEADING = '一、突出重点，抓好落实\n';

function rowsOf(body: string, at?: Date): MeetingRow[] {
  return readMeeting({ text: UNDER_HEADING + body, calendar, ...(at && { at }) }).rows.slice();
}

const unitsOf = (row: MeetingRow | undefined) => row?.units.map(({ written }) => written);
const coopOf = (row: MeetingRow | undefined) => row?.coop.map(({ written }) => written);

test('lead and co-operating units are told apart, and a list of fields is one unit each', () => {
  const [row] = rowsOf('由水利局牵头，住建、公安、电力等部门配合，6月1日前完成管网清淤。');

  expect(unitsOf(row)).toEqual(['水利局']);
  expect(coopOf(row)).toEqual(['住建', '公安', '电力']);
  expect(row?.deadline).toBe('6月1日前');
});

test('会同 names who helps', () => {
  const [row] = rowsOf('请水务局会同财政局，一周内把除险加固资金拨付到位。');

  expect(unitsOf(row)).toEqual(['水务局']);
  expect(coopOf(row)).toEqual(['财政局']);
});

test('several units in one sentence are several rows', () => {
  const rows = rowsOf('公安机关负责查处违规用火；民政部门负责文明祭扫宣传；电网企业负责线路清障，4月10日前完成。');

  expect(rows.map(unitsOf)).toEqual([['公安机关'], ['民政部门'], ['电网企业']]);
  expect(rows.map(({ deadline }) => deadline)).toEqual([null, null, '4月10日前']);
});

test('a sentence without a unit goes to the one before it in the paragraph, and says so', () => {
  const [, second] = rowsOf('各镇街要组织网格员入户宣传。要建立回收点台账。');

  expect(unitsOf(second)).toEqual(['各镇街']);
  expect(second?.why).toContain('承前');
});

test('the unit above a list holds for its points', () => {
  const rows = rowsOf('各镇街要做好以下工作：\n（1）组织网格员入户宣传；\n（2）4月5日前建立回收点并公布地址。');

  expect(rows.map(unitsOf)).toEqual([['各镇街'], ['各镇街']]);
  expect(rows[1]?.deadline).toBe('4月5日前');
});

test('a bracket behind the work names who does it and until when', () => {
  const [row] = rowsOf(
    '（三）完善设施。在进山路口设置检查站，收缴火种火源。（牵头单位：林业局；配合单位：各镇街；完成时限：3月15日前）',
  );

  expect(unitsOf(row)).toEqual(['林业局']);
  expect(coopOf(row)).toEqual(['各镇街']);
  expect(row?.deadline).toBe('3月15日前');
});

test('a limit that is said once for several pieces of work is the limit of each', () => {
  const rows = rowsOf('县交通局要补齐护栏。县公路站要把坑槽填平。以上两项4月底前完成。', shanghai('2026-03-11T09:00'));

  expect(rows.map(({ deadline }) => deadline)).toEqual(['4月底前', '4月底前']);
  expect(rows.map(({ due }) => due)).toEqual(['2026-04-30T17:30:00+08:00', '2026-04-30T17:30:00+08:00']);
});

test('a limit in the sentence behind belongs to the work before it', () => {
  const rows = rowsOf('县教育局要把校舍鉴定一遍。时间节点是4月12日。');

  expect(rows.map(({ deadline }) => deadline)).toEqual(['4月12日']);
});

test('a heading that is a unit names it for all its points, until the next heading', () => {
  const rows = rowsOf(
    '（一）交通运输局\n1.在团雾路段加装诱导灯。\n2.把清障车布到服务区。\n（二）强化保障\n要储备一批融雪剂。',
  );

  expect(rows.map(unitsOf)).toEqual([['交通运输局'], ['交通运输局'], []]);
});

test('who is named at the end of a clause has that work and no more', () => {
  const rows = rowsOf('看病防疫归卫健局，治安归派出所。');

  expect(rows.map(unitsOf)).toEqual([['卫健局'], ['派出所']]);
});

test.each([
  '县公安局要深刻吸取10月15日事故教训，对客运企业全面检查。',
  '县应急局要按照12月1日施行的新标准开展检查。',
  '各乡镇要做好12月15日全市现场会的准备工作。',
  '各学校要组织开展“11·9”消防日宣传活动。',
  '各街道要对2000年以前建成的小区逐栋登记。',
])('a day the work is only about is no limit: %s', (body) => {
  expect(rowsOf(body).map(({ deadline }) => deadline)).toEqual([null]);
});

test('a unit with its old name keeps it, beside the name of today', () => {
  const [row] = rowsOf('县安监局要开展一次危化企业检查。');

  expect(row?.units).toEqual([{ written: '县安监局', resolved: '县应急管理局' }]);
});

test('a deadline becomes a date only where the day of the meeting is known', () => {
  const body = '各乡镇要在4月底前完成排查。';

  expect(rowsOf(body)[0]).not.toHaveProperty('due');
  expect(rowsOf(body, shanghai('2026-03-11T09:00'))[0]?.due).toBe('2026-04-30T17:30:00+08:00');
});

test.each([
  ['接到报告后1小时内', '各乡镇接到报告后1小时内要派人核查。'],
  ['及时', '各乡镇要及时清理排水沟。'],
  ['６月■日前', '各乡镇要在６月■日前完成排查。'],
])('%s is kept as said and never dated', (words, body) => {
  const [row] = rowsOf(body, shanghai('2026-03-11T09:00'));

  expect(words).toContain(row?.deadline);
  expect(row).not.toHaveProperty('due');
});

test.each([
  '各乡镇要组织一次演练。',
  '上周，镇政府与各社区签订了责任书，必须严格执行。',
  '针对去年10月通报的问题，应急局要建立台账。',
])('no deadline is made up for: %s', (body) => {
  const rows = rowsOf(body);

  expect(rows).toHaveLength(1);
  expect(rows[0]?.deadline).toBeNull();
});

test.each([
  ['a review', '今年以来，县应急局牵头开展了三个专项行动，检查企业612家次，整改隐患1793条。'],
  ['a fault', '有的乡镇责任不落实，个别企业把安全经费当成可有可无的开支。'],
  ['attitude', '各级各部门要提高政治站位，牢固树立红线意识，切实增强责任感和紧迫感。'],
  ['a saying', '安全生产责任重于泰山，没有安全就没有发展。'],
  ['others’ words', '《安全生产法》明确规定，生产经营单位必须建立安全生产规章制度。'],
  ['who came', '各镇街主要负责同志、市直有关企业负责人在分会场参加会议。'],
  ['a heading', '（二）压实部门监管责任'],
  ['figures', '一季度全县共发生事故3起，同比下降40%。'],
  ['a closing appeal', '同志们，让我们携起手来，为建设平安家园而努力奋斗！'],
])('%s is no order', (_, body) => {
  expect(rowsOf(body)).toEqual([]);
});

test.each([
  ['a limit nobody was found for', '渡口新桥10月底前通车。', ['10月底前']],
  [
    'one behind a semicolon, beside a row with its own',
    '各村明天上班前报名册；后天中午12点，我要看结果。',
    ['后天中午12点'],
  ],
  ['one that is only given', '两所幼儿园的消防通道，我给一个星期。', ['一个星期']],
])('%s is on the list of limits on no row', (_, body, limits) => {
  const { unlisted } = readMeeting({ text: UNDER_HEADING + body, calendar });

  expect(unlisted.map(({ deadline }) => deadline)).toEqual(limits);
  expect(unlisted.map(({ quote }) => quote)).toEqual([body]);
});

test.each([
  '各乡镇要在4月底前完成排查。',
  '去年6月底前，全县完成了两轮排查。',
  '省安委会将于8月上旬派出督导组。',
  '停工之前最乱，工人急着回家。',
  '市里要求各地12月底前完成督导。',
  '县交通局反映，年底前很难补齐。',
  '国庆节前开业的商场有三家。',
])('what is told, or stands on a row, is not on that list: %s', (body) => {
  expect(readMeeting({ text: UNDER_HEADING + body, calendar }).unlisted).toEqual([]);
});

test('a limit in a heading or before a list is the limit of all below it, until the next heading', () => {
  const rows = rowsOf(
    '（一）整治校外托管（4月底前完成）\n县教育局要摸清底数。县市场监管局要查验食品经营许可。\n（二）维护秩序\n县公安局要在校门口设护学岗。\n年底前，办好两件事：一是县民政局给养老院装上喷淋；二是县交通局把劝导站的灯修好，11月15日前修完。',
    shanghai('2026-03-11T09:00'),
  );

  expect(rows.map(({ deadline }) => deadline)).toEqual(['4月底前', '4月底前', null, '年底前', '11月15日前']);
});

test('places that are counted behind their names have each its own', () => {
  const [row] = rowsOf('清水塘、石板桥、龙泉三家卫生院要建好台账。');

  expect(unitsOf(row)).toEqual(['清水塘卫生院', '石板桥卫生院', '龙泉卫生院']);
});

test('traditional script, full width, reading aids and page furniture change nothing, and quotes stay those of the file', () => {
  const [row] = rowsOf('縣應急局要會同縣消防大隊，對「亟（jí）待」整改的企業開　展一次檢查，５月１０日前完成。');

  expect(unitsOf(row)).toEqual(['縣應急局']);
  expect(coopOf(row)).toEqual(['縣消防大隊']);
  expect(row?.deadline).toBe('５月１０日前');
});

test('a sentence that goes on over a page is one sentence', () => {
  const text = `${UNDER_HEADING}县安委办要每月通报一次重大隐患整改情况，对逾期未改的实行挂牌督办，并\n— ３ —\n抄送县纪委监委备案。`;
  const [row, ...others] = readMeeting({ text, calendar }).rows;

  expect(others).toEqual([]);
  expect(row?.quote).toContain('抄送县纪委监委备案');
  expect(text.slice(row?.start, row?.end)).toBe(row?.quote);
  expect(row?.action).not.toContain('３');
});

test('the work is told without whom it is for and who helps: they stand beside it', () => {
  const actions = [
    '应急局牵头，公安局、供销社配合，12月10日前完成零售点排查，建立台账。',
    '由供电公司负责，春节前完成老旧线路改造。',
    '水利局负责河道清障。',
  ].map((text) => readMeeting({ text, calendar }).rows[0]?.action);
  expect(actions).toEqual(['12月10日前完成零售点排查，建立台账', '春节前完成老旧线路改造', '负责河道清障']);
});

const PIECES = fc.constantFrom(
  ...'各乡镇 县应急局 要 必须 由 牵头 配合 ， 。 ； ： 、 （ ） “ ” \n 一是 一、 （一） 开展排查 4月底前 ■ ** 及时 的 对 縣 ☃ 𠮷 有的 责任单位：'.split(
    ' ',
  ),
);

test('any text is read, its rows quote it, in its order', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(PIECES, { maxLength: 60 }).map((all) => all.join('')),
      ),
      (text) => {
        let last = 0;
        for (const { quote, start, end, deadline } of readMeeting({ text, calendar }).rows) {
          expect(text.slice(start, end)).toBe(quote);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(deadline === null || deadline.length > 0).toBe(true);
          last = start;
        }
      },
    ),
  );
});

test.each(['各乡镇要', '（', '“', '各、', '，', '由县应急局', '一是', '4月底前', '的', '县局'])(
  'a text of 100,000 characters made of %j is read in linear time',
  (unit) => {
    const cpuMs = (length: number) => {
      const before = process.cpuUsage();
      readMeeting({ text: unit.repeat(Math.ceil(length / unit.length)), calendar });
      return process.cpuUsage(before).user / 1000;
    };
    cpuMs(5_000);

    expect(cpuMs(100_000)).toBeLessThan(15_000);
  },
);
