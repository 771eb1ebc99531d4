import { type CheckIn, isAnswered, isCounted, type PhoneResult, type Verdict } from '../duty/checks/check-in.ts';
import type { CheckRefusal } from '../duty/checks/outcome.ts';
import type { ThingId } from '../thing.ts';
import { clockText, momentText } from './dates.ts';
import { personName, unitName } from './names.ts';
import type { TextContext } from './tasks.ts';

export const PHONE_RESULTS: Readonly<Record<PhoneResult, string>> = {
  present: '在岗',
  absent: '不在岗',
  no_answer: '电话不通',
};

export const VERDICTS: Readonly<Record<Verdict, string>> = {
  normal: '正常',
  explained: '情况说明',
  'on-record': '记录在案',
};

/** `抽查点名，请10分钟内回复数字 619（青山镇 陈立）`; a take-over asks for no number. */
export function checkText(check: CheckIn, { office }: TextContext): string {
  const whom = `（${trialMark(check)}${unitName(office, check.unit)} ${personName(office, check.person)}）`;
  if (!check.code) return `请接班人员回复“接班”${whom}`;
  const what = check.kind === 'random' ? '抽查点名' : '值班点名';
  return `${what}，请在${check.ladder.windowMin}分钟内回复数字 ${check.code}${whom}`;
}

export function secondAskText(check: CheckIn, context: TextContext): string {
  const asked = sinceText(check, context);
  const what = check.code ? `数字 ${check.code}` : '“接班”';
  return `${unitName(context.office, check.unit)}${asked}的点名还没有收到应答，请回复${what}`;
}

/** Who may be reached at the post: the duty room first, then people, by the order in which they are to be tried. */
export interface PhoneLine {
  readonly label: string;
  readonly phone?: string;
}

/** For a person with a telephone, in private only: numbers in full. */
export function phoneListText(check: CheckIn, phones: readonly PhoneLine[], context: TextContext): string {
  const unit = unitName(context.office, check.unit);
  const asked = check.askedAgainAt ? '两次未应答' : '未应答';
  const listed = phones.map(({ label, phone }) => `${label}${phone ?? '（没有登记电话）'}`).join('，');
  return [
    `${unit} ${personName(context.office, check.person)}${asked}（${sinceText(check, context)}点名），请电话核实`,
    listed || '该单位没有登记任何电话，请设法联系',
    `核实后回复“${unit} 在岗”“${unit} 不在岗”或“${unit} 电话不通”`,
  ].join('\n');
}

/** To the leader of the shift: what is known, and what is wanted within the quarter of an hour. */
export function dutyLeaderText(check: CheckIn, context: TextContext): string {
  const minutes = check.ladder.officeHeadMin - check.ladder.dutyLeaderMin;
  return `${stateOfPost(check, context)}，请在${minutes}分钟内回复现场情况，或安排人员到岗`;
}

export function reserveText(check: CheckIn, context: TextContext): string {
  return `${stateOfPost(check, context)}。你是今天的备班，请马上到值班室，到岗后回复“已到岗”`;
}

export function officeHeadText(check: CheckIn, context: TextContext): string {
  return `${stateOfPost(check, context)}，带班领导处也还没有结果，请过问`;
}

/** The trailing words of the duty officer are kept as he wrote them. */
export function phoneNotedText(check: CheckIn, context: TextContext): string {
  const { phone } = check;
  const words = phone!.words ? `，${shortWords(phone!.words)}` : '';
  return `已记：${clockText(phone!.at, context.now, context.calendar)} ${unitName(context.office, check.unit)}${phone!.result === 'no_answer' ? '' : '电话核实'}${PHONE_RESULTS[phone!.result]}${words}`;
}

export function standInNotedText(check: CheckIn, context: TextContext): string {
  const { standIn, person } = check;
  const since = `${clockText(standIn!.at, context.now, context.calendar)}起由${personName(context.office, standIn!.by)}在岗`;
  const open = standIn!.by === person ? '' : `，${personName(context.office, person)}待说明`;
  return `已记：${unitName(context.office, check.unit)}${since}${open}`;
}

/** To those who had been called about it: what is known now, and whether they need do anything more. */
export function settledText(check: CheckIn, context: TextContext): string {
  const { answeredAt, phone, standIn, state, person } = check;
  const unit = unitName(context.office, check.unit);
  const clock = (at: Date) => clockText(at, context.now, context.calendar);
  if (state === 'stood-in')
    return `${unit}${clock(standIn!.at)}起由${personName(context.office, standIn!.by)}在岗，不用再核实或到场`;
  if (state === 'verified' && phone) return `${unit}${clock(phone.at)}电话核实在岗，不用再核实或到场`;
  const answered = `${unit} ${personName(context.office, person)}${clock(answeredAt!)}`;
  if (state === 'escalated') return `${answered}应答了，电话核实时不在岗，是否已到岗请再核实`;
  // A number can be typed anywhere: whether that is enough is for people to say.
  return `${answered}${state === 'late' ? '迟到应答' : '按时应答'}，提醒到此为止`;
}

/** To a leader who has come although the next shift is at the post by now. */
export function postTakenText(check: CheckIn, context: TextContext): string {
  const since = clockText(check.standIn!.at, context.now, context.calendar);
  return `${unitName(context.office, check.unit)}${since}起已由${personName(context.office, check.standIn!.by)}接班，不用再顶班`;
}

/** What the person asked reads after an answer that counts. */
export function answerNotedText(check: CheckIn, context: TextContext): string {
  const at = clockText(check.answeredAt!, context.now, context.calendar);
  switch (check.state) {
    case 'on-time':
      return `${unitName(context.office, check.unit)}已应答 ${at}`;
    case 'verified':
      return '收到，本次已记为电话核实在岗';
    case 'late':
      return `收到，应答时间 ${at}，超过${check.ladder.windowMin}分钟，记为迟到应答。如有特殊情况可以回复“说明 原因”`;
    default:
      return `收到，应答时间 ${at} 已记。本次情况由值班室核实，可以回复“说明 原因”`;
  }
}

/** Why nothing came of what somebody said; empty where silence is right. */
export const CHECK_REFUSALS: Readonly<Record<CheckRefusal, string>> = {
  'not-asked': '现在没有等待应答的点名',
  'not-yours': '这条点名不是发给你的，请看本人收到的那一条',
  'code-needed': '请回复点名消息里的数字，只回“在岗”不能算应答',
  'wrong-code': '数字不对，请看本人收到的那一条',
  over: '这次点名已经有结果，不用再回复',
  void: '这次点名已作废，不计入，不用回复',
  'too-early': '还没有到时间',
  'not-handed-over': '这次点名还在等本人应答，暂不需要电话核实',
  'own-check': '本人的点名要由别人核实和认定',
  'not-heard': '当事人还没有说明情况，请先听取说明',
  'still-open': '这次点名还没有结果，暂不认定',
};

/** Two different numbers in one answer. */
export const TWO_NUMBERS = '这条里有两个数字，请只回复点名消息里的那一个';
export const WHICH_UNIT = '请写明是哪个单位，例如“石桥乡 在岗”';
export const NO_PHONE_CHECK = '现在没有等待电话核实的点名';
/** To a leader whose words do not say that somebody is at the post. */
export const SCENE_NOTED = '收到。人到岗后请回复“已到岗”，由本人到岗的以本人回复为准';
export const RULE_HOW = '认定请回复单位和结论，例如“认定 石桥乡 正常”，结论写正常、情况说明或记录在案';

export function explanationNotedText(check: CheckIn, context: TextContext): string {
  const end = check.state === 'explained' ? '，等待认定' : '';
  return `${unitName(context.office, check.unit)}${sinceText(check, context)}点名的说明已记${end}`;
}

/** To those who rule, in the words of whoever was asked. */
export function explanationToldText(check: CheckIn, context: TextContext): string {
  const unit = unitName(context.office, check.unit);
  const who = personName(context.office, check.person);
  return `${unit}${who}说明${sinceText(check, context)}点名的情况：${shortWords(check.explanation?.words ?? '')}。认定请回复“认定 ${unit} 正常”，结论也可以写情况说明或记录在案`;
}

/** One of several check-ins of a unit, in a numbered choice. */
export function checkChoice(check: CheckIn, context: TextContext): string {
  return `${momentText(check.sentAt ?? check.askAt, context.now, context.calendar)} ${personName(context.office, check.person)}`;
}

export const WHICH_CHECK = '认定哪一次点名？';
export const NOTHING_TO_RULE = '这个单位最近7天没有要认定的点名';
export const NOTHING_TO_EXPLAIN = '最近7天没有要你说明的点名';

export function ruledText(check: CheckIn, context: TextContext): string {
  const { ruling } = check;
  const words = ruling!.words ? `：${shortWords(ruling!.words)}` : '';
  return `${unitName(context.office, check.unit)}${sinceText(check, context)}点名，${personName(context.office, ruling!.by)}认定“${VERDICTS[ruling!.verdict]}”${words}`;
}

/** Units that are told one by one in a summary; the others are counted. */
const TOLD = 4;

/** After the night, in private to those who rule: figures first, then each unanswered one with its facts. No judgement. */
export function nightSummaryText(checks: readonly CheckIn[], explainByAt: Date, context: TextContext): string {
  const counted = checks.filter((check) => isCounted(check, context.now));
  const open = counted.filter((check) => !isAnswered(check));
  const voided = checks.filter(({ state, trial }) => state === 'void' && !trial).length;
  const verified = counted.filter(({ state }) => state === 'verified').length;

  const figures = [
    `${counted.length}人次中按时应答${counted.length - open.length - verified}`,
    ...(verified > 0 ? [`电话核实在岗${verified}`] : []),
    ...(voided > 0 ? [`作废${voided}（不计）`] : []),
  ].join('，');
  const shown = open.slice(0, open.length > TOLD ? TOLD - 1 : TOLD).map((check) => `${factsText(check, context)}`);
  const rest = open.length - shown.length;
  return [
    `夜间抽查小结：${figures}`,
    ...shown,
    ...(rest > 0 ? [`其余${rest}人次未按时应答，见点名记录`] : []),
    ...(open.length > 0
      ? [`当事人请于${momentText(explainByAt, context.now, context.calendar)}前补说明，如何认定由你们定`]
      : []),
  ].join('\n');
}

/** `石桥乡 02:13未应答，02:27电话不通，02:40起由高翔在岗`. */
function factsText(check: CheckIn, { office, calendar, now }: TextContext): string {
  const { sentAt, askAt, answeredAt, phone, standIn, explanation } = check;
  const clock = (at: Date) => clockText(at, now, calendar);
  return [
    `${unitName(office, check.unit)} ${clock(sentAt ?? askAt)}${answeredAt ? `点名，${clock(answeredAt)}迟到应答` : '点名未应答'}`,
    ...(phone ? [`${clock(phone.at)}${PHONE_RESULTS[phone.result]}`] : []),
    ...(standIn ? [`${clock(standIn.at)}起由${personName(office, standIn.by)}在岗`] : []),
    ...(explanation ? ['已有说明'] : []),
  ].join('，');
}

function stateOfPost(check: CheckIn, context: TextContext): string {
  const { office, now, calendar } = context;
  const { phone } = check;
  const called = phone
    ? `，${clockText(phone.at, now, calendar)}电话核实：${PHONE_RESULTS[phone.result]}`
    : '，电话核实还没有结果';
  const asked = check.askedAgainAt ? '两次点名未应答' : '点名未应答';
  return `${unitName(office, check.unit)}值班员${personName(office, check.person)}自${sinceText(check, context)}起${asked}${called}`;
}

function sinceText({ sentAt, askAt }: CheckIn, { now, calendar }: TextContext): string {
  return clockText(sentAt ?? askAt, now, calendar);
}

function trialMark({ trial }: CheckIn): string {
  return trial ? '试运行练习，不计入　' : '';
}

function shortWords(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** The numbers to try, in order: the duty room, the person asked, then others such as the leader of the shift. */
export function phonesOf(
  check: CheckIn,
  others: readonly { readonly person: ThingId; readonly role: string }[],
  { office }: TextContext,
): PhoneLine[] {
  const room = office.units.get(check.unit)?.dutyPhone;
  const asked = { person: check.person, role: '' };
  return [
    ...(room ? [{ label: '值班室', phone: room }] : []),
    ...[asked, ...others].map(({ person, role }) => {
      const phone = office.people.get(person)?.phone;
      return { label: `${role}${personName(office, person) || person}`, ...(phone && { phone }) };
    }),
  ];
}
