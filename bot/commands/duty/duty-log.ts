import { type Decision, decide } from '../../../domain/decision.ts';
import { missingIn, newEntry } from '../../../domain/duty/log/change-entry.ts';
import type { LogEntry, LogKind } from '../../../domain/duty/log/log-entry.ts';
import { readEntry } from '../../../domain/duty/log/read-entry.ts';
import { shiftsNear } from '../../../domain/duty/near.ts';
import { whoIsOnDuty } from '../../../domain/duty/who.ts';
import { emptyEntryText, notOnDutyText, recordedInRoomText, recordedText } from '../../../domain/wording/duty-log.ts';
import { answer, askSpeaker, type CommandContext, defineCommand, reply } from '../command.ts';
import { changeEntry } from './duty-log-change.ts';
import { lookAtLog } from './duty-log-look.ts';
import { placeOfEntry, unitsSpokenOf } from './duty-log-place.ts';

/** 值班记录: what came in is written down by whoever is on duty; what was done about it is added to it later. */
export default defineCommand({
  intent: 'duty_log',
  right: 'do-duty',
  examples: [
    '来电 县应急局 李明 0000-8812345：通知明天降温，做好防冻',
    '记录 14:20 群众反映南街路灯不亮，已转城管',
    '来文 县应急局：关于做好防冻工作的通知',
    'J012 处理 已回访',
    '批示 请城管抓紧处理',
    '今天的值班记录',
  ],

  async handle(context) {
    const { log } = context.meaning;
    if (log === 'call' || log === 'letter' || log === 'note') return record(context, log);
    if (log === 'list' || log === 'show') return lookAtLog(context);
    return changeEntry(context);
  },
});

async function record(context: CommandContext, kind: LogKind): Promise<Decision> {
  const { meaning, message, speaker, read } = context;
  if (!meaning.text) return reply(context, emptyEntryText(kind));
  const cameAt = meaning.occurredAt ?? message.sentAt;
  const place = await placeOfEntry(context, cameAt);
  if (!place) return reply(context, await whoWrites(context));

  const recording = { ...place, kind, cameAt, by: speaker.id, at: message.sentAt };
  const entry = newEntry({ ...recording, no: await read.nextNumber('J') }, readEntry(kind, meaning.text));
  return decide({
    save: [entry],
    say: [answer(context, answerTo(context, entry), entry.no)],
    ask: askMissing(context, entry),
  });
}

function answerTo({ room, text }: CommandContext, entry: LogEntry): string {
  return room ? recordedInRoomText(entry) : recordedText(entry, text);
}

/** Asked once, in private; whoever does not know leaves it. */
function askMissing(context: CommandContext, entry: LogEntry) {
  const missing = missingIn(entry);
  if (context.room || missing.length === 0) return [];
  const kinds = missing.includes('content') ? (['duty_log'] as const) : (['text'] as const);
  return [askSpeaker(context, { about: 'missing', matter: entry.id, kinds, hours: 1 })];
}

async function whoWrites(context: CommandContext): Promise<string> {
  const { message, read, text } = context;
  const [unit] = unitsSpokenOf(context);
  const shifts = unit ? await shiftsNear(unit, message.sentAt, read) : [];
  const people = whoIsOnDuty(shifts, { at: message.sentAt, layer: 'officer' }).flatMap((one) => one.people);
  return notOnDutyText(unit, people, text);
}
