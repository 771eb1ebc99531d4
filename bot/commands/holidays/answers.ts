import { type Decision, decide } from '../../../domain/decision.ts';
import { enterYear } from '../../../domain/holidays/enter-year.ts';
import { type HolidayDraft, isInForce } from '../../../domain/holidays/holiday-draft.ts';
import type { Intent } from '../../../domain/meaning.ts';
import type { Message } from '../../../domain/message.ts';
import {
  DRAFT_DROPPED_TEXT,
  holidaysHowText,
  holidayTellsText,
  NOTHING_TO_CONFIRM_TEXT,
  sameDaysText,
  yearEnteredText,
} from '../../../domain/wording/holidays.ts';
import { rereadDue } from '../../understand/reread.ts';
import { answer, type Command, type CommandContext, defineCommand, reply } from '../command.ts';
import { presentHolidays } from './holidays.ts';

const MATTER = 'holiday-draft';

/** 确认 and 取消 of a year's days off; anything else that is said to change them has its own form. */
export const holidayAnswers: readonly Command[] = [
  answering('confirm', confirmed),
  answering('cancel', async (context, draft) =>
    decide({ drop: [draft.id, ...asked(context)], say: [answer(context, DRAFT_DROPPED_TEXT)] }),
  ),
  answering('amend', async (context) => {
    const { calendar, now } = context.read;
    return reply(context, holidaysHowText(Number(calendar.dayOf(now).slice(0, 4)), calendar));
  }),
];

function answering(
  intent: Intent,
  handle: (context: CommandContext, draft: HolidayDraft) => Promise<Decision>,
): Command {
  return defineCommand({
    intent,
    matter: MATTER,
    right: 'set-holidays',
    examples: [],
    async handle(context) {
      const draft = await context.read.thing<HolidayDraft>(context.question!.matter);
      if (!draft) return decide({ drop: asked(context), say: [answer(context, NOTHING_TO_CONFIRM_TEXT)] });
      return handle(context, draft);
    },
  });
}

/** From now on every process reckons by these days, and everybody whose days have moved hears of it once. */
async function confirmed(context: CommandContext, draft: HolidayDraft): Promise<Decision> {
  const { read, speaker, question, text } = context;
  if (question?.shown !== draft.version) return presentHolidays(context, draft, true);
  if (isInForce(draft.year, draft, read.calendar))
    return decide({ drop: [draft.id, ...asked(context)], say: [answer(context, sameDaysText(draft.year))] });

  const { policy } = read;
  const { year, change, decision, tells } = await enterYear(draft, speaker.id, read, (words, saidAt, calendar) =>
    rereadDue(words, saidAt, calendar, policy),
  );
  const afterwards = { ...text, calendar: change.after };
  const told = [...tells]
    .filter(([person]) => person !== speaker.id)
    .map(
      ([person, own]): Message => ({
        to: person,
        class: 'D',
        text: holidayTellsText(draft.year, own, afterwards),
        once: `${year.id}.v${year.version}.${person}`,
      }),
    );
  const done = yearEnteredText(draft, tells, tells.get(speaker.id) ?? [], afterwards);
  return { ...decision, drop: [...decision.drop, ...asked(context)], say: [answer(context, done), ...told] };
}

function asked({ question }: CommandContext): string[] {
  return question ? [question.id] : [];
}
