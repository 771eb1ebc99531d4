import { officesAt } from './office-names.ts';
import { MARKER } from './outline.ts';
import type { Sentence } from './sentences.ts';
import { subjectOf } from './subject.ts';

/** 消防大队的任务有两个, 住建局要抓好的几件事: announces, and what is announced comes behind. */
const ANNOUNCES =
  /^(?:这边|这里|这一块|方面|系统|战线|口子?)?(?:的(?:同志|任务|工作|职责|重点))?(?:今年|下一步|接下来|近期|当前)?(?:要|需要|主要|重点|还)?[^,。]{0,8}?[两二三四五六七八几\d](?:件|项|条|点|个|样|方面|个方面)(?:硬|具体|重点)?(?:事情?|工作|任务|要求|重点|方面|活)?(?:要[办做抓])?$/;
const ENDS_ANNOUNCING = /[两二三四五六七八几\d](?:件|项|条|点|个|样|方面)[^,。]{0,6}$/;
const LONGEST = 30;
/** 对各乡镇，我提三条要求. */
const TO_THEM =
  /^(?:最后|另外|下面|同时)?,?(?:对于?|给|针对)([^,。]{2,24}),?(?:我|再|还|就|也|这里|会议){0,2}(?:提|讲|说|强调|提出|布置|交代|明确)[^,。]{0,12}[:。]?$/;
/** 【农业农村局】. */
const IN_BRACKETS = /^【([^】]{2,24})】$/;
/** 公安局的同志在不在？, 应急局今天来的是哪位？: whom 你们 means behind it. */
const CALLED =
  /^([\u4e00-\u9fa5]{2,10}?)(?:的(?:同志|负责人))?(?:今天)?(?:在不在|在吗|[来到]了(?:没有?|吗)|来的是(?:哪位|谁)|(?:哪位|谁)来了)/;
const ADDRESSES = /^的?(?:同志|领导|负责人)/;
/** 高铺镇的边坡问题，你们…: whose matter it is. */
const MATTER_OF = /^([^的,。]{2,14})的[^,。]{2,20}(?:问题|事情?|情况|隐患)$/;
const YOU_NEXT = /^(?:还?请|麻烦)?你们/;

/** 对各乡镇，我提三条要求：一是…；二是…, 【农业农村局】…: the units, and what is left of the sentence. */
export function ledWithin(
  sentence: Sentence,
): { readonly units: readonly string[]; readonly rest: Sentence } | undefined {
  const { clauses, to } = sentence;
  const first = clauses[0]!;
  const bracket = /^【([^】]{2,24})】/.exec(first.text);
  const inBracket = bracket && unitsNamed(bracket[1]!);
  if (inBracket) {
    const from = first.from + bracket[0].length;
    const rest = [{ ...first, from, text: first.text.slice(bracket[0].length) }, ...clauses.slice(1)];
    return { units: inBracket, rest: { from, to, clauses: rest } };
  }
  const colon = clauses.findIndex(({ mark }) => mark === ':');
  const rest = clauses.slice(colon + 1);
  if (colon < 0 || colon > 1 || rest.length === 0) return undefined;
  const units =
    first.mark === ':' && subjectOf(first.text)?.rest === ''
      ? undefined
      : ledIn({ ...sentence, clauses: clauses.slice(0, colon + 1) });
  return units && { units, rest: { from: rest[0]!.from, to, clauses: rest } };
}

/** Units that a sentence names only to say that what follows is for them; it is no order itself. */
export function ledIn({ clauses }: Sentence): readonly string[] | undefined {
  const said = clauses.map(({ text, mark }) => text + mark).join('');
  if (said.length > 60) return undefined;
  const words = said.replace(MARKER, '');
  const inBrackets = IN_BRACKETS.exec(words.replace(/[。:]$/, ''))?.[1];
  const called = inBrackets ?? TO_THEM.exec(words)?.[1];
  if (called !== undefined) return unitsNamed(called);
  if (clauses.length > 1) return undefined;
  const bare = words.replace(/[。:—]+$/, '');
  if (!ENDS_ANNOUNCING.test(bare)) return officesNamed(bare);
  for (let to = Math.min(LONGEST, bare.length); to >= 2; to--) {
    const units = ANNOUNCES.test(bare.slice(to)) ? officesNamed(bare.slice(0, to)) : undefined;
    if (units) return units;
  }
  return undefined;
}

/** Whom 你们 means in what follows. */
export function addressed({ clauses }: Sentence): readonly string[] | undefined {
  let named: readonly string[] | undefined;
  for (const [index, { text, mark }] of clauses.entries()) {
    const called = CALLED.exec(text)?.[1];
    // 农业农村局，老刘来了没有？
    if (called) return named ?? [called];
    if (mark === ',') named = officesNamed(text);
    const offices = officesAt(text, () => 0);
    if (offices && ADDRESSES.test(text.slice(offices.units.join('、').length))) return offices.units;
    const whose = YOU_NEXT.test(clauses[index + 1]?.text ?? '') ? MATTER_OF.exec(text)?.[1] : undefined;
    const theirs = whose && officesNamed(whose);
    if (theirs) return theirs;
  }
  return undefined;
}

/** 燃气, 煤矿 above a part of a speech say what it is about, and not whom it is for. */
const OFFICE =
  /(?:[局委办部厅站所队镇乡村司校院会团口处科股室区县市矿]|中心|街道|社区|部门|企业|单位|机构|物业|学校|班子|负责人|同志)$/;

function officesNamed(words: string): readonly string[] | undefined {
  const units = unitsNamed(words);
  return units?.every((unit) => OFFICE.test(unit) || /^[各全]/.test(unit)) ? units : undefined;
}

const OF_THEM = /^(?:这边|这里|这一块|方面|的(?:同志|工作|领导|负责人))?$/;

function unitsNamed(words: string): readonly string[] | undefined {
  const subject = subjectOf(words);
  return subject?.sort === 'units' && !subject.by && OF_THEM.test(subject.rest) ? subject.units : undefined;
}
