import { decide } from '../../domain/decision.ts';
import { type KitDesk, kitNews } from '../../domain/periods/kits/desk.ts';
import { sheetOf } from '../../domain/periods/kits/show.ts';
import { sheetChangeText, sheetText } from '../../domain/wording/kits.ts';
import { catchUpText } from '../../domain/wording/reminders.ts';
import { defineReminder, LOOK, type ReminderContext } from '../reminder.ts';
import { asksOf, kitText, toDesk } from './kit-people.ts';

/**
 * Puts what the kits of key periods ask of units before the dispatchers, as drafts in one message, and tells them what a change of
 * days has done to drafts that wait. Units hear nothing of either.
 */
export const kitDesk = [
  // The look that follows every wake finds what the moment brought.
  defineReminder<KitDesk>({ thing: 'kit-desk', step: 'show', fire: async () => decide({}) }),

  defineReminder<KitDesk>({
    thing: 'kit-desk',
    step: LOOK,

    async fire(desk, context) {
      const { read, now } = context;
      const { due, changes, sheets, moments } = await kitNews(read);
      const sheet = due.length > 0 ? sheetOf(due, sheets, now, read.calendar) : undefined;
      const texts = kitText(context);
      const told = changes.flatMap((change) => {
        const words = sheetChangeText(change, texts);
        const once = `${change.sheet.id}.change.${change.sheet.version}`;
        return words ? toDesk(context, once, words, change.sheet.urgent ? 'L0' : 'L4') : [];
      });
      const isLate = due.some(({ leadAt, isNew }) => !isNew && isOutdated(leadAt, context));
      const shown = sheet
        ? toDesk(context, `${sheet.id}.shown`, marked(sheetText(sheet, texts), isLate), sheet.urgent ? 'L0' : 'L4')
        : [];
      return decide({
        save: [{ ...desk, moments } as KitDesk, ...changes.map((change) => change.sheet), ...(sheet ? [sheet] : [])],
        say: [...told, ...shown],
        ask: sheet ? asksOf(context, sheet) : [],
      });
    },
  }),
];

function isOutdated(leadAt: Date, { now, read }: ReminderContext): boolean {
  return now.getTime() - leadAt.getTime() > read.policy.message.catchUpMinutes * 60_000;
}

function marked(text: string, isLate: boolean): string {
  return isLate ? catchUpText(text) : text;
}
