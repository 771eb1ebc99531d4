import type { Amount, FeedbackField, FieldValue } from '../../../domain/notices/feedback/feedback.ts';
import { type Counted, countIn } from './amounts.ts';

/**
 * `labelled`: the answer calls at least one of the fields by its name. `unclear`: it holds figures or names a field, and nobody
 * can say what belongs to what. `none`: it says nothing of what was asked.
 */
export type AnswerRead =
  | { readonly kind: 'given'; readonly values: readonly FieldValue[]; readonly labelled: boolean }
  | { readonly kind: 'unclear'; readonly labelled: boolean }
  | { readonly kind: 'none' };

const LABEL = /^(?:反馈|上报|报送|回报|报告|汇报|更正|更新|续报|报|收到)?(?:情况|一下)?[\s,，。:：]*/;
const MOST_LABELS = 3;
/** When it was counted is no figure: 截至20:50, 7月18日20时. */
const WHEN =
  /(?:截[至止到]?)?(?:\d{1,2}月\d{1,2}[日号])?(?:今[天日晚]|昨[天日晚]|目前|现在)?(?:\d{1,2}[:：点时]\d{0,2}分?)(?:为?止|左右)?/g;
const PHONES = /1[3-9]\d{9}|\d{3,4}-\d{7,8}/g;
const PIECES = /[,，;；。!！\n、]+/;
/** What people say around a figure without changing what it counts. */
const FILLER =
  /截[至止]|目前|现在|现已|现|已经|已|了|全部|均|都|安全|紧急|避险|集中|分散|提前|群众|居民|村民|人员|干部|职工|危房户?|地灾点|受威胁|涉险|低洼处?|沿河|老人|学生|游客|本?[镇乡]|全[镇乡]|我[镇乡]|我们|这边|总计|合计|共计|累计|总共|一共|共|人数|户数|数量|数|总|为|是|有|约|近|完毕|完成|到位|妥当|[\s:：,，。~]/g;
const NOTHING = /^(?:没有人?|没人?|无人?|未|不用|无需|不需要?|零)$/;

/** The classes of what can be counted, by the name of the field, and the unit words that go with each. */
const COUNTED_IN: readonly (readonly [name: RegExp, units: string])[] = [
  [/车/, '辆台部'],
  [/[船艇舟]/, '艘条只'],
  [/[泵机]|设备|装备/, '台套部'],
  [/人|岗|转移|撤|安置|避险|队员|党员|群众|干部|值班/, '户人名位人次'],
  [/户/, '户'],
  [/处|点|隐患|险情/, '处个起项条'],
];

/** What an answer says about the fields that were asked, by their names or, where nothing else can be meant, by their unit words. */
export function readAnswer(
  text: string,
  fields: readonly FeedbackField[],
  required: readonly FeedbackField[],
): AnswerRead {
  const plain = withoutLabels(text.normalize('NFKC').trim());
  const figures = fields.filter(({ kind }) => kind === 'figure');
  const counted = readFigures(plain.replace(PHONES, ' ').replace(WHEN, ''), figures, required);
  const told = wordsTold(plain, fields);
  if (counted.kind === 'none') return told.length > 0 ? { kind: 'given', values: told, labelled: true } : counted;
  if (counted.kind === 'unclear') return counted;
  return { ...counted, values: [...counted.values, ...told], labelled: counted.labelled || told.length > 0 };
}

function withoutLabels(text: string): string {
  let rest = text;
  for (let round = 0; round < MOST_LABELS; round++) rest = rest.replace(LABEL, '');
  return rest;
}

function readFigures(text: string, fields: readonly FeedbackField[], required: readonly FeedbackField[]): AnswerRead {
  const values = new Map<string, FieldValue>();
  const bare: Counted[] = [];
  let last: FeedbackField | undefined;
  let named = false;
  for (const piece of piecesOf(text, fields)) {
    const field = fields.find(({ stem }) => piece.includes(stem));
    const counted = countIn(field ? piece.replace(field.stem, '') : piece);
    const rest = counted.rest.replace(FILLER, '');
    if (field) {
      named = true;
      const value = valueIn(field, counted, rest);
      if (value === undefined) continue;
      if (value === 'unclear' || values.has(field.stem)) return { kind: 'unclear', labelled: true };
      values.set(field.stem, value);
      last = field;
    } else if (counted.amounts.length > 0 && rest === '') {
      const more = last && extended(values.get(last.stem)!, last, counted);
      if (last && more) values.set(last.stem, more);
      else bare.push(counted);
    }
  }
  const placed = place(bare, fields, required, values);
  if (!placed) return { kind: 'unclear', labelled: named };
  for (const value of placed) values.set(value.stem, value);
  if (values.size > 0) return { kind: 'given', values: [...values.values()], labelled: values.size > placed.length };
  return named && /\d/.test(text) ? { kind: 'unclear', labelled: false } : { kind: 'none' };
}

/** Clauses, and within a clause 上岗14人转移0 before the second name. */
function piecesOf(text: string, fields: readonly FeedbackField[]): string[] {
  return text.split(PIECES).flatMap((clause) => {
    const plain = clause.replace(/\s+/g, ' ').trim();
    const cuts = fields
      .map(({ stem }) => plain.indexOf(stem))
      .filter((at) => at > 0)
      .sort((one, other) => one - other)
      .filter((at) => fields.some(({ stem }) => plain.slice(0, at).includes(stem)));
    return [0, ...cuts].map((from, index) => plain.slice(from, cuts[index] ?? plain.length).replaceAll(' ', ''));
  });
}

/** Undefined where a clause only mentions the field. */
function valueIn(field: FeedbackField, { amounts, words }: Counted, rest: string): FieldValue | 'unclear' | undefined {
  if (amounts.length === 0)
    return NOTHING.test(rest) ? { stem: field.stem, words: '0', amounts: [{ count: 0, unit: '' }] } : undefined;
  // 转移支付12万元 has nothing to do with what was asked.
  if (!amounts.every(({ unit }) => fits(field, unit))) return undefined;
  if (rest !== '' || doubled(amounts)) return 'unclear';
  return { stem: field.stem, words, amounts };
}

/** 转移12户，31人. */
function extended(value: FieldValue, field: FeedbackField, { amounts, words }: Counted): FieldValue | undefined {
  const all = [...value.amounts, ...amounts];
  const isMore = all.every(({ unit }) => unit !== '' && fits(field, unit)) && !doubled(all);
  return isMore ? { ...value, words: `${value.words}${words}`, amounts: all } : undefined;
}

/** Figures without a name, where one field alone can be meant by each. Undefined where nobody can tell. */
function place(
  bare: readonly Counted[],
  fields: readonly FeedbackField[],
  required: readonly FeedbackField[],
  known: ReadonlyMap<string, FieldValue>,
): FieldValue[] | undefined {
  if (bare.length === 0) return [];
  const open = (required.length > 0 ? required : fields).filter(
    ({ stem, kind }) => kind === 'figure' && !known.has(stem),
  );
  const [only] = open;
  if (open.length === 1) {
    const amounts = bare.flatMap((one) => one.amounts);
    if (!amounts.every(({ unit }) => fits(only!, unit)) || doubled(amounts)) return undefined;
    return [{ stem: only!.stem, words: bare.map(({ words }) => words).join(''), amounts }];
  }
  const found: FieldValue[] = [];
  for (const { amounts, words } of bare) {
    const fitting = open.filter((field) => amounts.every(({ unit }) => unit !== '' && fits(field, unit)));
    if (fitting.length !== 1 || doubled(amounts) || found.some(({ stem }) => stem === fitting[0]!.stem))
      return undefined;
    found.push({ stem: fitting[0]!.stem, words, amounts });
  }
  return found;
}

function doubled(amounts: readonly Amount[]): boolean {
  return new Set(amounts.map(({ unit }) => unit)).size < amounts.length;
}

function fits({ words }: FeedbackField, unit: string): boolean {
  if (unit === '') return true;
  const known = COUNTED_IN.find(([name]) => name.test(words));
  return known ? known[1].includes(unit) : !/元|米|吨/.test(unit);
}

/** 联系电话 by its look, other words behind the name of their field. */
function wordsTold(text: string, fields: readonly FeedbackField[]): FieldValue[] {
  return fields.flatMap((field) => {
    if (field.kind === 'figure') return [];
    if (field.kind === 'phone') {
      const phones = text.match(PHONES) ?? [];
      return phones.length > 0 ? [{ stem: field.stem, words: phones.join('、'), amounts: [] }] : [];
    }
    const at = text.indexOf(field.stem);
    const behind = at < 0 ? '' : text.slice(at + field.stem.length).replace(/^[\s:：为是有]+/, '');
    const [words = ''] = behind.split(/[,，;；。\n]/);
    return words.trim().length > 1 ? [{ stem: field.stem, words: words.trim(), amounts: [] }] : [];
  });
}
