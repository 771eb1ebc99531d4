import type { Slot } from './draft.ts';
import { shiftName, slotIn } from './headings.ts';

/** What a mark in a person's row says: on duty in these slots (several for 白夜), off duty (none), or not a mark. */
export function readMark(text: string): readonly Slot[] | undefined {
  const plain = text.normalize('NFKC').replace(/[\s()]/g, '');
  if (plain === '' || /^(?:休|休息|公休|假|年假|空|否|无|[-—–/×xX*.0])$/.test(plain)) return [];
  if (/^(?:值|班|值班|当班|√|✓|✔|☑|v|V|●|■|★|▲|1|是|全|全天|24h?)$/.test(plain)) return [{}];
  if (/^(?:白|日|早)[/、+]?(?:夜|晚)班?$/.test(plain)) return [{ name: '白班' }, { name: '夜班' }];
  if (/^带班?$/.test(plain)) return [{ layer: 'leader' }];
  if (/^备班?$/.test(plain)) return [{ layer: 'reserve' }];
  const name = shiftName(plain);
  if (name && plain.length <= 2) return [{ name }];

  const slot = slotIn(plain);
  return slot && [slot];
}
