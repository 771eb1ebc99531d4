import { type Decision, decide } from '../../../domain/decision.ts';
import { closeNotice } from '../../../domain/notices/close-notice.ts';
import { reachable } from '../../../domain/people/reach.ts';
import { may } from '../../../domain/people/rights.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { liftedText } from '../../../domain/wording/notices.ts';
import { answer, type CommandContext, reply } from '../command.ts';
import { noticeNumber, noticeOf } from './notice-meant.ts';

/** 解除 N0107: everybody who was told hears that it is over. Undefined where no notice is named. */
export async function liftNotice(context: CommandContext): Promise<Decision | undefined> {
  const { message, office, read, room, speaker, text } = context;
  const no = noticeNumber(context);
  if (!no) return undefined;
  const notice = await noticeOf(no, context);
  const day = read.calendar.dayOf(read.now);
  const verdict = may({ person: speaker, right: 'send-notice', ...(room && { room }), office, day });
  if (!verdict.allowed && notice.author !== speaker.id) throw new Refusal(verdict.refusal, { who: verdict.who ?? '' });
  if (notice.state === 'draft') return reply(context, `${no}还没有发出，不用解除`, no);
  if (notice.closedBecause === 'lifted') return reply(context, `${no}已经解除`, no);

  const told = reachable(office, notice.people.slice(0, notice.handedOut)).map(({ id }) => id);
  const line = liftedText(notice, speaker.id, message.sentAt, text);
  return decide({
    save: [closeNotice(notice, 'lifted', read.now)],
    say: [
      answer(context, `${no}已解除，已通知${told.length}人`, no),
      ...told.map((to) => ({
        ...{ to, class: notice.urgent ? ('L0' as const) : ('D' as const), text: line },
        ...{ once: `${notice.id}.lifted.${to}`, about: no },
      })),
    ],
  });
}
