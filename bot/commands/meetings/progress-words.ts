import type { ProgressSaid } from '../../../domain/meetings/ledger.ts';
import { selectionAt } from './selection.ts';

const DONE =
  /^(?:都|全部|全)?(?:已经|已)?(?:全部)?(?:完成|办结|办完|做完|落实到位|落实|结束|销号|整改到位)(?:了|完毕)?[.!。]?$/;
const GOING =
  /推进|在办|办理|进行|正在|开展|准备|计划|启动|落实|完成|已|没有?完|未完|还[没在差]|预计|下周|下月|月底|%|困难|协调|暂缓/;
const NOTHING_NEW = /^(?:其余|其他|都|暂时)?(?:没有?|无)(?:新?变化|进展|新进展)$/;

/** What a message says of points of the ledger; `read` false where it says anything else. */
export interface ProgressWords {
  readonly said: readonly ProgressSaid[];
  readonly read: boolean;
}

/** 3已完成，5正在推进；其余没有变化. */
export function progressWords(text: string): ProgressWords {
  const said: ProgressSaid[] = [];
  let waiting: number[] = [];
  let nothingNew = false;
  for (const clause of text.normalize('NFKC').split(/[;。,\n]+/)) {
    const words = clause.trim();
    if (words === '') continue;
    if (NOTHING_NEW.test(words)) {
      nothingNew = true;
      continue;
    }
    const selected = selectionAt(words);
    const numbers = selected && typeof selected.which !== 'string' ? selected.which : undefined;
    const last = said.at(-1);
    if (numbers && selected!.rest === '') waiting = [...waiting, ...numbers];
    else if (numbers && GOING.test(selected!.rest)) {
      said.push({ nos: [...waiting, ...numbers], done: DONE.test(selected!.rest), words: selected!.rest });
      waiting = [];
    } else if (!numbers && last && waiting.length === 0)
      said[said.length - 1] = { ...last, words: `${last.words}，${words}` };
    else return { said: [], read: false };
  }
  return { said, read: (said.length > 0 || nothingNew) && waiting.length === 0 };
}
