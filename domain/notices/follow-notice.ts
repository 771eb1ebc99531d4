import type { Reading } from '../reading.ts';
import type { ThingId } from '../thing.ts';
import { closeNotice } from './close-notice.ts';
import { noticeId } from './collections.ts';
import type { Notice } from './notice.ts';
import type { NoticePolicy } from './policy.ts';
import { kindOf, writeNotice } from './write-notice.ts';

export interface FollowOrigin {
  readonly no: string;
  readonly by: ThingId;
  readonly at: Date;
}

/** Why a notice cannot be put right any more; undefined where it can. */
export type NotCorrectable = 'draft' | 'pending' | 'corrected' | 'lifted' | 'over' | 'withdrawn' | 'is-lifting';

export function whyNotCorrectable({ state, closedBecause, lifts }: Notice): NotCorrectable | undefined {
  if (lifts) return 'is-lifting';
  if (state === 'draft' || state === 'pending') return state;
  switch (closedBecause) {
    case 'corrected':
    case 'lifted':
    case 'withdrawn':
      return closedBecause;
    case 'lapsed':
      return 'withdrawn';
    case 'said':
    case 'ended':
      return 'over';
    default:
      // 已齐, and what asked for no answer, is known to everybody and may be wrong all the same.
      return undefined;
  }
}

/**
 * 更正: a draft for everybody whom the first was for, where it was said, as urgent as it was or more so, with a receipt where the
 * first asked for one. Nothing happens to the first before this is sent.
 */
export function correctionOf(
  first: Notice,
  words: string,
  { no, by, at }: FollowOrigin,
  policy: NoticePolicy,
  more: Pick<Notice, 'people' | 'rooms' | 'vacant'> = { people: [] },
): Notice {
  const said = kindOf(words, first.kind === 'call');
  const kind = said === 'notice' ? first.kind : said;
  const text = `更正${first.no}：${words}`;
  const origin = { no, author: by, at, ...(first.postedIn && { postedIn: first.postedIn }) };
  const written = writeNotice(
    kind,
    { text, needAck: first.wanted },
    withMore(first.people, more.people),
    origin,
    policy,
  );
  const urgent = written.urgent || first.urgent;
  const rooms = withMore(first.rooms ?? [], more.rooms ?? []);
  const vacant = [...(first.vacant ?? []), ...(more.vacant ?? [])].map(({ unit }) => unit);
  return {
    ...written,
    ...{ urgent, ladder: urgent ? policy.urgentLadder : policy.ladder, ...linkTo('corrects', first) },
    ...(rooms.length > 0 && { rooms }),
    ...(vacant.length > 0 && { vacant: [...new Set(vacant)].map((unit) => ({ unit })) }),
  };
}

function withMore(before: readonly ThingId[], more: readonly ThingId[]): ThingId[] {
  return [...new Set([...before, ...more])];
}

/** 解除: to everybody who has been told so far, and nobody has to answer. */
export function liftingOf(first: Notice, { no, by, at }: FollowOrigin): Notice {
  return {
    id: noticeId(no),
    type: 'notice',
    ...{ no, kind: first.kind, author: by, urgent: first.urgent, ladder: { remind: [], list: [] } },
    text: `解除${first.no}`,
    ...linkTo('lifts', first),
    ...(first.postedIn && { postedIn: first.postedIn }),
    ...(first.rooms && { rooms: first.rooms }),
    ...vacantOf(first),
    people: first.people.slice(0, first.handedOut),
    state: 'draft',
    wanted: false,
    createdAt: at,
    handedOut: 0,
    handledAt: at,
  };
}

/** Who had to be telephoned has to be telephoned again. */
function vacantOf({ vacant }: Notice): Partial<Notice> {
  return vacant ? { vacant: vacant.map(({ unit }) => ({ unit })) } : {};
}

function linkTo(how: 'corrects' | 'lifts', first: Notice): Partial<Notice> {
  return { [how]: first.id, ofText: first.text };
}

/** The notice that this one puts right or calls off, closed by it; undefined for one that stands alone. */
export async function followed(notice: Notice, read: Reading): Promise<Notice | undefined> {
  const of = notice.corrects ?? notice.lifts;
  const first = of && (await read.thing<Notice>(of));
  if (!first) return undefined;
  return notice.lifts
    ? { ...closedAs(first, 'lifted', read.now), liftedBy: notice.id }
    : {
        ...closedAs(first, 'corrected', read.now),
        ...{ correctedBy: notice.id, ...(notice.feedback && first.feedback && { asksIn: notice.id }) },
      };
}

/** What was over already keeps the moment at which it ended, and whether its receipts were let go. */
function closedAs(first: Notice, because: 'lifted' | 'corrected', at: Date): Notice {
  const closed = closeNotice(first, because, at);
  return first.state === 'closed' && first.closedAt ? { ...closed, closedAt: first.closedAt } : closed;
}
