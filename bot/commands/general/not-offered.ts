import { decide } from '../../../domain/decision.ts';
import type { Intent } from '../../../domain/meaning.ts';
import { isToBot } from '../../../domain/message.ts';
import { notOfferedText } from '../../../domain/wording/general.ts';
import { type Command, defineCommand, reply } from '../command.ts';

/** Understood, but not offered by this version: the person must know that nothing was done. */
const NOT_OFFERED: readonly (readonly [intent: Intent, what: string])[] = [
  ['hazard', '隐患登记'],
  ['incident', '事件报告'],
];

export default NOT_OFFERED.map(
  ([intent, what]): Command =>
    defineCommand({
      intent,
      examples: [],
      async handle(context) {
        return isToBot(context.message) ? reply(context, notOfferedText(what)) : decide({});
      },
    }),
);
