import type { PaperKind } from '../../domain/papers/paper.ts';
import { dutyMonth } from './duty-month.ts';
import { dutyRoster } from './duty-roster.ts';
import { handover } from './handover-sheet.ts';
import { meetingLedger, meetingList } from './meeting-list.ts';
import { noticeRecord } from './notice-record.ts';
import type { Renderer } from './renderer.ts';
import { yearPosterPaper } from './year-poster.ts';

/** Every document that a person can ask for. A new one is one file and one line here. */
const RENDERERS: readonly Renderer[] = [
  handover,
  dutyMonth,
  dutyRoster,
  meetingList,
  meetingLedger,
  yearPosterPaper,
  noticeRecord,
];

const BY_KIND = new Map(RENDERERS.map((renderer) => [renderer.kind, renderer]));
if (BY_KIND.size !== RENDERERS.length) throw new Error('two renderers draw the same kind of document');

export function rendererFor(kind: PaperKind): Renderer {
  const renderer = BY_KIND.get(kind);
  if (!renderer) throw new Error(`nobody draws documents of the kind "${kind}"`);
  return renderer;
}
