import { defineKind } from '../../kind.ts';
import { type KitDesk, kitDeskAgenda } from './desk.ts';
import { KIT_SHEETS, type KitSheet, kitSheetAgenda } from './sheet.ts';

export const kitDeskKind = defineKind<KitDesk>({
  type: 'kit-desk',
  planned: true,
  agenda: kitDeskAgenda,
  collections: () => [],
  audited: false,
});

export const kitSheetKind = defineKind<KitSheet>({
  type: 'kit-sheet',
  agenda: (sheet, { calendar }) => kitSheetAgenda(sheet, calendar),
  collections: ({ settled }) => (settled ? [] : [KIT_SHEETS]),
  // What has been shown or answered decides what is shown next.
  touches: ({ settled }) => (settled ? [] : [KIT_SHEETS]),
  audited: true,
});
