import type { Change, Correction, Selection } from '../../../domain/meetings/changes.ts';
import type { Meeting } from '../../../domain/meetings/meeting.ts';
import type { Person } from '../../../domain/people/office.ts';
import type { Day } from '../../../domain/thing.ts';
import { numbersText } from '../../../domain/wording/meetings.ts';
import { unreadText } from '../../../domain/wording/meetings-changed.ts';
import { daySaid, leaderSaid } from './header.ts';
import { type PhraseContext, phraseRead } from './phrase.ts';
import { selectionAt } from './selection.ts';

/** What a message says about a list that is being decided. */
export interface ListSaid {
  readonly corrections: readonly Correction[];
  /** Pieces that could not be carried out, each as one line; the others stand. */
  readonly troubles: readonly string[];
  /** Points that a piece names which was not understood: 其余 does not mean them. */
  readonly leftOut: readonly number[];
  readonly heldDay?: Day;
  readonly confirmsDay?: true;
  /** Who issues: a leader by name, or whoever brought the list. */
  readonly issuer?: Person | 'self';
  readonly drops?: true;
  readonly wantsSheet?: true;
  /** How many pieces concerned the list beyond doubt. */
  readonly taken: number;
}

const MEETING_DAY =
  /^(?:会议|开会|会)(?:的)?(?:日期|时间)?(?:是|在|为|于|改为|改成|:)?\s?(?=\d|今|昨|前|二)|(?:开的会|开的|召开的|开会)$/;
const ONLY_DAY = /^(?:是)?(?:\d{4}年)?\d{1,2}月\d{1,2}[日号](?:开的会?)?$|^(?:是)?(?:今天|昨天|前天)(?:开的会?)?$/;
const YES = /^(?:确认|是的|是|对的|对|没错|嗯|好的|好|可以|ok)$/i;
const MYSELF = /^(?:我来|由我|我直接|直接由我|我自己|不用等.{0,8}|直接)(?:确认|下达|发|签发)?(?:就行|吧)?$/;
const LEADER = /^(?:等|由|请|报)?(.{2,8}?)(?:确认|签发|同意|定)(?:后)?(?:再)?(?:下达|下发)?$/;
const DROPS = /^(?:取消|作废|清单作废|这份清单作废|清单取消|取消清单|这份清单不要|清单不要|清单都不要)了?$/;
const SHEET = /^(?:再|重新|请)?(?:重发|发一下|发一份|发)(?:一下|一份)?(?:表格|清单|表|excel)$/i;

/** Reads every piece of a message about a list: selections with what becomes of them, the meeting's day, who issues. Pure. */
export function listWords(text: string, meeting: Meeting, context: PhraseContext): ListSaid {
  const clauses = text
    .normalize('NFKC')
    .split(/[;。,\n]+/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  const reader = new Clauses(meeting, context);
  for (const clause of clauses) reader.take(clause);
  return reader.end();
}

class Clauses {
  private readonly meeting: Meeting;
  private readonly context: PhraseContext;
  private readonly corrections: Correction[] = [];
  private readonly troubles: string[] = [];
  private readonly leftOut: number[] = [];
  private said: Partial<ListSaid> = {};
  private taken = 0;
  /** Numbers whose verb comes in the next clause: 1，4，9按2月6日. */
  private waiting: number[] = [];
  private last: Selection | undefined;

  constructor(meeting: Meeting, context: PhraseContext) {
    this.meeting = meeting;
    this.context = context;
  }

  take(clause: string): void {
    const selected = selectionAt(clause);
    if (selected && typeof selected.which !== 'string') {
      const which = [...this.waiting, ...selected.which];
      if (selected.rest === '') {
        this.waiting = which;
        return;
      }
      this.waiting = [];
      this.about(which, selected.rest, clause);
    } else if (selected && selected.rest !== '') this.about(selected.which, selected.rest, clause);
    else if (this.waiting.length > 0) {
      const which = this.waiting;
      this.waiting = [];
      this.about(which, clause, clause);
    } else if (!this.wholeList(clause)) this.more(clause);
  }

  end(): ListSaid {
    const { corrections, troubles, leftOut, taken } = this;
    const hanging = this.waiting.length > 0 && (taken > 0 || corrections.length > 0);
    if (hanging) troubles.push(`${unreadText(numbersText(this.waiting))}，没有说怎么定`);
    return { corrections, troubles, leftOut: [...leftOut, ...this.waiting], taken, ...this.said };
  }

  private about(which: Selection, words: string, clause: string): void {
    const read = phraseRead(words, this.context);
    this.last = which;
    if (read && 'changes' in read) {
      this.taken++;
      for (const change of read.changes) this.add(which, change);
      return;
    }
    if (typeof which !== 'string') this.leftOut.push(...which);
    this.troubles.push(read ? `“${clause.slice(0, 20)}”${read.trouble}` : unreadText(clause.slice(0, 30)));
    if (read) this.taken++;
  }

  private add(which: Selection, change: Change): void {
    const before = this.corrections.at(-1);
    if (before?.which === which && before.change.what === change.what && change.what === 'ledger') return;
    this.corrections.push({ which, change });
  }

  /** What concerns no single point; false where a clause says nothing of the kind. */
  private wholeList(clause: string): boolean {
    const { office, read, at } = this.context;
    const today = read.calendar.dayOf(at);
    const { heldDay, proposedDay } = this.meeting;
    if (MEETING_DAY.test(clause) || (!heldDay && ONLY_DAY.test(clause))) {
      const day = daySaid(clause, today, read.calendar);
      const isBare = !MEETING_DAY.test(clause);
      if (day && !(isBare && day > today)) return this.note({ heldDay: day });
    }
    if (!heldDay && proposedDay && YES.test(clause)) return this.note({ confirmsDay: true });
    if (DROPS.test(clause) && this.taken === 0) return this.note({ drops: true });
    if (SHEET.test(clause)) return this.note({ wantsSheet: true });
    if (MYSELF.test(clause)) return this.note({ issuer: 'self' });
    const leader = LEADER.exec(clause)?.[1];
    const person = leader && leaderSaid(leader, office, today);
    if (person) return this.note({ issuer: person });
    return false;
  }

  private note(part: Partial<ListSaid>): true {
    this.taken++;
    this.said = { ...this.said, ...part };
    return true;
  }

  /** A clause without a selection goes on about the points of the one before; alone, 默认 means all that is open. */
  private more(clause: string): void {
    const read = phraseRead(clause, this.context);
    const [only] = read && 'changes' in read ? read.changes : [];
    const before = this.corrections.at(-1);
    if (this.last === undefined) {
      if (only && (only.what === 'standard' || only.what === 'ledger')) this.about('rest', clause, clause);
      else if (clause !== '' && !YES.test(clause)) this.troubles.push(unreadText(clause.slice(0, 30)));
      return;
    }
    // 2改为对全区加油站开展检查，形成问题清单: what is to be done goes on behind the comma.
    if (before?.change.what === 'action' && !(read && 'changes' in read)) {
      this.corrections[this.corrections.length - 1] = {
        ...before,
        change: { what: 'action', words: `${before.change.words}，${clause}` },
      };
      return;
    }
    this.about(this.last, clause, clause);
  }
}
