import { noticeId } from '../../../domain/notices/collections.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { CommandContext } from '../command.ts';
import { assertMay } from '../rights.ts';

const NUMBER = /[NＮ]\d{4,}/gi;

/** `N0107` in what was said, else the only one in what was quoted. */
export function noticeNumber({ meaning, message }: Pick<CommandContext, 'meaning' | 'message'>): string | undefined {
  const said = meaning.task ?? meaning.item;
  if (said && /^[NＮ]/i.test(said)) return said.normalize('NFKC').toUpperCase();
  const quoted = new Set((message.quote?.text.match(NUMBER) ?? []).map((no) => no.normalize('NFKC').toUpperCase()));
  return quoted.size === 1 && !said ? [...quoted][0] : undefined;
}

/** The notice of a number. Refuses where there is none. */
export async function noticeOf(no: string, { read }: CommandContext): Promise<Notice> {
  const notice = await read.thing<Notice>(noticeId(no));
  if (!notice) throw new Refusal('NO_SUCH_MATTER', { no });
  return notice;
}

/** The notice that is named or quoted. Refuses where none is. */
export async function noticeNamed(context: CommandContext): Promise<Notice> {
  const no = noticeNumber(context);
  if (!no) throw new Refusal('WHICH_MATTER');
  return noticeOf(no, context);
}

/** The notice that the answered question is about, else the one that is named. */
export async function noticeAsked(context: CommandContext): Promise<Notice> {
  const { question, read } = context;
  const notice = question?.matter.startsWith('notice.') ? await read.thing<Notice>(question.matter) : undefined;
  return notice ?? noticeNamed(context);
}

/** Its author, or whoever may send notices; refuses anybody else. */
export function assertOwn(context: CommandContext, { author }: Notice): void {
  if (author !== context.speaker.id) assertMay(context, 'send-notice');
}
