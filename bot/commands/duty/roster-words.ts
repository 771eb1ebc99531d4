import { applyAnswer, applyCorrection } from '../../../domain/duty/roster/answer.ts';
import type { RosterDraft, RosterResult } from '../../../domain/duty/roster/draft.ts';
import type { IsName } from '../../../domain/duty/roster/said-people.ts';
import { readCorrection } from './roster-corrections.ts';

/** What a message says about a roster that waits. */
export interface RosterWords {
  /** The draft with everything that was understood. */
  readonly draft: RosterDraft;
  /** How many pieces were understood. */
  readonly taken: number;
  readonly publishes: boolean;
  /** The first piece that was not understood, or that names a day which the roster does not have. */
  readonly trouble?: { readonly words: string; readonly is: 'unread' | 'no-day' };
}

/** A comma parts two corrections only where a day follows it: names may be parted by one too. */
const PIECES = /[;；。\n]+|[,，](?=\s*\d{1,2}\s*[月日号])/;
const PUBLISH = /^(?:确认|可以|无误|没问题|没有问题|好的?|行)?[,，\s]*发布(?:值班表|吧|了)?$/;
/** 确认，2月9日补何勇: what follows is what counts. */
const ASSENT = /^(?:确认|可以|无误|没问题|没有问题|好的?|行|对的?|是的)$/;
/** 发布值班表, 发布梅林镇2月值班表: also where nobody has been asked. */
const PUBLISH_ROSTER = /^(?:确认)?发布[^，。\n]{0,16}(?:值班表|排班表)(?:吧|了)?$/;

/** Reads answers (1, 党政办的), corrections (2月9日补 何勇) and 发布, several of them in one message. Pure. */
export function rosterWords(text: string, result: RosterResult, isName: IsName): RosterWords {
  let said: RosterWords = { draft: result.draft, taken: 0, publishes: false };
  const pieces = text.split(PIECES).map(trimmed).filter(Boolean);
  for (const piece of pieces) {
    if (pieces.length > 1 && ASSENT.test(piece)) continue;
    if (PUBLISH.test(piece) || PUBLISH_ROSTER.test(piece)) {
      said = { ...said, publishes: true, taken: said.taken + 1 };
      continue;
    }
    const draft = pieceRead(piece, said.draft, result, isName);
    if (draft === undefined || draft === 'no-day') {
      const is = draft === 'no-day' ? draft : 'unread';
      said = { ...said, trouble: said.trouble ?? { words: piece.slice(0, 30), is } };
    } else said = { ...said, draft, taken: said.taken + 1 };
  }
  return said;
}

/** 发布值班表 by name. */
export function publishesRoster(text: string): boolean {
  return PUBLISH_ROSTER.test(trimmed(text));
}

function trimmed(piece: string): string {
  return piece.replace(/^[\s,，、:：]+|[\s,，、!！~]+$/g, '');
}

function pieceRead(piece: string, draft: RosterDraft, result: RosterResult, isName: IsName) {
  const corrections = readCorrection(piece, result, isName);
  if (corrections === 'no-day') return corrections;
  if (corrections) return corrections.reduce(applyCorrection, draft);

  const open = result.questions.filter(({ about }) => draft.answers[about] === undefined);
  for (const question of /^\d{1,2}$/.test(piece) ? open.slice(0, 1) : open) {
    const answered = applyAnswer(draft, question, piece);
    const value = answered?.answers[question.about];
    // Any short word could be somebody's name; only one that the office knows is taken for it.
    if (value !== undefined && (isName(value) || question.choices.some((choice) => choice.value === value)))
      return answered;
  }
  return undefined;
}
