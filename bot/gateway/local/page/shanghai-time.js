/** All times are shown in Beijing time, wherever the browser stands. */

const ZONE = 'Asia/Shanghai';
const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  weekday: 'short',
  hourCycle: 'h23',
});
const WEEKDAYS = { Mon: '周一', Tue: '周二', Wed: '周三', Thu: '周四', Fri: '周五', Sat: '周六', Sun: '周日' };
const DAY_MS = 86_400_000;

export function shanghai(instant) {
  const found = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]));
  return {
    day: `${found.year}-${found.month}-${found.day}`,
    year: Number(found.year),
    month: Number(found.month),
    date: Number(found.day),
    time: `${found.hour}:${found.minute}`,
    weekday: WEEKDAYS[found.weekday],
  };
}

/** `10:12`, `昨天 10:12`, `周一 10:12`, `1月15日 10:12`: as short as it stays clear. */
export function shortTime(instant, now) {
  const at = shanghai(instant);
  const today = shanghai(now);
  const days = Math.round((Date.parse(today.day) - Date.parse(at.day)) / DAY_MS);
  if (days === 0) return at.time;
  if (days === 1) return `昨天 ${at.time}`;
  if (days > 1 && days < 7) return `${at.weekday} ${at.time}`;
  return at.year === today.year
    ? `${at.month}月${at.date}日 ${at.time}`
    : `${at.year}年${at.month}月${at.date}日 ${at.time}`;
}

/** For the list: the day is enough where it is not today. */
export function listTime(instant, now) {
  const words = shortTime(instant, now).split(' ');
  return words[0];
}

export function fullTime(instant) {
  const at = shanghai(instant);
  return `${at.year}年${at.month}月${at.date}日 ${at.weekday} ${at.time}`;
}

/** The instant of a Beijing day and clock, `2026-01-16` and `09:00`. */
export function atShanghai(day, time) {
  return `${day}T${time}:00+08:00`;
}

export function tomorrow(instant) {
  return new Date(Date.parse(shanghai(instant).day) + DAY_MS).toISOString().slice(0, 10);
}
