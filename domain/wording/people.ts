import type { Binding } from '../people/binding.ts';
import { type Bound, otherMissing } from '../people/enter-code.ts';
import type { NearUnit, UnitMatch } from '../people/find-units.ts';
import type { Office, Person, Unit } from '../people/office.ts';
import { currentTenures } from '../people/posts.ts';
import type { BindingNotice } from '../people/request-binding.ts';
import type { Day, ThingId } from '../thing.ts';
import { unitName } from './names.ts';
import { ROLE_WORDS, titleWords } from './office-words.ts';
import { REFUSALS } from './refusals.ts';

export const HOW_TO_BIND = '“绑定 姓名 单位 职务”';
export const INCOMPLETE_TEXT = `请说全姓名、单位和职务，例如“绑定 李明 青山镇 应急站站长”`;
export const NO_ADMINISTRATOR_TEXT = '还没有管理员可以核对，请联系安委办';
export const TOO_MANY_TEXT = '今天申请绑定的次数太多，请明天再试，或请安委办核对';
export const EXPIRED_TEXT = REFUSALS.CODE_SPENT;
export const FIRST_SPENT_TEXT = '管理员验证码已失效，请重新启动值守取新的验证码';

/** To whoever asked: the code is with the administrators. */
export function bindingRequestedText(administrators: readonly Person[]): string {
  const names = namesOf(administrators);
  return `收到，等${names}核对（验证码已发给${names}，请向本人要，拿到后直接发给我）`;
}

/** Asked again while the code is still good. */
export function bindingWaitingText(administrators: readonly Person[]): string {
  return `你的绑定还在等${namesOf(administrators)}核对，请要到验证码后直接发给我`;
}

/** To an administrator, in private: what was said, what the office knows, and the code. */
export function bindingNoticeText(
  binding: Binding,
  notice: BindingNotice,
  office: Office,
  day: Day,
  hours: number,
): string {
  const said = [
    binding.word ? `${binding.name}（${binding.word}）` : binding.name,
    notice.unit.name,
    binding.title,
  ].filter(Boolean);
  const lines = [
    `【绑定】${said.join(' ')} 申请绑定，验证码 ${notice.code}（${hours}小时内有效）`,
    knownText(notice.known, office, day),
    ...(notice.holder
      ? [`注意：这个账号现在绑定的是${personWords(notice.holder, office, day)}，通过后改为${binding.name}`]
      : []),
    '请先电话核实是本人，再把验证码告诉本人；不是本人就不要给',
  ];
  return lines.join('\n');
}

function knownText(known: Person | undefined, office: Office, day: Day): string {
  if (!known) return '名册里没有此人，通过后将新建';
  const accounts = known.accounts.length > 0 ? `，已绑定${known.accounts.length}个账号，通过后新旧都可用` : '';
  return `名册里是：${personWords(known, office, day)}${accounts}`;
}

/** To whoever has told who the other liaison is. */
export function otherLiaisonText(name: string, unit: Unit): string {
  return `好的，请${name}本人私聊我“绑定 ${name} ${unit.name} 联络员”`;
}

/** To whoever has just been bound; says which post was assumed, so that a wrong one is noticed at once. */
export function boundText(bound: Bound, day: Day): string {
  const { person, unit, given } = bound;
  const tenure = given ?? currentTenures(person, day).find((one) => one.unit === unit.id);
  const missing = otherMissing(bound, day);
  const assumed = given && given.post !== 'liaison' ? '。职务不对请告诉安委办' : '';
  const lines = [
    `已绑定：${person.name} ${unit.name} ${tenure ? titleWords(tenure) : ''}`.trimEnd() + assumed,
    ...(missing ? [`请再告诉我联络员${missing}是谁，请其私聊我${HOW_TO_BIND}`] : []),
    '常用三句：①收到 ②报 编号 内容 ③我的待办',
  ];
  return lines.join('\n');
}

/** To the account that a person had before. */
export function anotherAccountText(person: Person, unit: Unit): string {
  return `${unit.name} ${person.name}名下刚绑定了另一个微信号。不是本人办的，请马上联系安委办`;
}

export function alreadyBoundText(person: Person, unit: Unit): string {
  return `你已绑定为${unit.name} ${person.name}，不用再绑`;
}

/** Several of that name in the unit: which one, or a further one. */
export function whichPersonText(people: readonly Person[], unit: Unit, day: Day): string {
  const [first] = people;
  const titles = people.map(
    (person) => currentTenures(person, day).find((tenure) => tenure.unit === unit.id)?.title || '职务未填',
  );
  return [
    `${unit.name}已有${people.length > 1 ? `${people.length}位` : ''}${first!.name}（${titles.join('、')}）`,
    `是其中一位，请照名册写职务：“绑定 ${first!.name} ${unit.name} ${titles[0]}”`,
    `是另一位同名的，请在姓名后注明科室：“绑定 ${first!.name}（农业办） ${unit.name} 职务”`,
  ].join('\n');
}

/** No unit is taken that was not named clearly: says which might be meant. */
export function unitUnclearText(said: string, match: Exclude<UnitMatch, { kind: 'one' }>): string {
  if (match.kind === 'none') return REFUSALS.NO_SUCH_UNIT.replace('{unit}', said);
  if (match.kind === 'several')
    return `“${said}”可能是${match.units.map((unit) => unit.name).join('、')}，请用全称再发一次`;

  const [first, ...others] = match.proposals.map((proposal) => `${proposal.unit.name}（${nearnessText(proposal)}）`);
  const asked = others.length > 0 ? `是指${[first, ...others].join('还是')}` : `是指${first}吗`;
  return `“${said}”${asked}？请用全称再发一次`;
}

function nearnessText({ unit, name }: NearUnit): string {
  return name === unit.name ? '写法相近' : `又名${name}`;
}

/** In the room that has just been bound. */
export function roomBoundText(office: Office, units: readonly ThingId[]): string {
  return `本群已绑定${unitsWords(office, units)}。请联络员私聊我${HOW_TO_BIND}，管理员会核对。只认绑定的人，不看昵称`;
}

export function roomAlreadyText(office: Office, units: readonly ThingId[]): string {
  return `本群早已绑定${unitsWords(office, units)}，没有变化`;
}

export const ROOM_INCOMPLETE_TEXT = '请说明绑定哪个单位，例如“建群绑定 梅林镇”';

/** On the console of whoever starts the product; the only place where this code is shown. */
export function firstCodeText(code: string): string {
  return `首个管理员验证码：${code}。请私聊值守“绑定 管理员 ${code}”，只能用一次`;
}

export function firstBoundText(person: Person): string {
  const roles = person.roles.map((role) => ROLE_WORDS[role]).join('、');
  return `已绑定：${person.name}（${roles}）。新成员私聊我${HOW_TO_BIND}时，验证码会发给你核对`;
}

/** `李卫东 安宁区 副区长（分管负责人），领导`. */
function personWords(person: Person, office: Office, day: Day): string {
  const posts = currentTenures(person, day).map((tenure) => `${unitName(office, tenure.unit)} ${titleWords(tenure)}`);
  const roles = person.roles.map((role) => ROLE_WORDS[role]);
  return [`${person.name} ${posts.join('、')}`.trimEnd(), ...roles].join('，');
}

function unitsWords(office: Office, units: readonly ThingId[]): string {
  const names = units.slice(0, 3).map((unit) => unitName(office, unit));
  return `“${names.join('、')}”${units.length > 3 ? `等${units.length}家单位` : ''}`;
}

function namesOf(people: readonly Person[]): string {
  return people
    .slice(0, 3)
    .map((person) => person.name)
    .join('、');
}
