import { type Mentions, readMentions, type WhoIsWho } from './mentions.ts';
import { plainSpaces, withoutInvisible } from './plain-text.ts';

/** What a chat text is made of. */
export interface TakenApart extends Mentions {
  /** The new text with its mentions, as others would quote it. */
  readonly written: string;
  /** Without the quote and without the mention of the bot. Never normalised: that is for understanding to do. */
  readonly text: string;
  readonly quote?: { readonly from: string; readonly text: string };
}

/**
 * Takes a text apart as channels deliver it: quote, mentions, and what was really said. Never throws, needs linear time,
 * and takes nothing that stands inside the quote for a mention.
 */
export function takeApart(raw: string, who: WhoIsWho): TakenApart {
  const { body, quote } = splitQuote(withoutInvisible(raw));
  const mentions = readMentions(body, who);
  return {
    ...mentions,
    written: plainSpaces(body).trim(),
    text: plainSpaces(mentions.text).trim(),
    ...(quote && { quote: { from: plainSpaces(quote.from).trim(), text: plainSpaces(quote.text).trim() } }),
  };
}

/** `」`, a line of dashes, a line end: `」\n- - - - - - - - - - - - - - -\n`. */
const RULE = /」\n(?:- ){4,40}-\n/g;

interface SplitText {
  readonly body: string;
  readonly quote?: { readonly from: string; readonly text: string };
}

/** Channels write a quote as `「名字：原文」`, a line of dashes, and the new text. What was quoted may hold a quote itself. */
function splitQuote(raw: string): SplitText {
  if (!raw.startsWith('「')) return { body: raw };
  const rules = [...raw.matchAll(RULE)];
  const rule = rules[Math.min(nestedQuotes(raw), rules.length) - 1];
  if (!rule) return { body: raw };

  const head = raw.slice(1, rule.index);
  const body = raw.slice(rule.index + rule[0].length);
  const colon = head.search(/[：:]/);
  if (colon < 0) return { body, quote: { from: '', text: head } };
  return { body, quote: { from: head.slice(0, colon), text: head.slice(colon + 1) } };
}

/** `「甲：「乙：好」…`: how many quotes stand inside each other at the beginning. */
function nestedQuotes(raw: string): number {
  const opening = /「[^「」\n：:]{1,60}[：:]/y; // 「王芳：
  let depth = 0;
  while (opening.test(raw)) depth += 1;
  return Math.max(depth, 1);
}
