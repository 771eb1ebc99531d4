import { decide } from '../../../domain/decision.ts';
import { NOT_UNDERSTOOD } from '../../../domain/wording/general.ts';
import { otherLiaisonText } from '../../../domain/wording/people.ts';
import { answer, defineCommand, reply } from '../command.ts';

/** 何勇, 联络员B是何勇: nothing but a name, with what usually stands around one. */
const NAME = /^(?:联络员)?[BbＢ]?(?:角)?(?:是|:|：)?\s*([\u4e00-\u9fa5·]{2,5}?)(?:同志|主任|站长|吧|。)?$/;

/** Who the other liaison is, in answer to the question after a binding: told how that one is to bind himself. */
export default defineCommand({
  intent: 'unknown',
  matter: 'unit',
  examples: [],

  async handle(context) {
    const { question, message, office } = context;
    const [, name] = NAME.exec(message.text.trim()) ?? [];
    const unit = question && office.units.get(question.matter);
    if (!name || !unit) return reply(context, NOT_UNDERSTOOD);
    return decide({ drop: [question.id], say: [answer(context, otherLiaisonText(name, unit))] });
  },
});
