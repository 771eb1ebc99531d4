import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

/** `2026-01-21T17:30:00+08:00`: how machine-readable output writes an instant, whatever zone the process runs in. */
export function isoShanghai(at: Date): string {
  return dayjs(at).utcOffset(8).format('YYYY-MM-DDTHH:mm:ssZ');
}
