import type { Office } from '../people/office.ts';
import { type Meeting, type MeetingItem, partiesOf } from './meeting.ts';
import { unitsMeant } from './units.ts';

/** `ready`: somebody known has something to do · `unclear`: for whom is to be said · `standing`: goes on without an end. */
export type ItemClass = 'ready' | 'unclear' | 'standing';

/** A person's word about whom it is for makes also a standing duty one that can be handed out. */
export function classOf(meeting: Meeting, item: MeetingItem, office: Office): ItemClass {
  const { leads } = partiesOf(meeting, item);
  const { units, unknown } = unitsMeant(office, leads);
  const isSaid = leads !== item.leads;
  if ((item.kind === 'standing' || item.kind === 'rule') && !isSaid) return 'standing';
  return units.length > 0 && unknown.length === 0 ? 'ready' : 'unclear';
}

/** What the text says, whether or not the office knows the units that it names. */
export interface ListFigures {
  readonly all: number;
  /** Concrete work for units that are named. */
  readonly named: number;
  readonly unclear: number;
  readonly standing: number;
  /** Of those that are named, how many name units which the office does not know. */
  readonly strange: number;
  /** With a limit in the text that names a day, whether or not it could be dated yet. */
  readonly timed: number;
}

export function figuresOf(meeting: Meeting, office: Office): ListFigures {
  const { items } = meeting;
  const open = items.filter((item) => classOf(meeting, item, office) !== 'standing');
  const named = open.filter((item) => {
    const { leads } = partiesOf(meeting, item);
    return leads.length > 0 && !leads.some((name) => VAGUE_UNIT.test(name));
  });
  return {
    all: items.length,
    named: named.length,
    unclear: open.length - named.length,
    standing: items.length - open.length,
    strange: named.filter((item) => classOf(meeting, item, office) === 'unclear').length,
    timed: items.filter(({ deadline }) => deadline !== undefined && !isVague(deadline)).length,
  };
}

/** 有关部门, 各相关单位: somebody, and nobody in particular. */
const VAGUE_UNIT = /有关|相关|^(?:单位|部门|各级|各方|各方面)$/;

/** 尽快, 及时 press and name no day. */
const VAGUE =
  /^(?:第一时间|及时|立即|立刻|即刻|马上|尽快|尽早|抓紧|限期|限时|迅速|火速|连夜|当即|即日起|不过夜|规定时限内|适时|长期|常态化|持续|全年|[、，\s])+$/;

export function isVague(deadline: string): boolean {
  return VAGUE.test(deadline);
}
