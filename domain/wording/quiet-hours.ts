import type { Window } from '../calendar/calendar.ts';
import type { QuietHours } from '../people/quiet-hours.ts';

const EXAMPLE = '“免打扰 22:00-07:00”';

/** What was set, and what comes all the same. */
export function quietSetText(quiet: QuietHours): string {
  return `好的，${hoursText(quiet)}不发一般提醒，过后再发。急事、叫应、当班的点名和接班、对你的答复、再等就过期的提醒照常发；群里的不变。不要了请说“取消免打扰”`;
}

/** What to write, after hours that nobody can read or none at all, and what is set now. */
export function quietHowText(quiet: QuietHours | undefined, unread: boolean): string {
  const how = unread ? `没看懂几点到几点，没有改。请用24小时写，例如${EXAMPLE}` : `请写几点到几点，例如${EXAMPLE}`;
  return quiet ? `${how}。现在是${hoursText(quiet)}，不要了请说“取消免打扰”` : `${how}。现在没有设`;
}

export const QUIET_OFF = '已取消免打扰，提醒恢复平常的时间';

export const NO_QUIET = `现在没有设免打扰。要设请说${EXAMPLE}`;

export const QUIET_SAME = `起止是同一个时间，没有改。请写成${EXAMPLE}这样`;

export function quietTooLongText({ hours }: Window): string {
  return `没有改：免打扰最长14小时，白天的提醒时间（${hours.replaceAll('-', '—').replaceAll(',', '、')}）至少留1小时。请缩短，例如${EXAMPLE}`;
}

function hoursText({ from, to }: QuietHours): string {
  return `每天${from}—${from < to ? '' : '次日'}${to}`;
}
