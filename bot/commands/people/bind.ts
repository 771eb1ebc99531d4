import { type Decision, decide } from '../../../domain/decision.ts';
import { type Binding, bindingId, FIRST_BINDING, type FirstBinding } from '../../../domain/people/binding.ts';
import { claimFirst } from '../../../domain/people/first-administrator.ts';
import { type BindingAnswer, requestBinding } from '../../../domain/people/request-binding.ts';
import { Refusal } from '../../../domain/refusal.ts';
import {
  alreadyBoundText,
  bindingNoticeText,
  bindingRequestedText,
  bindingWaitingText,
  FIRST_SPENT_TEXT,
  firstBoundText,
  INCOMPLETE_TEXT,
  NO_ADMINISTRATOR_TEXT,
  TOO_MANY_TEXT,
  unitUnclearText,
  whichPersonText,
} from '../../../domain/wording/people.ts';
import { answer, defineStrangerCommand, reply, type StrangerContext } from '../command.ts';

/** 绑定 姓名 单位 职务: the code goes to an administrator, who alone can know whether it is really that person. */
export default defineStrangerCommand({
  intent: 'bind',
  examples: ['绑定 许静 梅林镇 应急站站长'],

  async handle(context) {
    if (context.room) throw new Refusal('PRIVATE_ONLY');
    return context.meaning.code ? claim(context, context.meaning.code) : request(context);
  },
});

/** 绑定 管理员 123456: the one-time code that start-up printed. */
async function claim(context: StrangerContext, code: string): Promise<Decision> {
  const { read, office, message, meaning, codes } = context;
  const first = await read.thing<FirstBinding>(FIRST_BINDING);
  const given = meaning.name && !/管理员/.test(meaning.name) ? meaning.name : undefined;
  const result = claimFirst(
    first,
    { contactId: message.from.contactId, code, ...(given && { name: given }) },
    { office, policy: read.policy.binding, now: read.now, day: read.calendar.dayOf(read.now), hash: codes.hash },
  );
  switch (result.kind) {
    case 'wrong':
      return decide({
        save: [result.binding],
        say: [answer(context, new Refusal('CODE_WRONG', { left: String(result.left) }).text)],
      });
    case 'bound':
      return decide({ save: [result.binding, result.person], say: [answer(context, firstBoundText(result.person))] });
    default:
      return reply(context, FIRST_SPENT_TEXT);
  }
}

async function request(context: StrangerContext): Promise<Decision> {
  const { read, office, message, meaning, codes } = context;
  const day = read.calendar.dayOf(read.now);
  const previous = await read.thing<Binding>(bindingId(message.from.contactId));
  const result = requestBinding(
    {
      contactId: message.from.contactId,
      ...(meaning.name && { name: meaning.name }),
      ...(meaning.unit && { unit: meaning.unit }),
      ...(meaning.post && { title: meaning.post }),
    },
    { office, policy: read.policy.binding, now: read.now, day, ...(previous && { previous }) },
    codes.fresh(read.policy.binding.codeDigits),
  );
  return result.kind === 'requested' ? requested(context, result) : reply(context, refusalText(context, result));
}

function requested(
  context: StrangerContext,
  { binding, notice }: Extract<BindingAnswer, { kind: 'requested' }>,
): Decision {
  const { office, read, message } = context;
  const text = bindingNoticeText(binding, notice, office, read.calendar.dayOf(read.now), read.policy.binding.hours);
  return decide({
    save: [binding],
    say: [
      answer(context, bindingRequestedText(notice.administrators)),
      ...notice.administrators.map((person) => ({
        to: person.id,
        class: 'R' as const,
        text,
        once: `${message.id}.code.${person.id}`,
      })),
    ],
  });
}

function refusalText({ read }: StrangerContext, result: Exclude<BindingAnswer, { kind: 'requested' }>): string {
  switch (result.kind) {
    case 'incomplete':
      return INCOMPLETE_TEXT;
    case 'unit-unclear':
      return unitUnclearText(result.said, result.match);
    case 'which-person':
      return whichPersonText(result.people, result.unit, read.calendar.dayOf(read.now));
    case 'already-bound':
      return alreadyBoundText(result.person, result.unit);
    case 'no-administrator':
      return NO_ADMINISTRATOR_TEXT;
    case 'too-many':
      return TOO_MANY_TEXT;
    case 'waiting':
      return bindingWaitingText(result.administrators);
  }
}
