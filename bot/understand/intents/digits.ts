import { gated } from '../gated.ts';
import { numberOf } from '../numerals.ts';
import { type IntentReader, reading } from './reader.ts';

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';
/** 2, 选2, 第二个, ②, 2号. */
const CHOICE =
  /^(?:我|那|就)*(?:选择?|是|要|就|回复?|按)?(?:的)?(?:是)?\s?(?:第|序号|选项)?\s?([①-⑩]|\d{1,2}|[一二两三四五六七八九十])(?:\s?[.、号]|个|条|项|件|那个|那[条件项])?(?:吧|的|了)?$/;
const CODE = gated(/^\d{4,8}$/);

/** A number picks from the choices that wait; one that is not among them is asked again. */
export const choose: IntentReader = ({ whole, expects, input }) => {
  if (!expects.has('choice')) return undefined;
  const written = CHOICE.exec(whole)?.[1];
  if (!written) return undefined;
  const circled = CIRCLED.indexOf(written);
  const choice = circled >= 0 ? circled + 1 : numberOf(written);
  const offered = input.waitingChoices;
  if (choice === undefined) return undefined;
  if (choice < 1 || (offered !== undefined && choice > offered)) {
    const choices = Array.from({ length: offered ?? 0 }, (_, index) => String(index + 1));
    return { intent: 'choose', ask: { about: 'choice', choices } };
  }
  return { intent: 'choose', choice };
};

/** Four to eight digits alone, said to the bot when no choice waits, are a binding code. */
export const code: IntentReader = reading([CODE], ({ whole, input }) => {
  if (!input.addressed || input.quote || !CODE.test(whole)) return undefined;
  return { intent: 'code', code: whole };
});
