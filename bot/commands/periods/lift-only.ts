import { liftableOf } from '../../../domain/notices/liftable.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import type { Period } from '../../../domain/periods/period.ts';
import { warningsInForce } from '../../../domain/periods/warnings.ts';
import {
  liftChoiceText,
  nothingToLiftText,
  WHICH_TO_LIFT,
  warningChoiceText,
} from '../../../domain/wording/notice-life.ts';
import { type CommandContext, WhichOne } from '../command.ts';

/** The words of the message besides 解除: nothing, or what kind of thing. */
const BARE =
  /^[\s,，。]*(?:@值守)?[\s,，]*(?:现在?|请|可以|同意|宣布|予以|即日起|把|将)*\s*(?:本次|这次|该|此次|上述)?(预警|警报|叫应|通知)?\s*(?:现在?|可以|请|予以)*解除(?:了|吧|一下|掉)*[\s:：,，]*(?:本次|这次|该|此次|上述)?的?(预警|警报|叫应|通知)?(?:了|吧)?[\s。!！]*$/;
const MOST_CHOICES = 9;

/** What a bare 解除 lifts. */
export type OnlyMatter =
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'warning'; readonly warning: Period }
  | { readonly kind: 'none'; readonly text: string };

/**
 * The only notice, 叫应 or warning of the speaker's own that is open. Throws WhichOne where there are several; undefined where
 * the message names something that this cannot be about.
 */
export async function onlyMatter(context: CommandContext): Promise<OnlyMatter | undefined> {
  const { message, read, speaker, text } = context;
  const found = BARE.exec(message.text.normalize('NFKC'));
  if (!found) return undefined;
  const said = found[1] ?? found[2];
  const notices = (await liftableOf(speaker.id, read)).filter((notice) => isMeant(notice, said));
  const warnings = (await warningsInForce(read)).filter(
    ({ warning }) => isOwn(warning!, speaker.id) && said !== '叫应' && said !== '通知',
  );
  const [notice, warning] = [notices[0], warnings[0]];
  if (notices.length + warnings.length > 1) {
    const choices = [
      ...notices.map((one) => ({ label: liftChoiceText(one, text), value: one.no })),
      ...warnings.map((one) => ({ label: warningChoiceText(one), value: one.id })),
    ];
    throw new WhichOne('item', WHICH_TO_LIFT, choices.slice(0, MOST_CHOICES));
  }
  if (notice) return { kind: 'notice', notice };
  return warning ? { kind: 'warning', warning } : { kind: 'none', text: nothingToLiftText(said) };
}

/** 解除预警 is about no ordinary notice, 解除叫应 about nothing else. */
function isMeant({ kind, text }: Notice, said: string | undefined): boolean {
  if (said === '叫应') return kind === 'call';
  if (said === '预警' || said === '警报') return kind === 'warning' || (kind === 'call' && /预警|警报/.test(text));
  return true;
}

function isOwn({ startedBy, changes = [] }: NonNullable<Period['warning']>, person: string): boolean {
  return startedBy === person || changes.some(({ by }) => by === person);
}
