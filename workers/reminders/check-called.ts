import { decide } from '../../domain/decision.ts';
import type { CheckIn } from '../../domain/duty/checks/check-in.ts';
import type { CheckRounds } from '../../domain/duty/checks/rounds/check-rounds.ts';
import { checksOn } from '../../domain/duty/collections.ts';
import { reachable } from '../../domain/people/reach.ts';
import { callResultText } from '../../domain/wording/called-rolls.ts';
import { unitName } from '../../domain/wording/names.ts';
import { defineReminder } from '../reminder.ts';

/** The window for answers is over: whoever asked out of turn hears what came of it; the ladder goes on by itself. */
export const checkCalled = defineReminder<CheckRounds>({
  thing: 'check-rounds',
  step: 'result',

  async fire(thing, { read, office, text, occurrence }) {
    const { called, rounds, skipped } = thing;
    const [round] = rounds;
    if (!called || !round) return decide({ drop: [thing.id] });
    const all = await read.members<CheckIn>(checksOn(read.calendar.dayOf(round.at)));
    const checks = all.filter(({ askAt, calledBy }) => calledBy === called.by && +askAt === +round.at);
    const left = skipped.map(({ unit, reason }) => `${unitName(office, unit)}（${reason}）`);
    const words = callResultText(round.at, checks, left, text);
    return decide({
      drop: [thing.id],
      say: reachable(office, [called.by]).map(({ id }) => ({
        ...{ to: id, class: 'L1' as const, text: words, once: `${occurrence}.${id}` },
      })),
    });
  },
});
