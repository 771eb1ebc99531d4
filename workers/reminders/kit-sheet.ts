import { decide } from '../../domain/decision.ts';
import { type KitSheet, lapsed, openEntries } from '../../domain/periods/kits/sheet.ts';
import { sheetLapsedText, sheetReminderText } from '../../domain/wording/kits.ts';
import { defineReminder } from '../reminder.ts';
import { asksOf, kitText, toDesk } from './kit-people.ts';

/** Drafts that nobody confirms are asked about once, then they lapse, and the dispatchers are told. */
export const kitSheet = [
  defineReminder<KitSheet>({
    thing: 'kit-sheet',
    step: 'remind',

    async fire(sheet, context) {
      const reminded: KitSheet = { ...sheet, remindedAt: context.now };
      const text = sheetReminderText(sheet, kitText(context));
      return decide({
        save: [reminded],
        say: toDesk(context, context.occurrence, text, 'L4'),
        ask: asksOf(context, reminded),
      });
    },
  }),

  defineReminder<KitSheet>({
    thing: 'kit-sheet',
    step: 'lapse',

    async fire(sheet, context) {
      const open = openEntries(sheet);
      return decide({
        save: [lapsed(sheet)],
        say: toDesk(context, context.occurrence, sheetLapsedText(open), 'L3'),
      });
    },
  }),

  defineReminder<KitSheet>({
    thing: 'kit-sheet',
    step: 'settle',
    fire: async (sheet) => decide({ save: [{ ...sheet, settled: true } as KitSheet] }),
  }),
];
