import { decide } from '../../domain/decision.ts';
import type { CheckPause } from '../../domain/duty/checks/pause.ts';
import { reachable } from '../../domain/people/reach.ts';
import { resumedText } from '../../domain/wording/check-pauses.ts';
import { defineReminder } from '../reminder.ts';

/** The time is over: unannounced check-ins go on, and whoever had paused them hears so. */
export const checkPauseOver = defineReminder<CheckPause>({
  thing: 'check-pause',
  step: 'over',

  fire: async (pause, { office, text, occurrence }) =>
    decide({
      drop: [pause.id],
      say: reachable(office, [pause.by]).map(({ id }) => ({
        ...{ to: id, class: 'L3' as const, text: resumedText(pause.unit, text), once: `${occurrence}.${id}` },
      })),
    }),
});
