import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { KeyPeriod } from '../../domain/calendar/key-periods.ts';
import type { AnswerKind } from '../../domain/decision.ts';
import type { MatterNumber } from './matter-numbers.ts';
import type { Opening } from './opening.ts';
import type { Group } from './order/groups.ts';
import type { Name } from './people/find-names.ts';
import type { Roster } from './people/roster.ts';
import type { Span } from './span.ts';
import type { FoundTime } from './time/found.ts';
import type { TimeReading } from './time/read-times.ts';

/** One message with everything around it that may decide its meaning. */
export interface UnderstandInput {
  readonly text: string;
  /** The speaker's own name, where known: 陈立收到 acknowledges only when 陈立 says it. */
  readonly from?: string;
  /** When it was written. */
  readonly at: Date;
  readonly calendar: Calendar;
  /** People besides the bot who are mentioned, by name. */
  readonly mentions?: readonly string[];
  /** The bot was mentioned or quoted, or this is a private chat. */
  readonly addressed: boolean;
  /** Said in a room: there nothing counts that does not call the bot or answer it, whatever label it bears. */
  readonly inRoom?: boolean;
  readonly quote?: { readonly from: string; readonly text: string; readonly mine: boolean };
  readonly roster?: Roster;
  /** Kinds of answer the bot waits for from this speaker in this conversation, most recent first. */
  readonly waiting?: readonly AnswerKind[];
  /** How many numbered choices the waiting question offers. */
  readonly waitingChoices?: number;
  /** Working days proposed for 尽快 and 迅速; the policy's defaults where left out. */
  readonly soon?: { readonly soonWorkdays: number; readonly swiftWorkdays: number };
  /** What 汛期 and 两会 mean in this office; see `keyPeriodsWith`. The country's where left out. */
  readonly periods?: readonly KeyPeriod[];
}

/** A message prepared for the readers of intents. All spans are of `text`; `words` gives back what was written there. */
export interface Heard {
  readonly input: UnderstandInput;
  readonly text: string;
  /** The text without the space and the marks around it. */
  readonly whole: string;
  readonly numbers: readonly MatterNumber[];
  readonly names: readonly Name[];
  /** Numbers and a unit that it opens with. */
  readonly opening: Opening;
  readonly times: TimeReading;
  /** Those of the whole message; `times` ends where the text given to the readers ends. */
  readonly allTimes: TimeReading;
  /** The same times as somebody means them who tells what they did. */
  readonly told: TimeReading;
  readonly expects: ReadonlySet<AnswerKind>;
  /** Mentioned, quoted, in private, or by the number of a matter: the message is for the bot beyond doubt. */
  readonly direct: boolean;
  /** The time that begins there, as somebody means it who tells what they did. */
  toldAt(at: number): FoundTime | undefined;
  /** Begins by calling somebody: 请青山镇…; an order, whatever words of an answer follow. */
  readonly orders: boolean;
  readonly question: boolean;
  readonly negated: boolean;
  /** What several readers need to know and none of them finds out again. */
  readonly known: Known;
  words(span: Span): string;
}

export interface Known {
  front: Opening | undefined;
  commands: boolean | undefined;
  /** By the stretch they stand in. */
  readonly groups: Map<number, readonly Group[]>;
}
