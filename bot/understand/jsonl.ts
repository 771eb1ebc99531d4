import type { Calendar, OfficeHours } from '../../domain/calendar/calendar.ts';
import { createCalendar } from '../../domain/calendar/create-calendar.ts';
import type { HolidayTable } from '../../domain/calendar/holiday-table.ts';
import { isoShanghai } from '../../domain/calendar/iso.ts';
import { type KeyPeriodRule, keyPeriodsWith } from '../../domain/calendar/key-periods.ts';
import type { Meaning, ReadTime, SubTask } from '../../domain/meaning.ts';
import type { UnderstandInput } from './heard.ts';
import { understand } from './understand.ts';

/** One message to be read, as the command line takes it. */
export interface Request {
  readonly text: string;
  /** When it was written: an ISO instant. */
  readonly ref: string;
  readonly from?: string | undefined;
  readonly mentions?: readonly string[] | undefined;
  /** The quoted message as chat shows it: 值守：【T0612】… */
  readonly quote?: string | undefined;
  readonly roster?:
    | { readonly people?: readonly Person[] | undefined; readonly units?: readonly string[] | undefined }
    | undefined;
  /** Numbers of matters that wait for this person's answer. */
  readonly open?: readonly string[] | undefined;
  readonly config?: RequestConfig | undefined;
}

export interface RequestConfig {
  readonly office?: OfficeHours | undefined;
  /** When a day without a clock ends, 17:30 by default. */
  readonly dateOnlyDeadline?: string | undefined;
  /** When named periods are, over the ground's. */
  readonly keyPeriods?: Readonly<Record<string, KeyPeriodRule>> | undefined;
}

interface Person {
  readonly name: string;
  readonly unit?: string | undefined;
  readonly post?: string | undefined;
}

/** What everything is read with unless the request says otherwise. */
export interface Ground {
  readonly tables: readonly HolidayTable[];
  readonly office: OfficeHours;
  readonly periods?: Readonly<Record<string, KeyPeriodRule>>;
}

export type Answer = Readonly<Record<string, unknown>> & {
  readonly intent: Meaning['intent'];
  readonly time: TimeAnswer | null;
  readonly times: readonly TimeAnswer[];
};

export type TimeAnswer = Readonly<Record<string, unknown>> & Pick<ReadTime, 'kind' | 'grain' | 'provisional'>;

/** What helps whoever must rule, and has no slot in the outward form. */
const KEPT_INSIDE: Partial<Record<Meaning['intent'], readonly string[]>> = {
  cancel: ['reason', 'unit'],
  verify_pass: ['units'],
  suspend: ['reason'],
  not_mine: ['reason', 'to'],
  broadcast: ['groups', 'named'],
  correct_notice: ['groups', 'named'],
};

/** The bot's name in mentions and quotes. */
const OWN_NAME = '值守';
/** Commands that stand alone. A request does not say whether it was said in private, where they need no prefix; nobody says them to colleagues. */
const ALONE =
  /^(?:帮助|help|使用说明|功能|指令|状态|值守在吗|我的(?:待办|任务)|待办|本单位(?:任务|待办)|逾期(?:任务|事项|的)?|督办|今[天日]到期|本周到期|(?:今[天日]|今晚|明天|本周|下周)(?:谁值班|值班)|我的值班|未签收)[?？。!！\s]*$/i;
const QUOTED = /^([^：:\n]{1,20})[：:]\s*/;

/** What a message means, in the outward names and forms: instants as ISO with +08:00, days as YYYY-MM-DD. */
export function answerOf(request: Request, ground: Ground): Answer {
  return outward(understand(inputOf(request, ground)));
}

/** A request as understanding takes it. */
export function inputOf(request: Request, ground: Ground): UnderstandInput {
  const { text, from, mentions = [], quote, roster, open = [] } = request;
  const input: UnderstandInput = {
    text,
    at: new Date(request.ref),
    calendar: calendarFor(request.config, ground),
    periods: keyPeriodsWith({ ...ground.periods, ...request.config?.keyPeriods }),
    addressed: mentions.includes(OWN_NAME) || /^\s*[@＠]值守/.test(text) || (!quote && ALONE.test(text.trim())),
    mentions: mentions.filter((name) => name !== OWN_NAME),
    ...(from && { from }),
    ...(quote !== undefined && { quote: quoted(quote) }),
    ...(roster && { roster: { people: people(roster.people ?? []), units: units(roster.units ?? []), sets: [] } }),
    ...(open.length > 0 && { waiting: ['ack', 'report'] as const }),
  };
  return input;
}

function quoted(quote: string): NonNullable<UnderstandInput['quote']> {
  const from = QUOTED.exec(quote);
  return { from: from?.[1] ?? '', text: quote.slice(from?.[0].length ?? 0), mine: from?.[1] === OWN_NAME };
}

function people(written: readonly Person[]) {
  return written.map(({ name, unit, post }) => ({ name, ...(unit && { unit }), ...(post && { post }) }));
}

function units(names: readonly string[]) {
  return names.map((name) => ({ name, aliases: [] }));
}

const calendars = new WeakMap<Ground, Map<string, Calendar>>();

function calendarFor(config: RequestConfig | undefined, ground: Ground): Calendar {
  const known = calendars.get(ground) ?? new Map<string, Calendar>();
  calendars.set(ground, known);
  const office = config?.office ?? ground.office;
  const dayEnds = config?.dateOnlyDeadline;
  const key = JSON.stringify([office, dayEnds]);
  const cached = known.get(key);
  if (cached) return cached;

  const calendar = createCalendar(ground.tables, office);
  const made = dayEnds ? { ...calendar, closing: (day: string) => calendar.at(day, dayEnds) } : calendar;
  known.set(key, made);
  return made;
}

function outward(meaning: Meaning): Answer {
  const { intent, time, times, recurrence, tasks, assumed: _assumed, ...slots } = meaning;
  const inside = KEPT_INSIDE[intent] ?? [];
  return {
    intent,
    ...Object.fromEntries(Object.entries(instants(slots)).filter(([name]) => !inside.includes(name))),
    ...(recurrence && { rrule: recurrence.rrule }),
    ...(tasks && { tasks: tasks.map((task) => (typeof task === 'string' ? task : instants(task))) }),
    time: time ? timeAnswer(time) : null,
    times: times.map(timeAnswer),
  };
}

/** Instants by their outward names, as ISO. */
function instants({ dueAt, at, occurredAt, ...rest }: Partial<Meaning> & Partial<SubTask>) {
  return {
    ...rest,
    ...(dueAt && { due: isoShanghai(dueAt) }),
    ...(at && { at: isoShanghai(at) }),
    ...(occurredAt && { occurred: isoShanghai(occurredAt) }),
  };
}

function timeAnswer({ dueAt, startAt, endAt, recurrence, next, ...rest }: ReadTime): TimeAnswer {
  return {
    ...rest,
    ...(dueAt && { due: isoShanghai(dueAt) }),
    ...(startAt && { start: isoShanghai(startAt) }),
    ...(endAt && { end: isoShanghai(endAt) }),
    ...(recurrence && { rrule: recurrence.rrule, ...(recurrence.cal && { cal: recurrence.cal }) }),
    ...(next && { next: next.map(isoShanghai) }),
  };
}
