import type { FeedbackField, FeedbackSaid, FieldKind } from '../../../domain/notices/feedback/feedback.ts';
import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { matchesOf } from '../matches.ts';
import type { Span } from '../span.ts';
import type { FoundTime } from '../time/found.ts';

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
const WORDS = /(?:情况|人员|名单|姓名|联系人|联系方式|职务|措施|原因|时间|地点|意见|建议|计划|方案)$/;
const PHONE = /(?:电话|手机号?码?|号码)$/;
/** Names of what is counted that need no 人数 behind them. */
const DEED = /^[\u4e00-\u9fa5]{2,4}$/;
const MOST_FIELDS = 8;
const LONGEST_FIELD = 12;
const UPDATE = /^[\s,，]*(?:前|以前|之前)?(?:再|各|都|请|须|滚动)?(?:更新|续报|续|再报|报送|上报|报|反馈)/;

/** What the content of a notice asks to be told, by when and how often again; undefined where that cannot be said for certain. */
export function feedbackAsked(heard: Heard, content: Span): FeedbackSaid | undefined {
  const text = heard.text.slice(content.from, content.to);
  for (const pattern of [ASKS_WITH_OBJECT, ASKS]) {
    for (const match of matchesOf(pattern, text)) {
      const at = content.from + match.index;
      const time = timeBefore(heard, at, content);
      if (!time && !BEGINS.test(heard.text.slice(content.from, at))) continue;
      const fields = fieldsIn(match[1]!);
      if (fields) return { fields, ...termsOf(heard, content, time) };
    }
  }
  return undefined;
}

/** The time that belongs to the verb: nothing but courtesies stand between them. */
function timeBefore({ times, text }: Heard, at: number, content: Span): FoundTime | undefined {
  return times.times.find(({ from, to }) => from >= content.from && to <= at && BETWEEN.test(text.slice(to, at)));
}

function termsOf(
  { times, text, input }: Heard,
  content: Span,
  own: FoundTime | undefined,
): Omit<FeedbackSaid, 'fields'> {
  const dueAt = own?.read.kind === 'deadline' ? own.read.dueAt : undefined;
  const others = times.times.filter(
    (time) => time.from >= content.from && (time === own || UPDATE.test(text.slice(time.to, time.to + 12))),
  );
  const updateAt = others
    .filter((time) => time !== own && time.read.kind === 'deadline')
    .flatMap(({ read }) => (read.dueAt && read.dueAt > (dueAt ?? input.at) ? [read.dueAt] : []));
  const every = others.find(({ read }) => read.recurrence)?.read.recurrence;
  const minutes = every && minutesOf(every.rrule);
  return {
    ...(dueAt && dueAt > input.at && { dueAt }),
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
  const plain = object.replace(/^(?:各自|本单位|本镇|本乡|辖区|最新|当前|目前)的?|(?:一次|给我们?)$/g, '');
  const words = plain.split(/[、和]|以及|(?<!涉|以)及(?!时)|(?<!参)与/).map((word) => word.trim());
  const last = words.at(-1)!;
  if (
    words.length > MOST_FIELDS ||
    words.some((word) => word.length < 2 || word.length > LONGEST_FIELD || /\d/.test(word))
  )
    return undefined;
  const known = kindOf(last);
  if (!known) return undefined;

  const fields: FeedbackField[] = [];
  for (const word of words) {
    const kind = kindOf(word) ?? (known === 'figure' && DEED.test(word) ? 'figure' : undefined);
    if (!kind) return undefined;
    const stem = kind === 'figure' ? word.replace(FIGURES, '') : word;
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

function kindOf(word: string): FieldKind | undefined {
  if (FIGURES.test(word)) return 'figure';
  if (PHONE.test(word)) return 'phone';
  return WORDS.test(word) ? 'text' : undefined;
}
