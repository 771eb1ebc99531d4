import type { Notice, Receipt } from '../../notices/notice.ts';
import { currentTenures } from '../../people/posts.ts';
import { isReachable } from '../../people/reach.ts';
import type { ThingId } from '../../thing.ts';
import { momentText } from '../../wording/dates.ts';
import { maskedPhone, unitName } from '../../wording/names.ts';
import { RECEIPT_HEADINGS, RECORD_SHEETS, remarkCell, wayCell } from '../../wording/notice-export.ts';
import type { TextContext } from '../../wording/tasks.ts';
import type { PaperSheet } from '../sheet.ts';

const WIDTHS = [7, 10, 18, 16, 32, 24, 12, 30];

/** One row for each of some people of a notice, numbered from `from`; `receipts` are theirs, as far as there are any. */
export function receiptRows(
  notice: Notice,
  [from, people]: readonly [from: number, people: readonly ThingId[]],
  receipts: readonly Receipt[],
  { phones, text }: { readonly phones: boolean; readonly text: TextContext },
): string[][] {
  const { office, calendar } = text;
  const own = new Map(receipts.map((receipt) => [receipt.person, receipt]));
  return people.map((id, index) => {
    const person = office.people.get(id);
    const receipt = own.get(id);
    const tenure = person && currentTenures(person, calendar.dayOf(notice.sentAt ?? notice.createdAt))[0];
    const phone = person?.phone && (phones ? person.phone : maskedPhone(person.phone));
    const at = (moment: Date | undefined) => (moment ? momentText(moment, moment, calendar) : '');
    const outAt = receipt?.sentAt ?? (from + index < notice.handedOut ? notice.sentAt : undefined);
    const room = office.rooms.get(receipt?.postedIn ?? notice.postedIn ?? '');
    const way = room ? `群“${room.topic}”` : person && isReachable(person) ? '私聊' : '私聊发不到，转电话';
    return [
      String(from + index + 1),
      person?.name ?? id,
      tenure ? unitName(office, tenure.unit) : '',
      tenure?.title ?? '',
      outAt ? `${way} ${at(outAt)}` : '待发',
      at(receipt?.receivedAt),
      wayCell(receipt, notice.wanted),
      remarkCell(receipt, phone, text),
    ];
  });
}

export function receiptSheet(title: string, subtitle: string, rows: readonly (readonly string[])[]): PaperSheet {
  return {
    name: RECORD_SHEETS.receipts,
    ...{ title, subtitle, rows, notes: [], orientation: 'landscape', filter: true },
    columns: RECEIPT_HEADINGS.map((heading, index) => ({
      ...{ heading, width: WIDTHS[index]! },
      ...(index < 2 && { centred: true as const }),
    })),
  };
}
