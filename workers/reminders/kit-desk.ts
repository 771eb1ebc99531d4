import { decide } from '../../domain/decision.ts';
import type { Message } from '../../domain/message.ts';
import { stepsBeside } from '../../domain/periods/kits/beside.ts';
import { type KitDesk, kitNews } from '../../domain/periods/kits/desk.ts';
import type { DueItem } from '../../domain/periods/kits/due-items.ts';
import type { KitSheet } from '../../domain/periods/kits/sheet.ts';
import { sheetOf } from '../../domain/periods/kits/show.ts';
import { PERIODS, type Period } from '../../domain/periods/period.ts';
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
      const groups = [due.filter(isUrgent), due.filter((one) => !isUrgent(one))].filter(({ length }) => length > 0);
      const texts = kitText(context);
      const told = changes.flatMap((change) => {
        const words = sheetChangeText(change, texts);
        const once = `${change.sheet.id}.change.${change.sheet.version}`;
        return words ? toDesk(context, once, words, change.sheet.urgent ? 'L0' : 'L4') : [];
      });
      const periods = await read.members<Period>(PERIODS);
      const fresh: KitSheet[] = [];
      const shown: Message[] = [];
      for (const group of groups) {
        const sheet = sheetOf(group, [...sheets, ...fresh], now, read.calendar);
        fresh.push(sheet);
        shown.push(...show(sheet, group, periods, context));
      }
      return decide({
        save: [{ ...desk, moments } as KitDesk, ...changes.map((change) => change.sheet), ...fresh],
        say: [...told, ...shown],
        ask: fresh.flatMap((sheet) => asksOf(context, sheet)),
      });
    },
  }),
];

/** What a warning asks for does not wait for what the calendar asks for. */
function isUrgent({ runs }: DueItem): boolean {
  return runs.every(({ warning }) => warning !== undefined);
}

function show(
  sheet: KitSheet,
  due: readonly DueItem[],
  periods: readonly Period[],
  context: ReminderContext,
): Message[] {
  const { now, read } = context;
  const beside = stepsBeside(due, periods, read.calendar.dayOf(now), read.calendar);
  const isLate = due.some(({ leadAt, isNew }) => !isNew && isOutdated(leadAt, context));
  const text = marked(sheetText(sheet, kitText(context), beside), isLate);
  return toDesk(context, `${sheet.id}.shown`, text, sheet.urgent ? 'L0' : 'L4');
}

function isOutdated(leadAt: Date, { now, read }: ReminderContext): boolean {
  return now.getTime() - leadAt.getTime() > read.policy.message.catchUpMinutes * 60_000;
}

function marked(text: string, isLate: boolean): string {
  return isLate ? catchUpText(text) : text;
}
