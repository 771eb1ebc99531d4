import { isSo } from './judge.ts';
import { MODAL, type Segment } from './segment.ts';
import type { Clause } from './sentences.ts';
import type { Subject } from './subject.ts';
import { AT_YOUR_RISK } from './told-words.ts';

const LEADS = /牵头|负责|负总责|主抓|为主/;
/** What is said of those who only take part. */
const TAKES_PART =
  /配合|参与|参加|协助|协同|按(?:照)?(?:各自)?职责(?:分工)?|各司其职|各负其责|跟着|支持|为辅|协办|一道|^一[起并]|分头|各自|本(?:领域|行业|系统|辖区)的?/;
/** 移民局牵头，两个乡镇包户到人: the work is said of the others. */
const ONLY_LEADS =
  /^(?:来|总|具体)?(?:牵头|挂帅|抓总|总牵头|总负责|负总责|负主责|为主|主办|主责|统筹|(?:[为是])牵头(?:单位|部门)|牵头(?:组织|负责|抓总|统筹)(?:实施|落实)?)$/;
const TAKES_HOLD = /^(?:要|也要)?(?:具体抓|具体落实|抓落实|具体负责|具体实施)/;

/** 派人一起去, 帮着联系, 也要开绿灯: what is done beside the work of another. */
const HELPS =
  /^(?:也|都)?要?(?:(?:各)?派[^,]{0,6}(?:一起|跟着|参加|配合)|[各抽][^,]{0,6}(?:跟着|一起)|帮着?|帮忙|跟着|一起去|搭把手|主动上门)|^也要?[^,]{1,8}$|^(?:都|全都|全部|也都|统统)要?(?:上|参加|参与|到场|来|出[人动]|配合|跟上|动起来|支持)/;
/** The doer of a step: 改完由消防大队去验. */
const STEP = /(?:完|后|再)由$/;
const STEP_LENGTH = 6;
/** 水库管理处不得擅自开闸: what others must not do meanwhile. */
const MUST_NOT = /^(?:也|一律|都)?(?:不得|不准|不许|严禁)[^,]{1,10}$/;
/** Persons of a unit, and those it answers for: what they are told belongs to what the unit is told before. */
const PERSON =
  /(?:同志|负责人|责任人|领导|干部|书记|局长|主任|站长|所长|队长|校长|院长|[镇乡县区]长|河长|林长|路长|人员|教师|班主任|管理员|网格员|宿管员|护林员|司机|驾驶员|职工|成员|一把手|党员)$/;
const BELOW =
  /^(?:再)?(?:学校|企业|社区|乡镇|乡里|村里|镇街|街道|村|村组|村居|物业|景区|医院|商户|单位|部门|家长|群众|施工方|(?:[\u4e00-\u9fa5]{2})(?<!办公|教研|政研)室)$/;
/** A limit of its own makes a piece of work of its own; so does 负责 said of each. */
const ITS_OWN = /^负责|\d[^,]{0,4}[前内]|[底旬]前|节前/;

/** 由A牵头，B、C配合: one piece of work. */
export function joins(current: Segment, subject: Subject, clause: Clause): boolean {
  if (!current.subject || subject.sort !== 'units') return false;
  if (current.subject.sort !== 'units') return false;
  if (subject.by && LEADS.test(subject.rest) && SCOLDED.test(current.subject.rest)) return false;
  if (AT_YOUR_RISK.test(subject.rest)) return false;
  if (PART_OF_IT.test(clause.text) && subject.by) return true;
  if (isSo(current.subject.rest) && !isSo(subject.rest)) return false;
  // 预报有暴雨的，城建股…，人防股…: the condition holds for both. 两个股长 are those before.
  if (subject.units.every((unit) => THOSE_BEFORE.test(unit)) || isCondition(current.clauses[0]!)) return true;
  const { rest, units } = subject;
  const { units: before } = current.subject;
  if (before.length > 1 && units.every((unit) => before.includes(unit)) && !ITS_OWN.test(rest)) return true;
  if (PAPER.test(rest) && units.every((unit) => PERSON.test(unit))) return true;
  if (TAKES_PART_LABEL.test(clause.text)) return true;
  if (isForTopic(subject)) return false;
  if (HELPS.test(rest) || MUST_NOT.test(rest) || isStep(subject, clause)) return true;
  if (!ITS_OWN.test(rest) && units.every((unit) => BELOW.test(unit))) return true;
  if (!/^负责/.test(rest) && units.every((unit) => PERSON.test(unit))) return true;
  if (units.every((unit) => isSpokenOf(unit, current))) return true;
  return takesPartIn(current, subject, clause);
}

/** 两家别再扯皮了，就由水利局牵头: what they are told is over with that. */
const SCOLDED = /^(?:[俩两][家个]?)?(?:都)?别(?:再|老)?[^,]{0,3}(?:推|扯|争|吵|等)/;
/** 院领导带班名单每周五报办公室: whose it is only says of what. */
const PAPER = /^[^,要把]{0,6}(?:名单|台账|表|方案|情况|清单|记录|报告|材料)(?=[要每于在由报交送\d])/;
/** 配合的是公安和消防. */
const TAKES_PART_LABEL = /^(?:配合|参与|协办|协同|参加)(?:单位|部门)?的?(?:[是为:]|还有)/;

/** 吃住归民政办, 桥头由交警负责: what it is about stands before whom it is for. */
function isForTopic({ by, from, rest }: Subject): boolean {
  // 地由自规局帮着找
  if (by && from >= 2 && /^帮(?:着|忙)/.test(rest)) return true;
  return by && from >= 3 && /^(?:来|具体|直接|统一)?(?:牵头)?(?:负责|管|兜底|抓|承办|主抓)?$/.test(rest);
}

/** 商务局要督促加油站规范卸油，加油站每班次自查: through whom it is done. */
function isSpokenOf(unit: string, { head, subject, clauses }: Segment): boolean {
  if (OFFICE_END.test(unit) || head !== clauses[clauses.length - 1]) return false;
  return /督促|指导|要求|通知|组织|引导|责令/.test(subject!.rest) && subject!.rest.includes(unit.replace(/^各/, ''));
}

const OFFICE_END = /(?:[局委办科股镇乡村]|街道|社区|大队|中心|部门)$/;

function isStep({ rest, by, from }: Subject, { text }: Clause): boolean {
  return by && rest.length <= STEP_LENGTH && STEP.test(text.slice(0, from));
}

/** 要逐家派驻联络员，企业负责人在厂带班: how it is done, where nobody has been named. */
export function adds(current: Segment, { sort, units, rest, by }: Subject): boolean {
  if (current.subject || by || sort !== 'units' || MODAL.test(rest) || ITS_OWN.test(rest)) return false;
  return (
    units.every((unit) => PERSON.test(unit) && !unit.startsWith('各')) &&
    current.clauses.some(({ text }) => MODAL.test(text))
  );
}

function takesPartIn(current: Segment, subject: Subject, { text }: Clause): boolean {
  const before = current.subject!;
  const led = current.clauses.some((clause) => LEADS.test(clause.text));
  if (ONLY_LEADS.test(before.rest) && current.clauses.length === current.clauses.indexOf(current.head!) + 1)
    return true;
  if (TAKES_PART.test(subject.rest) && subject.rest.length <= 24 && (led || before.units.length > 0))
    return led || /^.{0,6}(?:配合|参与|参加|协助|跟着|各抽|支持)/.test(subject.rest);
  // 村镇股管乡下，房管股管城区
  if (subject.rest.length <= 8 && before.rest.length <= 8 && !MODAL.test(text + current.head!.text) && !led)
    return true;
  return (led && (TAKES_HOLD.test(subject.rest) || text.startsWith('具体'))) || (subject.by && SIGNS.test(text));
}

/** Whether those who join only help. */
export function helps(subject: Subject, clause: Clause): boolean {
  const { rest } = subject;
  return TAKES_PART.test(clause.text) || HELPS.test(rest) || MUST_NOT.test(rest) || isStep(subject, clause);
}

/** 其中养殖企业的由农业农村局负责: a part of the same work. */
const PART_OF_IT = /^其中/;
/** 报告由主要负责人签字: how it is done, and not by whom. */
export const SIGNS = /由[^,]{2,18}(?:签字|签名|签发|审定|审批|作说明)/;
export const THOSE_BEFORE = /^(?:[两三四几]个|[两三四几]家|双方|各方|你们)/;

function isCondition(clause: Clause): boolean {
  return (
    clause.mark === ',' &&
    clause.text.length <= 60 &&
    /^(?:凡|一旦|遇|如|预报)|的$/.test(clause.text) &&
    !MODAL.test(clause.text.replace(/一律/, ''))
  );
}
