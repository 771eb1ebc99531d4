import { type Decision, decide } from '../../../domain/decision.ts';
import { type Paper, type PaperKind, paperId } from '../../../domain/papers/paper.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { notYourPaperText, ONE_MONTH_PLEASE, paperInPrivateText } from '../../../domain/wording/papers.ts';
import { answer, type CommandContext, defineCommand, reply } from '../command.ts';
import { exportNotice } from '../notices/export.ts';
import { mayHere } from '../rights.ts';
import { isOnDutyIn } from './duty-log-place.ts';
import { monthOfPaper } from './papers-month.ts';
import { askPoster } from './papers-poster.ts';
import { shiftsOfSheet } from './papers-shift.ts';

/** What a document is about. */
export type PaperScope = Pick<Paper, 'units' | 'month' | 'shifts'>;

/** 导出1月值班记录, 青山镇2月值班表, 交接班表, 2027年重点时段图: noted here, drawn and sent by a worker. */
export default defineCommand({
  intent: 'paper',
  examples: [
    '导出1月值班记录',
    '青山镇2月值班表',
    '交接班表',
    '导出 值班月报 1月',
    '打印本月值班表',
    '2027年重点时段图',
  ],

  async handle(context) {
    const { meaning } = context;
    const kind = meaning.paper!;
    if (kind === 'year-poster') return askPoster(context);
    if (kind === 'notice-record') return exportNotice(context);
    if (meaning.text) return reply(context, ONE_MONTH_PLEASE);
    const scope = kind === 'handover-sheet' ? await shiftsOfSheet(context) : await monthOfPaper(kind, context);
    return typeof scope === 'string' ? reply(context, scope) : ask(kind, scope, context);
  },
});

async function ask(kind: PaperKind, scope: PaperScope, context: CommandContext): Promise<Decision> {
  const { message, speaker, room, read, text } = context;
  const refused = scope.units.filter((unit) => !mayHere(context, 'export-duty', { unit }).allowed);
  if (refused.length > 0) return reply(context, notYourPaperText(kind, refused, text));

  // A roster hangs on the wall; what was recorded is not for a room.
  const inRoom = room !== undefined && kind === 'duty-roster' && scope.units.every((unit) => isForRoom(unit, context));
  const paper: Paper = {
    ...scope,
    id: paperId(message.id),
    type: 'paper',
    kind,
    by: speaker.id,
    conversation: inRoom ? context.conversation : speaker.id,
    phones: !inRoom && (await seesPhones(kind, scope.units, context)),
    askedAt: read.now,
  };
  return decide({ save: [paper], say: room && !inRoom ? [answer(context, paperInPrivateText(kind))] : [] });
}

/** A register leaves the house and never holds them in full. */
async function seesPhones(kind: PaperKind, units: readonly ThingId[], context: CommandContext): Promise<boolean> {
  if (kind === 'duty-month') return false;
  if (kind === 'duty-roster') return units.every((unit) => mayHere(context, 'see-phones', { unit }).allowed);
  return (await Promise.all(units.map((unit) => isOnDutyIn(context, unit)))).every(Boolean);
}

function isForRoom(unit: ThingId, context: CommandContext): boolean {
  const given = mayHere(context, 'export-duty', { unit });
  return given.allowed && !given.privately;
}
