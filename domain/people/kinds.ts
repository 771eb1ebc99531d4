import type { HolidayYear } from '../holidays/holiday-year.ts';
import { defineKind } from '../kind.ts';
import type { OwnKit } from '../periods/kits/kit.ts';
import type { OwnPeriod } from '../periods/own-period.ts';
import { type Binding, bindingAgenda, type FirstBinding } from './binding.ts';
import { OFFICE, type Person, type Room, type Unit, type UnitSet } from './office.ts';

const office = { agenda: () => [], collections: () => [OFFICE], touches: () => [OFFICE], audited: true } as const;

export const unitKind = defineKind<Unit>({ type: 'unit', ...office });
export const unitSetKind = defineKind<UnitSet>({ type: 'unit-set', ...office });
export const personKind = defineKind<Person>({ type: 'person', ...office });
export const roomKind = defineKind<Room>({ type: 'room', ...office });
export const holidayYearKind = defineKind<HolidayYear>({ type: 'holiday-year', ...office });
export const ownPeriodKind = defineKind<OwnPeriod>({ type: 'own-period', ...office });
export const ownKitKind = defineKind<OwnKit>({ type: 'own-kit', ...office });

/** Not audited: it holds the hash of a code. What comes of it, an account, is recorded with the person. */
export const bindingKind = defineKind<Binding | FirstBinding>({
  type: 'binding',
  agenda: (binding) => bindingAgenda(binding),
  collections: () => [],
  audited: false,
});
