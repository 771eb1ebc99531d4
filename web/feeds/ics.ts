import type { FeedContent, FeedEvent } from '../../domain/duty/feeds/event.ts';

/** Octets of one line, its end not counted (RFC 5545, 3.1). */
const MOST_OCTETS = 75;

/** One hour ahead of UTC eight times over, without daylight saving: all that a calendar has to know of Shanghai. */
const VTIMEZONE = [
  ...['BEGIN:VTIMEZONE', 'TZID:Asia/Shanghai', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
  ...['TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'TZNAME:CST', 'END:STANDARD', 'END:VTIMEZONE'],
];

/** A feed as iCalendar text (RFC 5545; NAME and REFRESH-INTERVAL RFC 7986). `domain` makes the identifiers unique in the world. */
export function icsText({ name, events }: FeedContent, domain: string): string {
  return [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//zhishou//duty calendar//ZH', 'CALSCALE:GREGORIAN'],
    ...[`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`, 'X-WR-TIMEZONE:Asia/Shanghai'],
    ...['REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H'],
    ...VTIMEZONE,
    ...events.flatMap((event) => eventLines(event, domain)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

function eventLines(event: FeedEvent, domain: string): string[] {
  const { uid, sequence, startAt, endAt, summary, description, cancelled, changedAt } = event;
  return [
    ...['BEGIN:VEVENT', `UID:${escaped(`${uid}@${domain}`)}`, `SEQUENCE:${sequence}`],
    // Without a METHOD it says when the entry last changed, and so the same feed is the same text.
    ...[`DTSTAMP:${utc(changedAt)}`, `LAST-MODIFIED:${utc(changedAt)}`],
    ...[`DTSTART;TZID=Asia/Shanghai:${inShanghai(startAt)}`, `DTEND;TZID=Asia/Shanghai:${inShanghai(endAt)}`],
    `SUMMARY:${escaped(summary)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...[`STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`, 'END:VEVENT'],
  ];
}

/** Text values (3.3.11); other control characters have no place in them. */
function escaped(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be in a value
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
      .replace(/[\\;,]/g, '\\$&')
      .replaceAll('\n', '\\n')
  );
}

/** Long lines go on after a space on the next; never inside a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (octets + more > MOST_OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += more;
  }
  return [...lines, current].join('\r\n');
}

function utc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

const SHANGHAI_MS = 8 * 3_600_000;

function inShanghai(at: Date): string {
  return utc(new Date(at.getTime() + SHANGHAI_MS)).slice(0, -1);
}
