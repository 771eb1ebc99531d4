import type { IncomingMessage } from '../../../domain/message.ts';
import { isToBot } from '../../../domain/message.ts';
import { feedbackId, feedbacksOf, feedbackTablesOf } from '../../../domain/notices/feedback/collections.ts';
import type { Feedback, FeedbackTable } from '../../../domain/notices/feedback/feedback.ts';
import { isFromReceipts } from '../../../domain/notices/feedback/give-feedback.ts';
import { isAsking } from '../../../domain/notices/feedback/rounds.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import type { Office, Person } from '../../../domain/people/office.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import type { Reading } from '../../../domain/reading.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { type AnswerRead, readAnswer } from '../../understand/feedback/answer.ts';
import { readWeekly } from '../../understand/feedback/weekly.ts';
import { matterNumbers } from '../../understand/matter-numbers.ts';
import { asksNow } from './asks-now.ts';
import { hasTasks } from './has-tasks.ts';

/** Longer texts tell something else besides. */
const MOST_CHARS = 400;
const SAME = /^(?:同上|同前|无变化|没有?变化|没变|不变|与上次一致|同上次)[\s。!！]*$/;
/** 转移3户9人吗 tells nothing. */
const ASKS = /[?？]|[吗么呢][\s。]*$/;
const EDGES = /^[\s,，:：、。]+/;

export interface FeedbackSaid {
  readonly message: Pick<IncomingMessage, 'text' | 'quote' | 'mentionsMe' | 'room'>;
  readonly speaker: Person;
  readonly office: Office;
  readonly read: Reading;
  /** Chosen where several fitted. */
  readonly no?: string;
  readonly unit?: string;
}

/** A feedback that a message may be for, and what the message says of it. */
export interface FeedbackMeant {
  readonly feedback: Feedback;
  readonly notice: Notice;
  readonly answer: Exclude<AnswerRead, { kind: 'none' }>;
}

/** The feedbacks that a message answers: those of the speaker's units and his own, and of any unit where he is the author and names it. */
export async function feedbacksMeant(said: FeedbackSaid): Promise<FeedbackMeant[]> {
  const { message, read, unit } = said;
  if (message.text.length > MOST_CHARS || ASKS.test(message.text) || (message.quote && !message.quote.mine)) return [];
  const named = await asksNow(numberNamed(said), read);
  if (named === 'another') return [];
  const own = await ofSpeaker(said);
  const foreign = await ofAuthor(said);
  const found = [...own, ...foreign].filter(
    ({ feedback: { no, of } }) => (!named || no === named) && (!unit || said.office.units.get(of)?.name === unit),
  );
  const notices = await read.things<Notice>([...new Set(found.map(({ feedback }) => feedback.notice))]);
  const isWeekly = notices.some(({ feedback }) => feedback?.fields.some(({ weekly }) => weekly));
  const bare = isWeekly && !(await hasTasks(said.speaker, read));
  return found.flatMap(({ feedback, front }) => {
    const notice = notices.find(({ id }) => id === feedback.notice);
    if (!notice?.feedback || !isAsking(notice) || feedback.state === 'over') return [];
    const answer = answerTo(feedback, notice, { said, front, named: named !== undefined, bare });
    return answer ? [{ feedback, notice, answer }] : [];
  });
}

/** `N0107` in the text, else in what is quoted; `another` where only numbers of other matters stand there. */
function numberNamed({ message, no }: FeedbackSaid): string | 'another' | undefined {
  if (no) return no;
  const inText = matterNumbers(message.text.normalize('NFKC'));
  const numbers = inText.length > 0 ? inText : matterNumbers((message.quote?.text ?? '').normalize('NFKC'));
  if (numbers.length === 0) return undefined;
  const [notice, ...more] = [...new Set(numbers.map((one) => one.no))].filter((one) => one.startsWith('N'));
  return notice && more.length === 0 ? notice : 'another';
}

interface Candidate {
  readonly feedback: Feedback;
  /** The name of the unit with which the message begins. */
  readonly front: string;
}

async function ofSpeaker(said: FeedbackSaid): Promise<Candidate[]> {
  const { speaker, read, office } = said;
  const whose = [speaker.id, ...unitsOf(speaker, read.calendar.dayOf(read.now))];
  const lists = await Promise.all(whose.map((of) => read.members<Feedback>(feedbacksOf(of))));
  return lists.flat().map((feedback) => ({ feedback, front: frontOf(said, feedback.of, office) }));
}

/** 石桥乡 26户70人, said by the author who has telephoned. */
async function ofAuthor(said: FeedbackSaid): Promise<Candidate[]> {
  const { speaker, read, office } = said;
  const own = new Set<ThingId>(unitsOf(speaker, read.calendar.dayOf(read.now)));
  const tables = await read.members<FeedbackTable>(feedbackTablesOf(speaker.id));
  const found: Candidate[] = [];
  for (const { no, notice } of tables) {
    const units = (await read.thing<Notice>(notice))?.feedback?.units ?? [];
    for (const unit of units.filter((id) => !own.has(id))) {
      const front = frontOf(said, unit, office);
      const feedback = front === '' ? undefined : await read.thing<Feedback>(feedbackId(no, unit));
      if (feedback) found.push({ feedback, front });
    }
  }
  return found;
}

/** The longest name of the unit that the message opens with; empty where it opens with none. */
function frontOf({ message }: FeedbackSaid, of: ThingId, office: Office): string {
  const known = office.units.get(of);
  if (!known) return '';
  const text = withoutNumber(message.text);
  const names = [known.name, ...known.aliases].toSorted((one, other) => other.length - one.length);
  return names.find((name) => text.startsWith(name)) ?? '';
}

function withoutNumber(text: string): string {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^@值守\s*/, '');
  const [first] = matterNumbers(plain);
  const rest = first && first.from <= 2 ? plain.slice(first.to) : plain;
  return rest.replace(EDGES, '').replace(/^(?:反馈|上报|报)[\s:：,，]*/, '');
}

/** What the message says, if it can be meant for this feedback at all. */
function answerTo(
  feedback: Feedback,
  notice: Notice,
  { said, front, named, bare }: { said: FeedbackSaid; front: string; named: boolean; bare: boolean },
): FeedbackMeant['answer'] | undefined {
  const { message } = said;
  const fields = notice.feedback!.fields;
  const text = withoutNumber(message.text);
  const rest = (text.startsWith(front) ? text.slice(front.length) : text).replace(EDGES, '');
  const isToUs = isToBot(message);
  const isPointed = named || front !== '';
  if (SAME.test(rest)) return isPointed || isToUs ? sameAgain(feedback) : undefined;

  const weekly = fields.filter((field) => field.weekly);
  if (weekly.length > 0 && (isToUs || isPointed)) {
    const told = readWeekly(rest, weekly, bare || named);
    if (told.kind === 'given') return told;
    if (!named) return undefined;
  }
  const figures = fields.filter(({ kind }) => kind === 'figure');
  const read = readAnswer(
    rest,
    fields,
    figures.filter((field) => !isFromReceipts(field, notice)),
  );
  if (read.kind === 'given') return fitsHere(read, rest, { isPointed, isToUs, named }) ? read : undefined;
  if (read.kind === 'unclear') return named || ((read.labelled || isPointed) && isToUs) ? read : undefined;
  // Names of those who come to a meeting have no shape of their own: they must be pointed out.
  return figures.length === 0 &&
    named &&
    /[\u4e00-\u9fa5]{2}|\d{7}/.test(rest) &&
    !/^(?:收到|好的?|明白|知道了?)[\s。!！]*$/.test(rest)
    ? { kind: 'given', values: [], labelled: false }
    : undefined;
}

/** A bare number means nothing unless it is pointed at; figures with their unit words do, where they are said to the bot. */
function fitsHere(
  { labelled, values }: Extract<AnswerRead, { kind: 'given' }>,
  rest: string,
  { isPointed, isToUs, named }: { isPointed: boolean; isToUs: boolean; named: boolean },
): boolean {
  if (labelled || named) return true;
  const hasUnits = values.some(({ amounts }) => amounts.some(({ unit }) => unit !== ''));
  return (isPointed && (hasUnits || !/^\d{2,3}$/.test(rest))) || (isToUs && hasUnits);
}

/** 无变化: the figures of the round before, said again. */
function sameAgain({ given, round }: Feedback): FeedbackMeant['answer'] | undefined {
  const before = given.filter((one) => one.round < round);
  const last = before.at(-1)?.round;
  const values = new Map(
    before.filter((one) => one.round === last).flatMap((one) => one.values.map((value) => [value.stem, value])),
  );
  return values.size > 0 ? { kind: 'given', values: [...values.values()], labelled: true } : undefined;
}
