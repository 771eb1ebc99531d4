import { type Decision, decide } from '../../../domain/decision.ts';
import { addToEntry, correctEntry, instruct, noteHandling, voidEntry } from '../../../domain/duty/log/change-entry.ts';
import { isOpenEntry, type LogEntry, logEntryId, logOfShift, openLogOf } from '../../../domain/duty/log/log-entry.ts';
import { belongsTo } from '../../../domain/people/posts.ts';
import { type Question, questionsOf } from '../../../domain/question.ts';
import {
  addedNothingText,
  entryChangedText,
  leftEmptyText,
  NO_ENTRY_YET,
  noEntryText,
  notYourLogText,
  openEntryText,
  recordedInRoomText,
  recordedText,
  voidedText,
} from '../../../domain/wording/duty-log.ts';
import { answer, type CommandContext, defineCommand, reply, WhichOne } from '../command.ts';
import { complete } from '../tasks/report.ts';
import { placeOfEntry } from './duty-log-place.ts';

const WORDS = { instruction: '批示', handling: '处理', add: '补充', correct: '更正为' } as const;
const LAYS_DOWN = /^[\s,，。]*(?:没有?了?|无|不知道|不清楚|不详|没留|未留|没问到?|不用了?|算了|空着)[\s。]*$/;

/** 批示, 处理, 补充, 更正: on the entry that is named, else on the last one of the speaker's shift. */
export async function changeEntry(context: CommandContext): Promise<Decision> {
  const { meaning, message, speaker, read, text, room } = context;
  const waiting = meaning.log === 'add' && !meaning.item ? await askedAbout(context) : undefined;
  if (waiting) return fillIn(context, waiting.entry, waiting.question);

  const named = meaning.item?.toUpperCase();
  const entry = named ? await read.thing<LogEntry>(logEntryId(named)) : await lastEntry(context);
  if (!entry) return named ? reply(context, noEntryText(named)) : withoutEntry(context);
  if (!belongsTo(speaker, entry.unit, read.calendar.dayOf(read.now)))
    return reply(context, notYourLogText(entry.unit, text));
  if (meaning.log === 'void') return leaveOut(context, entry);
  if (entry.voided) return reply(context, voidedText(entry), entry.no);
  if (!meaning.text) return reply(context, addedNothingText(entry));

  const deed = meaning.log as keyof typeof WORDS;
  const changed = changedBy(entry, deed, { by: speaker.id, at: message.sentAt, words: meaning.text });
  const said = room ? recordedInRoomText(entry) : entryChangedText(changed, WORDS[deed], meaning.text, text);
  return decide({ save: [changed], say: [answer(context, said, entry.no)] });
}

/** 作废, by somebody of the unit: the entry stays where it is, with the reason. */
function leaveOut(context: CommandContext, entry: LogEntry): Decision {
  const { meaning, message, speaker } = context;
  const voided = voidEntry(entry, { by: speaker.id, at: message.sentAt, words: meaning.text ?? '' });
  return decide({ save: [voided], say: [answer(context, voidedText(voided), entry.no)] });
}

/** The entry of which the bot has asked what it is about. */
async function askedAbout({ read, speaker, conversation }: CommandContext) {
  const questions = await read.members<Question>(questionsOf(speaker.id));
  const question = questions.find(
    (one) => one.kinds.includes('duty_log') && one.conversation === conversation && one.expiresAt > read.now,
  );
  const entry = question && (await read.thing<LogEntry>(question.matter));
  return question && entry ? { question, entry } : undefined;
}

function fillIn(context: CommandContext, entry: LogEntry, question: Question): Decision {
  const filled = addToEntry(entry, context.meaning.text!);
  const say = [answer(context, recordedText(filled, context.text), entry.no)];
  return decide({ save: [filled], drop: [question.id], say });
}

function changedBy(entry: LogEntry, deed: keyof typeof WORDS, remark: LogEntry['handling'][number]): LogEntry {
  if (deed === 'instruction') return instruct(entry, remark);
  if (deed === 'handling') return noteHandling(entry, remark);
  return deed === 'correct' ? correctEntry(entry, remark) : addToEntry(entry, remark.words);
}

/** The last one written down in the shift that is on; where that is settled and others wait, the speaker is asked. */
async function lastEntry(context: CommandContext): Promise<LogEntry | undefined> {
  const { read, message, meaning, text } = context;
  const place = await placeOfEntry(context, message.sentAt);
  if (!place) return undefined;
  const own = place.shift ? await read.members<LogEntry>(logOfShift(place.shift)) : [];
  const last = own
    .toSorted((one, other) => one.recordedAt.getTime() - other.recordedAt.getTime() || (one.no < other.no ? -1 : 1))
    .at(-1);
  if (meaning.log !== 'handling' || (last && isOpenEntry(last))) return last;
  const open = (await read.members<LogEntry>(openLogOf(place.unit))).slice(0, 8);
  if (open.length === 0) return last;
  const choices = open.map((entry) => ({ label: openEntryText(entry, text), value: entry.no }));
  throw new WhichOne('item', '处理的是哪一条值班记录？', choices);
}

/** 处理：… is said of tasks as well. */
async function withoutEntry(context: CommandContext): Promise<Decision> {
  if (context.meaning.log !== 'handling') return reply(context, NO_ENTRY_YET);
  return complete.handle({ ...context, meaning: { ...context.meaning, intent: 'complete' } });
}

/** What is said in free words after the bot has asked what an entry still lacks. */
export const missingSaid = defineCommand({
  intent: 'unknown',
  matter: 'duty-log',
  right: 'do-duty',
  examples: [],

  async handle(context) {
    const { question, read, message, text } = context;
    const entry = question && (await read.thing<LogEntry>(question.matter));
    if (!question || !entry) return reply(context, NO_ENTRY_YET);
    const drop = [question.id];
    if (LAYS_DOWN.test(message.text)) return decide({ drop, say: [answer(context, leftEmptyText(entry))] });

    const filled = addToEntry(entry, message.text.trim());
    // Words that name nobody are no answer to who it was; they are not made part of what he said either.
    if (filled.content !== entry.content) return reply(context, addedNothingText(entry));
    return decide({ save: [filled], drop, say: [answer(context, recordedText(filled, text), entry.no)] });
  },
});
