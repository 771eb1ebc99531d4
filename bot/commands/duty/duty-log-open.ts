import { isOpenEntry, type LogEntry, openLogOf } from '../../../domain/duty/log/log-entry.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import type { Reading } from '../../../domain/reading.ts';
import { openEntryText } from '../../../domain/wording/duty-log.ts';
import type { TextContext } from '../../../domain/wording/tasks.ts';

/** The shift that is being handed over, with what the duty log still has open beside what its people have said. */
export async function withOpenEntries(shift: Shift, read: Reading, text: TextContext): Promise<Shift> {
  if (shift.layer !== 'officer') return shift;
  const open = (await read.members<LogEntry>(openLogOf(shift.unit))).filter(isOpenEntry);
  const said = shift.openMatters ?? [];
  // Whoever has named an entry in his notes has said of it what there is to say.
  const left = open.filter(({ no }) => !said.some((matter) => matter.toUpperCase().includes(no)));
  if (left.length === 0) return shift;
  return { ...shift, openMatters: [...said, ...left.map((entry) => openEntryText(entry, text))] };
}
