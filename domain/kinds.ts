import {
  checkKind,
  checkNightKind,
  checkPlanKind,
  checkRoundsKind,
  rosterKind,
  shiftKind,
  swapKind,
} from './duty/kinds.ts';
import type { Kind, Kinds } from './kind.ts';
import { bindingKind, personKind, roomKind, unitKind, unitSetKind } from './people/kinds.ts';
import { questionKind } from './question.ts';
import { secrecyHitKind } from './secrecy/secrecy-hit.ts';
import { assignmentKind, seriesKind, taskKind } from './tasks/kinds.ts';
import { replyCallKind } from './tasks/reply-call.ts';
import { uploadKind } from './tasks/upload.ts';

const ALL = [
  taskKind,
  assignmentKind,
  seriesKind,
  uploadKind,
  replyCallKind,
  shiftKind,
  rosterKind,
  swapKind,
  checkKind,
  checkPlanKind,
  checkRoundsKind,
  checkNightKind,
  questionKind,
  secrecyHitKind,
  unitKind,
  unitSetKind,
  personKind,
  roomKind,
  bindingKind,
] as unknown as readonly Kind[];

/** Every kind of thing there is. A new concept is one line here. */
export const KINDS: Kinds = new Map(ALL.map((kind) => [kind.type, kind]));
