import { createHash, timingSafeEqual } from 'node:crypto';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { FeedContent } from '../../domain/duty/feeds/event.ts';
import { type Feed, feedId } from '../../domain/duty/feeds/feed.ts';
import { readFeed } from '../../domain/duty/feeds/read-feed.ts';
import { OFFICE } from '../../domain/people/office.ts';
import type { Policy } from '../../domain/policy.ts';
import type { ThingStore } from '../../domain/ports.ts';
import { OfficeCache, RecordedReading } from '../../domain/reading.ts';
import { isStoreAway } from '../../store/failure.ts';
import { Allowance } from './allowance.ts';
import { icsText } from './ics.ts';

export interface CalendarRequest {
  /** Last part of the path: the secret and `.ics`. Never logged. */
  readonly file: string;
  readonly ifNoneMatch?: string;
  readonly ifModifiedSince?: string;
}

export interface CalendarAnswer {
  readonly status: 200 | 304 | 404 | 429 | 503;
  readonly headers: Record<string, string>;
  readonly body: string | null;
}

export interface CalendarContext {
  readonly store: ThingStore;
  readonly calendar: Calendar;
  readonly policy: Policy;
  /** Name of the office in Redis keys. */
  readonly office: string;
  readonly now: () => Date;
}

const FILE = /^([A-Za-z0-9_-]{32})\.ics$/;

/** Calendars look once an hour or so; somebody who presses the button may do so thirty times. */
const PER_LINK = { burst: 30, perMinute: 2 };
/** For all that is asked of this process, so that guessing costs Redis nothing. */
const ALTOGETHER = { burst: 200, perMinute: 1_200 };

/** Nobody on the way is to keep it, index it or hand its address on. */
const PRIVATE: Record<string, string> = {
  'cache-control': 'private, no-cache',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
};

/** Answers `/calendar/<secret>.ics`. A link that is unknown, revoked or no longer allowed is 404, all alike. */
export function calendarFeeds(context: CalendarContext): (request: CalendarRequest) => Promise<CalendarAnswer> {
  const offices = new OfficeCache();
  const perLink = new Allowance(PER_LINK);
  const altogether = new Allowance(ALTOGETHER);

  return async (request) => {
    const secret = FILE.exec(request.file)?.[1];
    if (!secret) return notFound();
    const now = context.now();
    const wait = altogether.take('', now.getTime());
    if (wait > 0) return tooOften(wait);
    try {
      return await answered(secret, request, now);
    } catch (error) {
      if (!isStoreAway(error)) throw error;
      return text(503, 'the store is away, try again later', { 'retry-after': '60' });
    }
  };

  async function answered(secret: string, request: CalendarRequest, now: Date): Promise<CalendarAnswer> {
    const { store, calendar: base, policy } = context;
    const read = new RecordedReading({ store, offices, calendar: base, policy, now });
    await read.prepare({ revs: [OFFICE] });
    const { calendar } = read;
    const hash = createHash('sha256').update(secret).digest('hex');
    const feed = await read.thing<Feed>(feedId(hash));
    if (!feed || !isSame(feed.hash, hash)) return notFound();
    const wait = perLink.take(feed.id, now.getTime());
    if (wait > 0) return tooOften(wait);

    const content = await readFeed(feed, read);
    return content ? fileAnswer(content, request, startOfDay(now, calendar)) : notFound();
  }

  function fileAnswer(content: FeedContent, request: CalendarRequest, todayAt: Date): CalendarAnswer {
    const body = icsText(content, `${context.office}.zhishou`);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
    // With the day shifts come into the feed and leave it: it is never older than this midnight.
    const changedMs = Math.max(todayAt.getTime(), ...content.events.map(({ changedAt }) => changedAt.getTime()));
    const headers = { ...PRIVATE, etag, 'last-modified': new Date(changedMs).toUTCString() };
    if (isUnchanged(request, etag, changedMs)) return { status: 304, headers, body: null };
    return {
      status: 200,
      headers: {
        ...headers,
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'inline; filename="zhishou.ics"',
      },
      body,
    };
  }
}

/** Where a client names what it has, only that counts (RFC 9110, 13.2.2). */
function isUnchanged({ ifNoneMatch, ifModifiedSince }: CalendarRequest, etag: string, changedMs: number): boolean {
  if (ifNoneMatch) return ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
  const sinceMs = ifModifiedSince ? Date.parse(ifModifiedSince) : Number.NaN;
  return Math.floor(changedMs / 1_000) * 1_000 <= sinceMs;
}

function startOfDay(now: Date, calendar: Calendar): Date {
  return calendar.at(calendar.dayOf(now), '00:00');
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function notFound(): CalendarAnswer {
  return text(404, 'no such calendar');
}

function tooOften(seconds: number): CalendarAnswer {
  return text(429, 'too often, try again later', { 'retry-after': String(seconds) });
}

function text(status: CalendarAnswer['status'], body: string, headers: Record<string, string> = {}): CalendarAnswer {
  return { status, headers: { ...PRIVATE, 'content-type': 'text/plain; charset=utf-8', ...headers }, body };
}
