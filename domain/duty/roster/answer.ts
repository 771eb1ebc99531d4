import type { Correction, RosterDraft, RosterQuestion } from './draft.ts';

/**
 * The draft with a question answered: by a choice's value, its number or words that fit one choice alone (党政办的), and
 * for a person also by another name. Undefined where the answer fits nothing.
 */
export function applyAnswer(draft: RosterDraft, question: RosterQuestion, value: string): RosterDraft | undefined {
  const chosen = choiceMeant(question, value) ?? nameMeant(question, value);
  return chosen === undefined ? undefined : { ...draft, answers: { ...draft.answers, [question.about]: chosen } };
}

/** The draft with somebody put on a duty, in place of whatever stood there. */
export function applyCorrection(draft: RosterDraft, correction: Correction): RosterDraft {
  return { ...draft, corrections: [...draft.corrections, correction] };
}

function choiceMeant({ choices }: RosterQuestion, value: string): string | undefined {
  const said = value.normalize('NFKC').trim();
  const exact = choices.find((choice) => choice.value === said || choice.label === said);
  if (exact) return exact.value;
  if (/^\d{1,2}$/.test(said)) return choices[Number(said) - 1]?.value;

  const words = said.replace(/^(?:是|就是|按)/, '').replace(/(?:的那个|那个|那位|的)$/, '');
  const fitting = words.length >= 2 ? choices.filter(({ label }) => label.includes(words)) : [];
  return fitting.length === 1 ? fitting[0]!.value : undefined;
}

function nameMeant({ about, choices }: RosterQuestion, value: string): string | undefined {
  const said = value
    .normalize('NFKC')
    .replace(/^(?:是|应该是|改成|改为)/, '')
    .replace(/\s/g, '');
  const fits = choices.filter(({ label }) => label.includes(said)).length;
  return about.startsWith('who.') && fits === 0 && /^[\p{Script=Han}·]{2,12}$/u.test(said) && !/[的吗呢吧]$/.test(said)
    ? said
    : undefined;
}
