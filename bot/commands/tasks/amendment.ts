import type { Meaning } from '../../../domain/meaning.ts';
import { unitsNamed } from '../../../domain/people/find-units.ts';
import type { Office } from '../../../domain/people/office.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { type Amendment, settleUnits } from '../../../domain/tasks/draft-task.ts';
import type { Task } from '../../../domain/tasks/task.ts';
import type { ThingId } from '../../../domain/thing.ts';
import type { CommandContext } from '../command.ts';
import { dueSaidIn } from './due-said.ts';
import { type Parties, partiesNamed } from './read-parties.ts';

/** Units that somebody strikes out of an order, or adds to it; without such a word the units named are all there are. */
const STRIKES =
  /去掉|去除|剔除|拿掉|删掉|删去|删除|减去|除去|移除|(?:不用|不需要|无需|不必|不要|别)再?(?:报送?|交|办|做|填|弄|查|搞|管|参加)?了|不参加|不用参加|除外|就算了|免报/;
const REPLACES = /(?:承办|责任|牵头|配合)(?:单位)?(?:统一|都|就|请)?(?:改|换|变更|调整)/;
const ADDS = /加(?![一急强快班大密固])/;
/** 加一条…: what follows is a requirement, whatever units it speaks of. */
const REQUIRES = /[加补][^，,。；;]{0,2}[一个]?[条点项句]|(?:增加|补充)要求/;

/** What a person changes of an order, from the slots that were read; words that fill no slot become a further requirement. */
export function amendmentIn(context: CommandContext, meaning: Meaning, task: Task): Amendment {
  const parties = REQUIRES.test(context.message.text) ? undefined : partiesIn(context, meaning);
  const dueAt = meaning.dueAt ?? meaning.time?.next?.[0];
  const openEnded = meaning.item === '不定期';
  const doubt = parties?.openPoints.find(({ written }) => written);
  if (doubt) throw new Refusal('NO_SUCH_UNIT', { unit: doubt.written! });
  const known = dueAt || openEnded || parties || meaning.recurrence || meaning.priority;

  return {
    ...(dueAt && { dueAt, dueSaid: dueSaidIn(context, meaning, dueAt) }),
    ...(openEnded && { openEnded }),
    ...(meaning.recurrence && { recurrence: meaning.recurrence }),
    ...(meaning.priority && meaning.priority !== 'normal' && { priority: meaning.priority }),
    ...(parties && unitsChanged(context, parties, task)),
    ...(meaning.amend && !known && { requirement: meaning.amend }),
    ...(context.message.file && { file: context.message.file }),
  };
}

function partiesIn(context: CommandContext, meaning: Meaning): Parties | undefined {
  const { units, scope, assignees, lead, coop, amend } = meaning;
  if (units || scope || assignees || lead || coop) return partiesNamed(context, meaning);
  // 确认，加上消防大队: the rest of a confirmation that is nothing but names of units.
  const names = amend?.split(/[、，,和及]/).filter(Boolean) ?? [];
  const allUnits = names.length > 0 && names.every((name) => unitsNamed(context.office, name).length === 1);
  return allUnits ? partiesNamed(context, { ...meaning, units: names }) : undefined;
}

/** The answer to “开发区”指哪个单位: joins those that are known already, and settles that one doubt; undefined where nothing of it is one. */
export function unitAnswered(context: CommandContext, task: Task): Task | undefined {
  const { meaning, message, question } = context;
  if (STRIKES.test(message.text)) {
    const dropped = task.openPoints.find(({ written }) => written && message.text.includes(written));
    return dropped && settleUnits(task, dropped, []);
  }
  // 承办改为应急局 puts it in place of all, whatever was asked.
  const isAnswer = question?.about === 'unit' && !REPLACES.test(message.text);
  const point = isAnswer ? task.openPoints.find(({ about }) => about === 'unit') : undefined;
  const { executors = [], leads = [], coops = [], owners = [] } = point ? amendmentIn(context, meaning, task) : {};
  const named = [...executors, ...leads, ...coops];
  return point && named.length > 0 ? settleUnits(task, point, named, owners) : undefined;
}

/** 去掉经开区 leaves the others, 再加上消防大队 joins it to them, 承办改为青山镇 puts it in place of all. */
function unitsChanged({ message, office }: CommandContext, parties: Parties, task: Task): Amendment {
  const { text } = message;
  const all = [...parties.executors, ...parties.leads, ...parties.coops];
  const strikes = text.split(/[,，;；。\n]/).filter((clause) => STRIKES.test(clause));
  const isStruck = (unit: ThingId) => strikes.some((clause) => !ADDS.test(text) || names(office, unit, clause));
  const struck = all.filter(isStruck);
  const left = struck.length > 0 ? withoutUnits(struck, task) : {};
  if (struck.length === all.length) return left;

  const own = ADDS.test(text) || struck.length > 0 ? { ...task, ...left } : undefined;
  const joined = (before: readonly ThingId[] | undefined, named: readonly ThingId[]) => {
    const fresh = named.filter((unit) => !struck.includes(unit));
    return [...new Set([...(before ?? []), ...fresh])];
  };
  return {
    ...left,
    ...(parties.executors.length > 0 && {
      executors: joined(own?.executors, parties.executors),
      owners: [...new Set([...(own?.owners ?? []), ...parties.owners])],
    }),
    ...(parties.leads.length > 0 && { leads: joined(own?.leads, parties.leads) }),
    ...(parties.coops.length > 0 && { coops: joined(own?.coops, parties.coops) }),
  };
}

function names({ units }: Office, id: ThingId, words: string): boolean {
  const unit = units.get(id);
  return unit !== undefined && [unit.name, ...unit.aliases].some((name) => words.includes(name));
}

/** Wherever a unit stands in the order it goes from there, whatever part the words name. */
export function withoutUnits(struck: readonly ThingId[], { executors, leads, coops }: Task): Amendment {
  const without = (units: readonly ThingId[]) => units.filter((unit) => !struck.includes(unit));
  const changed = (units: readonly ThingId[]) => without(units).length < units.length;
  return {
    ...(changed(executors) && { executors: without(executors) }),
    ...(changed(leads) && { leads: without(leads) }),
    ...(changed(coops) && { coops: without(coops) }),
  };
}
