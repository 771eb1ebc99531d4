import type { Change } from '../../../domain/meetings/changes.ts';
import { unitsOfName } from '../../../domain/meetings/units.ts';
import { nearUnits } from '../../../domain/people/find-units.ts';
import type { Office } from '../../../domain/people/office.ts';
import type { Reading } from '../../../domain/reading.ts';
import { noDateText, unknownUnitText, unreadText } from '../../../domain/wording/meetings-changed.ts';
import { dateIn } from './dates.ts';

/** What a phrase says is to become of points, or what is wrong with it; undefined where it says nothing of the kind. */
export type PhraseRead = { readonly changes: readonly Change[] } | { readonly trouble: string } | undefined;

export interface PhraseContext {
  readonly office: Office;
  readonly read: Pick<Reading, 'calendar' | 'policy'>;
  /** When it was said. */
  readonly at: Date;
}

const LEAD_IN = /^(?:[\s:]|的|都|就|请|统一|一律|先|也)+(?!$)/;
const TAIL = /[\s.。!]+$|(?<=.{2})(?:吧|了|即可|就行|就可以)$/g;

const DROP = /^(?:不要|删除|删掉|删去|删|去掉|剔除|取消|不转|不用转|不用管|不用办|不用|作废|划掉|不列)$/;
const LEDGER =
  /^(?:不[要设定]时限|没有时限)?(?:只|仅|先|都)?(?:列入|列进|列|进|放进|放入|放|记入|记|转入|转|入|挂)?(?:"?会议部署"?)?的?台[账帐](?:里)?$|^不[要设]时限$/;
const STANDARD = /^(?:按照|按|用|取)?(?:默认|标准)(?:的)?(?:时限|期限|日期|办|时间)?$/;
const OPEN_ENDED = /^(?:不定期|不定时限|长期坚持|长期|无时限)$/;
const OWN = /^(?:按|用)?原文(?:的)?(?:时限|时间|日期)?$|^(?:转|作为|列为|下)(?:成|为)?任务$/;
const COOP = /^(?:由|请)?配合(?:单位|部门)?(?:改成|改为|换成|换为|改|是|为|由|:|加上|加)?\s?(.+)$/;
const COOP_LAST = /^(?:由|请)?(.{2,60}?)(?:配合|协助|参与)$/;
const LEAD =
  /^(?:牵头单位|牵头部门|牵头|责任单位|承办单位|承办|单位)(?:改成|改为|换成|换为|改由|改|是|为|由|给|:)?\s?(.+)$/;
const LEAD_LAST = /^(?:改由|交由|由|请|让)?(.{2,60}?)(?:牵头负责|牵头|负责牵头|承办|负责|办理|去办|来办|落实)$/;
const GIVE = /^(?:交给|转给|派给|分给|改给|归给|给|改由|交由|由|交|归|让)\s?(.{2,60})$/;
const CHANGE = /^(?:事项|内容|任务内容|任务)?(?:改为|改成|改作|写成|应为|改)\s?:?\s?(.+)$/;
/** 教育局: written like a unit, whether or not the office knows it. */
const LIKE_A_UNIT =
  /^[\u4e00-\u9fa5]{2,14}(?:局|委|办|镇|乡|街道|大队|支队|中心|公司|医院|学校|社|站|处|区|所|部|院|会|管委会|政府)$/;

/** 按2月6日, 不要, 给消防大队, 牵头改成教育局, 改为…, in one clause; several where a date stands beside something else. */
export function phraseRead(said: string, context: PhraseContext): PhraseRead {
  const words = said.replace(LEAD_IN, '').replace(TAIL, '').trim();
  if (words === '') return undefined;
  const plain = simple(words);
  if (plain) return { changes: [plain] };
  const parties = partiesRead(words, context);
  if (parties && 'changes' in parties) return parties;
  const dated = dateIn(words, context.at, context.read);
  const changed = CHANGE.exec(words)?.[1];
  if (changed && !(dated && dated.rest === '')) return changeRead(changed, context);
  if (!dated) return parties ?? (NO_DATE.test(words) ? { trouble: noDateText(words.slice(0, 20)) } : undefined);
  const due: Change = { what: 'due', dueAt: dated.dueAt };
  if (dated.rest === '') return { changes: [due] };
  const beside = simple(dated.rest);
  const more = beside ? { changes: [beside] } : partiesRead(dated.rest, context);
  if (!more) return { trouble: unreadText(words.slice(0, 30)) };
  return 'trouble' in more ? more : { changes: [...more.changes, due] };
}

/** Looks like a date and was not read as one: 按2月30日, 按下个月. */
const NO_DATE = /^(?:按|时限|期限|到|定)|\d+\s?[月日号]/;

function simple(words: string): Change | undefined {
  if (DROP.test(words)) return { what: 'drop' };
  if (LEDGER.test(words)) return { what: 'ledger' };
  if (STANDARD.test(words)) return { what: 'standard' };
  if (OPEN_ENDED.test(words)) return { what: 'open-ended' };
  return OWN.test(words) ? { what: 'own' } : undefined;
}

/** Whom it is for: 由应急局牵头、公安局配合 says both. */
function partiesRead(words: string, { office }: PhraseContext): PhraseRead {
  const both = /^(.{2,40}?牵头)[、和\s]?(.{2,40}?(?:配合|协助))$/.exec(words);
  const pieces = both ? [both[1]!, both[2]!] : [words];
  const changes: Change[] = [];
  for (const piece of pieces) {
    const coop = COOP.exec(piece)?.[1] ?? COOP_LAST.exec(piece)?.[1];
    const lead = coop ? undefined : (LEAD.exec(piece)?.[1] ?? LEAD_LAST.exec(piece)?.[1] ?? GIVE.exec(piece)?.[1]);
    const names = (coop ?? lead) && namesIn((coop ?? lead)!).map((name) => bareName(name, office));
    if (!names || names.length === 0) return undefined;
    const unknown = names.find((name) => !unitsOfName(office, name));
    if (unknown) return { trouble: unknownUnit(unknown, office) };
    changes.push({ what: coop ? 'coops' : 'leads', names });
  }
  return { changes };
}

/** 公安办 where nobody is called so and 公安 is known: 办 says what they do. */
function bareName(name: string, office: Office): string {
  const bare = name.replace(/(?:去|来)?办$/, '');
  return unitsOfName(office, name) || bare.length < 2 || !unitsOfName(office, bare) ? name : bare;
}

function changeRead(words: string, { office }: PhraseContext): PhraseRead {
  const names = namesIn(words);
  if (names.length > 0 && names.every((name) => unitsOfName(office, name)))
    return { changes: [{ what: 'leads', names }] };
  const strange = names.find((name) => LIKE_A_UNIT.test(name) && !unitsOfName(office, name));
  if (strange && names.every((name) => LIKE_A_UNIT.test(name))) return { trouble: unknownUnit(strange, office) };
  return { changes: [{ what: 'action', words }] };
}

function unknownUnit(name: string, office: Office): string {
  return unknownUnitText(
    name.slice(0, 20),
    nearUnits(office, name).map(({ unit }) => unit.name),
  );
}

function namesIn(words: string): string[] {
  return words
    .split(/[、和与及\s]+/)
    .map((name) => name.replace(/^(?:由|请)/, '').replace(/(?:牵头|负责|等)$/, ''))
    .filter((name) => name.length >= 2);
}
