import type { FeedbackField, FeedbackSaid, FieldKind } from '../../../domain/notices/feedback/feedback.ts';
import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { matchesOf } from '../matches.ts';
import type { Span } from '../span.ts';
import { type Limit, limitsIn } from './limits.ts';

/** 报, 上报, 反馈 and the object behind it, up to the end of the clause. */
const ASKS = gated(/(?:上报|报送|回报|报告|汇报|反馈|报)(?:一次|一下|一遍|给?我)?[:：]?([^,，。;；!！\n:：]{2,60})/g);
/** 将参会人员和联系电话反馈给我. */
const ASKS_WITH_OBJECT = gated(
  /(?:将|把)([^,，。;；!！\n]{2,40}?)(?:上报|报送|回报|反馈|报)(?=[给至到区县我,，。;；\s]|$)/g,
);
/** What may stand before the verb at the beginning of a clause, and between the limit and the verb. */
const LEAD_WORDS =
  '(?:请|并|和|再|须|需|要|应|于|统一|分别|及时|务必|逐级|按时|如实|各(?:单位|地|乡镇|镇|乡|部门|村|街道|社区)|大家|联络员)*$';
const BEGINS = new RegExp(`(?:^|[,，。;；!！\\n、\\s])${LEAD_WORDS}`);
const BETWEEN = new RegExp(`^(?:[之以]?前)?[\\s,，]?${LEAD_WORDS}`);
const FIGURES = /(?:人数|户数|人次|数量|总数|数)$/;
const WORDS =
  /(?:情况|[险灾水雨汛工舆]情|人员|名单|姓名|联系人|联系方式|职务|措施|原因|时间|地点|意见|建议|计划|方案)$/;
const PHONE = /(?:电话|手机号?码?|号码)$/;
/** Names of what is counted that need no 人数 behind them. */
const DEED = /^[\u4e00-\u9fa5]{2,4}$/;
const MOST_FIELDS = 8;
/** Behind a limit that stands alone: 前报送, 前报区防汛办. */
const MOST_BEHIND = 8;
const LONGEST_FIELD = 12;
/** 报我, 报区防汛办 at the end of a clause: what is to be told stands elsewhere. */
const REPORTS =
  /^(?:[之以]?前)?\s?(?:统一|再|都|均|务必|一并|汇总)*(?:上报|报送|回报|报告|反馈|报)(?:给?我们?|(?:到|至|给|送)?[\u4e00-\u9fa5]{0,8}[办局室部组心群])?(?=$|[,。;!\s])/;
const CLAUSE = /[^,。;:!\n]*$/;
const COURTESIES = new RegExp(LEAD_WORDS);
/** Between what is asked and its limit behind. */
const BEHIND = /^\s?,?\s?(?:时限|截止|请于|务必于|于|请|务必)?[:为]?\s?$/;
/** 报送时限改为22:00, 反馈时间延到22:00. */
const LIMIT_BEFORE =
  /(?:(?:报送|上报|反馈|回报|填报|报)的?(?:时间|时限|期限|截止)|时限|期限|截止)(?:时间)?(?:统一)?(?:由[^,。;]{1,8})?(?:改|调整|提前|推迟|延长|延|变更)?(?:为|到|至|成|是)?[:\s]?$/;
const UPDATE = /^[\s,，]*(?:前|以前|之前)?(?:再|各|都|请|须|滚动)?(?:更新|续报|续|再报|报送|上报|报|反馈)/;

/** What the content of a notice asks to be told, by when and how often again; undefined where that cannot be said for certain. */
export function feedbackAsked(heard: Heard, content: Span): FeedbackSaid | undefined {
  const text = heard.text.slice(content.from, content.to);
  const limits = limitsIn(heard, content);
  for (const pattern of [ASKS_WITH_OBJECT, ASKS]) {
    for (const match of matchesOf(pattern, text)) {
      const at = content.from + match.index;
      const time = limits.find(({ to }) => to <= at && BETWEEN.test(heard.text.slice(to, at)));
      if (!time && !BEGINS.test(heard.text.slice(content.from, at))) continue;
      const fields = fieldsIn(match[1]!);
      if (!fields) continue;
      const own = time ?? (pattern === ASKS ? limitBehind(heard, at + match[0].length, limits) : undefined);
      return { fields, ...termsOf(heard, limits, own) };
    }
  }
  return askedInFront(heard, content, limits);
}

/** 转移人数请于21:00前报我: what is asked stands before its limit. */
function askedInFront(heard: Heard, content: Span, limits: readonly Limit[]): FeedbackSaid | undefined {
  for (const limit of limits) {
    if (!limit.dueAt || !REPORTS.test(heard.text.slice(limit.to, content.to))) continue;
    const clause = CLAUSE.exec(heard.text.slice(content.from, limit.from))?.[0] ?? '';
    const fields = fieldsIn(clause.replace(COURTESIES, '').replace(/^(?:请|将|把|各单位|各地)+/, ''));
    if (fields) return { fields, ...termsOf(heard, limits, limit) };
  }
  return undefined;
}

/** 22:00前报送, 报送时限改为22:00, 21:30前更新一次: only by when, of what was asked before. */
export function limitAsked(heard: Heard, content: Span): Omit<FeedbackSaid, 'fields'> | undefined {
  const limits = limitsIn(heard, content);
  const own = limits.find(({ from, to }) => {
    const before = heard.text.slice(Math.max(content.from, from - 16), from);
    return (
      LIMIT_BEFORE.test(before) ||
      (REPORTS.test(heard.text.slice(to, content.to)) && CLAUSE.exec(before)?.[0].replace(COURTESIES, '') === '')
    );
  });
  if (!own) return updatesAsked(heard, content, limits);
  const alone = clausesOf(heard.text, content).every((clause) =>
    limits.some((limit) => (limit === own ? isAlone(heard.text, clause, limit) : isUpdate(heard.text, clause, limit))),
  );
  return { ...termsOf(heard, limits, own), ...(alone && { alone }) };
}

/** 21:30前更新一次, 每小时续报: once more, or again and again, and nothing besides. */
function updatesAsked(heard: Heard, content: Span, limits: readonly Limit[]): Omit<FeedbackSaid, 'fields'> | undefined {
  const clauses = clausesOf(heard.text, content);
  const onlyUpdates = clauses.every((clause) => limits.some((limit) => isUpdate(heard.text, clause, limit)));
  const terms = onlyUpdates ? termsOf(heard, limits, undefined) : {};
  return Object.keys(terms).length > 0 ? { ...terms, alone: true } : undefined;
}

/** The clause says nothing but by when. */
function isAlone(text: string, { from, to }: Span, limit: Limit): boolean {
  const front = text.slice(from, limit.from).replace(LIMIT_BEFORE, '').replace(COURTESIES, '').trim();
  return from <= limit.from && limit.to <= to && front === '' && to - limit.to <= MOST_BEHIND;
}

function isUpdate(text: string, { from, to }: Span, limit: Limit): boolean {
  return from === limit.from && limit.to <= to && UPDATE.test(text.slice(limit.to, to));
}

/** Clauses in which something is said. */
function clausesOf(text: string, { from, to }: Span): Span[] {
  return matchesOf(/[^,。;!\n]*[^,。;!\n\s][^,。;!\n]*/g, text.slice(from, to)).map(({ 0: clause, index }) => ({
    from: from + index,
    to: from + index + clause.length,
  }));
}

/** 报转移人数，21:00前: said behind what is asked. */
function limitBehind({ text }: Heard, at: number, limits: readonly Limit[]): Limit | undefined {
  const next = limits.find(({ from }) => from >= at);
  const isNext =
    next?.dueAt && BEHIND.test(text.slice(at, next.from)) && !UPDATE.test(text.slice(next.to, next.to + 12));
  return isNext ? next : undefined;
}

function termsOf(
  { text, input }: Heard,
  limits: readonly Limit[],
  own: Limit | undefined,
): Omit<FeedbackSaid, 'fields'> {
  const dueAt = own?.dueAt;
  const others = limits.filter((limit) => limit === own || UPDATE.test(text.slice(limit.to, limit.to + 12)));
  const updateAt = others.flatMap((limit) =>
    limit !== own && limit.dueAt && limit.dueAt > (dueAt ?? input.at) ? [limit.dueAt] : [],
  );
  const every = others.find(({ recurrence }) => recurrence)?.recurrence;
  const minutes = every && minutesOf(every.rrule);
  return {
    ...(dueAt && dueAt > input.at && { dueAt }),
    ...(own?.unclear && { unclearDue: own.unclear }),
    ...(updateAt.length > 0 && { updateAt }),
    ...(minutes && { everyMinutes: minutes }),
    ...(every && !minutes && { recurrence: every }),
  };
}

function minutesOf(rrule: string): number | undefined {
  const interval = Number(/INTERVAL=(\d+)/.exec(rrule)?.[1] ?? 1);
  if (rrule.includes('FREQ=HOURLY')) return interval * 60;
  return rrule.includes('FREQ=MINUTELY') ? interval : undefined;
}

/** 上岗和转移人数: two fields, both in numbers. Undefined where one of them could be anything. */
function fieldsIn(object: string): FeedbackField[] | undefined {
  const plain = object.replace(
    /^(?:各自|本单位|本镇|本乡|辖区|最新|当前|目前)的?|(?:一次|给我们?|(?:到|至|给|送)[区县市镇乡]?[\u4e00-\u9fa5]{0,8})$/g,
    '',
  );
  const words = plain.split(/[、和]|以及|(?<!涉|以)及(?!时)|(?<!参)与/).map((word) => word.trim());
  const last = words.at(-1)!;
  if (
    words.length > MOST_FIELDS ||
    words.some((word) => word.length < 2 || word.length > LONGEST_FIELD || /\d/.test(word))
  )
    return undefined;
  if (!kindOf(last)) return undefined;

  const fields: FeedbackField[] = [];
  for (const [at, word] of words.entries()) {
    const next = words.slice(at + 1).find(kindOf);
    const kind = kindOf(word) ?? (next && kindOf(next) === 'figure' && DEED.test(word) ? 'figure' : undefined);
    if (!kind) return undefined;
    const stem = kind === 'figure' ? stemOf(word) : word;
    const before = fields.at(-1);
    // 转移户数和人数 is one thing that is counted in two ways.
    if (stem.length < 2 && before?.kind === 'figure')
      fields[fields.length - 1] = { ...before, words: `${before.words}、${word}` };
    else if (stem.length < 2) return undefined;
    else if (fields.some((other) => other.stem === stem)) return undefined;
    else fields.push({ words: word, stem, kind });
  }
  return fields;
}

/** 转移群众户数人数 → 转移: without what only says how it is counted, and who; two characters stay. */
function stemOf(word: string): string {
  const deed = word.replace(FIGURES, '').replace(FIGURES, '');
  const plain = deed.replace(/(?:群众|人员|居民|村民)$/, '');
  return plain.length >= 2 ? plain : deed;
}

function kindOf(word: string): FieldKind | undefined {
  if (FIGURES.test(word)) return 'figure';
  if (PHONE.test(word)) return 'phone';
  return WORDS.test(word) ? 'text' : undefined;
}
