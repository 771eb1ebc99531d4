import type { Swap } from '../../../domain/duty/swaps/swap.ts';

/** What a request for a swap says besides names and days. */
export interface SwapWords {
  /** 换 or 代; undefined where the words fit both. */
  readonly kind?: Swap['kind'];
  /** Somebody drops out here and now. */
  readonly emergency: boolean;
  /** 我来替: the speaker is the one who comes. */
  readonly offers: boolean;
  readonly reason?: string;
}

const GIVES = /[代替顶]|帮我?[值上]|[换调让]给/;
const EXCHANGES = /[换调倒]|互/;
const EMERGENCY =
  /马上|立刻|立即|现在|突发|急诊|急病|急救|抢救|住院|送医|[去到在]医院|晕倒|摔[伤倒]|受伤|车祸|发病|赶不[来回到]|[来去]不了|临时/;

const OFFERS = /我(?:来|先|去|可以|愿意|能|现在|马上|就)*[替代顶]/;

export function swapWordsIn(text: string): SwapWords {
  const gives = GIVES.test(text);
  const kind = gives ? 'give' : EXCHANGES.test(text) ? 'exchange' : undefined;
  const reason = reasonIn(text);
  const offers = OFFERS.test(text) && !/[替代顶帮]我/.test(text);
  return { ...(kind && { kind }), emergency: EMERGENCY.test(text), offers, ...(reason && { reason }) };
}

const LABELLED = /(?:原因|理由|因为|由于)[是为:：\s]*([^,，。;；\n]{2,40})/;
const WHY =
  /有事|孩子|小孩|家里|老人|父亲|母亲|爸|妈|出差|[开参]会|会议|住院|手术|生病|发烧|请假|培训|考试|结婚|婚礼|丧|老家|体检|看病|医院|急诊|产检|走不开|[来去]不了|突发|受伤|摔|车祸|身体|不舒服|学习|党校/;
const BEFORE = /^(?:我|现在|马上|今天|要|得|刚|因)+/;

/** Why: what stands behind 原因, else the clause that tells of something else than the swap. */
function reasonIn(text: string): string | undefined {
  const said = LABELLED.exec(text)?.[1]?.trim();
  if (said) return said;
  const clause = text.split(/[,，。;；!！?？\n\s]+/).find((one) => WHY.test(one) && !/[替代顶换值]/.test(one));
  return clause?.replace(BEFORE, '').slice(0, 40) || undefined;
}

const ABOUT_SWAP = '[^,，。;；]{0,8}(?:[换调代替顶倒]个?班|申请)';
const TAKES_BACK = new RegExp(
  `^[\\s,，。]*(?:我|想|要|请|帮我|把)*(?:(?:取消|撤回|撤销|撤掉|收回|作废)(?:${ABOUT_SWAP})|不(?:用|再|想)?(?:[换代替]班?)了)`,
);

/** 取消换班, 不换了: a request is taken back. */
export function takesBack(text: string): boolean {
  return TAKES_BACK.test(text);
}

const RULES =
  /^[\s,，。]*我?(不同意|不批准?|不准|不能|不想|不愿意?|没法|不方便|同意|批准|准了|可以)[^,，。;；\s]{0,4}[换调代替顶倒]个?班[\s,，。;；]*(.{0,60})/;

/** 同意换班, 不能换班，那天要开会: an answer to what the bot has asked, though it names no number. */
export function rulingIn(text: string): { readonly approve: boolean; readonly reason?: string } | undefined {
  const match = RULES.exec(text);
  if (!match) return undefined;
  const reason = match[2]!.trim();
  return { approve: !/^[不没]/.test(match[1]!), ...(reason && { reason }) };
}
