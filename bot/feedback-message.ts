import type { AnswerKind } from '../domain/decision.ts';
import type { Intent, Meaning } from '../domain/meaning.ts';
import type { Question } from '../domain/question.ts';
import { feedbacksMeant } from './commands/notices/feedback-meant.ts';
import type { Heard } from './dispatch.ts';

/** What figures in answer to a notice may sound like to somebody who does not know what was asked; a question for it goes before. */
const SOUNDS_LIKE: ReadonlyMap<Intent, AnswerKind | undefined> = new Map([
  ['unknown', undefined],
  ['ignore', undefined],
  ['ack', undefined],
  ['progress', undefined],
  ['complete', undefined],
  ['checkin', 'checkin'],
  ['zero_report', 'zero_report'],
  // 更正：转移27户71人; without a number it corrects no entry of the log.
  ['duty_log', undefined],
]);
const TELLS = /[\d〇零一二两三四五六七八九十百无没]|不变|同[上前]|台账|进展/;
/** 本周台账 利民超市消防通道堵塞，已整改: by its label no hazard, no incident and no order, if such an answer is waited for. */
const LABELLED = /^\s*(?:报|上报)?\s*(?:本周的?(?:隐患)?(?:台账|工作进展|进展)|隐患台账|台账)[\s:：,，]*\S/;
const NO_FEEDBACK =
  /^\s*(?:[Nn]\d{3,5}\s*)?(?:这[次个条]?)?(?:不用|不要|不需要?|无需|不必|别)(?:再)?(?:收|要|报)?(?:集)?(?:反馈|报数|报了?)(?:了|吧)?[\s。!！]*$/;

/**
 * Whether a message answers what a notice asks to be told: figures for the fields that wait for an answer from the speaker or his
 * units. Everything else means what it meant before.
 */
export async function feedbackIn(heard: Heard, questions: readonly Question[], meaning: Meaning): Promise<Meaning> {
  const { message, person, office, read } = heard;
  const isLabelled = LABELLED.test(message.text);
  if (!person || message.kind !== 'text' || !(isLabelled || SOUNDS_LIKE.has(meaning.intent))) return meaning;
  if (NO_FEEDBACK.test(message.text) && questions.some(({ about }) => about === 'notice'))
    return { intent: 'feedback', approve: false, times: [] };
  if (meaning.intent === 'duty_log' && meaning.log !== 'correct') return meaning;
  const before = SOUNDS_LIKE.get(meaning.intent);
  if (before && questions.some(({ kinds }) => kinds.includes(before))) return meaning;
  if (!TELLS.test(message.text.normalize('NFKC')) && !message.quote?.mine) return meaning;

  const found = await feedbacksMeant({ message, speaker: person, office, read });
  return found.length > 0 ? { intent: 'feedback', times: [] } : meaning;
}
