import { decide } from '../../../domain/decision.ts';
import type { DutyTerms } from '../../../domain/duty/checks/set-checks.ts';
import { dispatchers } from '../../../domain/people/find-people.ts';
import { dutyTermsOn } from '../../../domain/periods/duty-terms.ts';
import { KIT_DESK } from '../../../domain/periods/kits/desk.ts';
import { kindOfPeriod } from '../../../domain/periods/known.ts';
import type { Period } from '../../../domain/periods/period.ts';
import { warningIn } from '../../../domain/periods/warning.ts';
import { startWarning, warningsInForce } from '../../../domain/periods/warnings.ts';
import {
  loweredTooFarText,
  noSuchWarningText,
  WHICH_WARNING_TEXT,
  warningRunsText,
  warningStartedByText,
  warningStartedText,
} from '../../../domain/wording/periods-entered.ts';
import { answer, type CommandContext, defineCommand, reply } from '../command.ts';

/** 启动 暴雨红色预警: a key period that only a person can begin. Units are told by a person, not by this. */
export default defineCommand({
  intent: 'warning',
  right: 'set-periods',
  opens: true,
  examples: ['启动 暴雨红色预警', '启动寒潮蓝色预警', '台风橙色预警启动', '暴雨橙色预警升级为红色'],

  async handle(context) {
    const { meaning, message, read, speaker } = context;
    const inForce = await warningsInForce(read);
    const named = warningIn(withHazard(meaning.name ?? message.text, inForce));
    if (!named) return reply(context, WHICH_WARNING_TEXT);
    const running = inForce.find(({ warning }) => warning!.hazard === named.hazard);
    if (!named.kind) {
      if (running && /[红橙黄蓝]/.test(named.title)) return reply(context, loweredTooFarText(named.title, running));
      const needsColour = kindOfPeriod(`${named.hazard}红色预警`) !== undefined && !/[红橙黄蓝]/.test(named.title);
      return reply(context, noSuchWarningText(named.title, needsColour));
    }
    if (running?.name === named.title) return reply(context, warningRunsText(running, context.text));

    const said = { by: speaker.id, at: message.sentAt };
    const started = await startWarning(named, named.kind, said, running, read);
    const terms = await termsWith(started, context);
    const { checks } = read.policy;
    return decide({
      save: [started],
      // What the kit of a warning asks is put before the dispatchers at once.
      nudge: [KIT_DESK],
      say: [
        answer(context, warningStartedText(started, running?.name, terms, checks)),
        ...toOthers(context, started, warningStartedByText(started, context.text)),
      ],
    });
  },
});

/** 升级为红色: of the only warning in force. */
function withHazard(name: string, inForce: readonly Period[]): string {
  const [only, ...others] = inForce;
  return only && others.length === 0 && /^[红橙黄蓝]色预警$/.test(name) ? `${only.warning!.hazard}${name}` : name;
}

/** What today asks for once this warning is in force. */
async function termsWith({ level }: Period, { read }: CommandContext): Promise<DutyTerms> {
  const terms = await dutyTermsOn(read.calendar.dayOf(read.now), read);
  return { ...terms, levels: [...terms.levels, level], warning: terms.warning || level !== 'C' };
}

/** Whoever else has to act on it. */
export function toOthers({ office, speaker, read, message }: CommandContext, period: Period, text: string) {
  const day = read.calendar.dayOf(read.now);
  return dispatchers(office, day)
    .filter(({ id }) => id !== speaker.id)
    .map(({ id }) => ({ to: id, class: 'L0' as const, text, once: `${period.id}.${message.id}.${id}` }));
}
