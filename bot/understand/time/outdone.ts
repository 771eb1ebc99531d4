import type { FoundTime } from './found.ts';

/** 要求月底前完成，仍有3家未报，请明天12点前补齐: the first limit has failed. */
const STILL_OPEN =
  /仍(?:有|未|没|然|不)|至今|尚未|(?:尚|还)有[^,。;]{0,10}[未没]|还没|还未|已逾期|[家个户处项人镇乡村]未(?:报|交|完成|整改|反馈|落实|到位|办|销)/;
/** 节前检查, 汛前准备工作: what kind of thing it is, where another limit is said. */
const KIND_OF_WORK =
  /^(?:的)?(?:安全|隐患|集中|专项|全面|重点)?(?:大?检查|排查|准备|督查|慰问|走访|物资|值班|安保|培训|整治|动员|演练|储备|工作)(?![了完好一])/;
/** 两会前的信访工作, 国庆前要用的展板, 3月1日前的台账: what a thing is for or from when it is. */
const OF_A_THING = /^(?:的(?!话|[,。;!?\s])|[^,。;!?\n的报交]{0,3}(?:要用|用|使用|需要|形成|产生|发现|受理)的)/;
const CANCELLED = /^的[^,。;!?\n]{1,6}?(?:取消|作废|不[开办搞]了)/;
const SENTENCE_ENDS = /[。\n]/;
const LONGEST = 40;

/** Times of a text in which limits give way to the one that counts: a failed limit is past, a limit that only names a thing is none. */
export function withoutOutdone(all: FoundTime[], text: string, at: Date): readonly FoundTime[] {
  const times = all.map((time) => (isCancelled(time, text) ? { ...time, past: true } : time));
  let limits = 0;
  for (const { past, read } of times) if (!past && read.kind === 'deadline') limits++;
  if (limits < 2) return times;
  const kept = times.filter((time) => !isLimit(time) || !namesThing(time, text));
  if (!kept.some(isLimit)) return times;
  return kept.map((time, place) => {
    const next = kept[place + 1];
    if (!isLimit(time)) return time;
    // 2025年12月31日前形成的档案，今年1月31日前移交
    const over = time.byAt < at && kept.some((other) => isLimit(other) && other.byAt >= at);
    const lapsed = next && isLimit(next) && hasFailed(text.slice(time.to, next.from));
    return over || lapsed ? { ...time, past: true } : time;
  });
}

/** 上午10点的会取消，下午2点半再开: what was to be then is not. */
function isCancelled({ read, to }: FoundTime, text: string): boolean {
  return read.kind === 'at' && CANCELLED.test(text.slice(to, to + 12));
}

function isLimit({ past, read }: FoundTime): boolean {
  return !past && read.kind === 'deadline';
}

function hasFailed(between: string): boolean {
  return between.length <= LONGEST && !SENTENCE_ENDS.test(between) && STILL_OPEN.test(between);
}

function namesThing({ read, to }: FoundTime, text: string): boolean {
  if (/前$/.test(read.words) && OF_A_THING.test(text.slice(to, to + 12))) return true;
  return read.grain === 'day' && /[节汛会运假]之?前$/.test(read.words) && KIND_OF_WORK.test(text.slice(to, to + 8));
}
