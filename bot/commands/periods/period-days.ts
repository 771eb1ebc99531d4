import { decide } from '../../../domain/decision.ts';
import { CATALOGUE } from '../../../domain/periods/catalogue/index.ts';
import { kindOfPeriod } from '../../../domain/periods/known.ts';
import { type OwnPeriod, ownPeriodId, withDates } from '../../../domain/periods/own-period.ts';
import type { PeriodLevel } from '../../../domain/periods/policy.ts';
import { stepsOf } from '../../../domain/periods/steps.ts';
import type { DaySpan } from '../../../domain/periods/window.ts';
import {
  builtInText,
  DATES_NEEDED_TEXT,
  datesEnteredText,
  datesPastText,
  levelNeededText,
} from '../../../domain/wording/periods-entered.ts';
import { answer, type CommandContext, defineCommand, reply } from '../command.ts';

/** 区两会 1月20日到1月25日: the days of a period that no calendar knows. Said again, they move. */
export default defineCommand({
  intent: 'period_days',
  right: 'set-periods',
  opens: true,
  examples: ['区两会 1月20日到1月25日', '重点时段 采茶节 4月1日到4月5日 B级', '州庆定在7月15日至7月17日'],

  async handle(context) {
    const { meaning, read, text } = context;
    const { calendar, now } = read;
    const [fromDay, toDay] = meaning.range ?? [];
    if (!meaning.name || !fromDay || !toDay) return reply(context, DATES_NEEDED_TEXT);
    const today = calendar.dayOf(now);
    const span = { fromDay, toDay };
    if (toDay < today) return reply(context, datesPastText(span, text));
    if (isBuiltIn(meaning.name)) return reply(context, builtInText(meaning.name));

    const known = await ownPeriodMeant(meaning.name, context);
    if (!known) return reply(context, levelNeededText(meaning.name));
    const saved = withDates(known, span, today);
    return decide({
      save: [saved],
      say: [answer(context, datesEnteredText(saved, span, stepsDue(saved, span, context), text))],
    });
  },
});

/** Work that should have begun before anybody knew of these days. */
function stepsDue({ level }: OwnPeriod, span: DaySpan, { read }: CommandContext) {
  const { calendar, policy, now } = read;
  const ladder = policy.keyPeriods.ladders[level];
  const before = stepsOf({ ...span, ladder, long: false }, calendar).filter(({ day }) => day < span.fromDay);
  return before.filter(({ at }) => at <= now).map(({ step }) => step);
}

/** What calendar and settings say by themselves. */
function isBuiltIn(name: string): boolean {
  return CATALOGUE.some((entry) => entry.runs.how !== 'entered' && (entry.name === name || entry.reads === name));
}

/** One of the office's own by its name, else a new one of the level that was said or that its kind usually has. */
async function ownPeriodMeant(name: string, context: CommandContext): Promise<OwnPeriod | undefined> {
  const { office, message } = context;
  const level = levelIn(message.text);
  const known = [...office.periods.values()].find((own) => own.name === name || own.aliases.includes(name));
  if (known) return level ? { ...known, level } : known;

  const usual = level ?? kindOfPeriod(name)?.level;
  if (!usual) return undefined;
  const id = ownPeriodId(`chat-${message.id.replaceAll(/[^\w-]/g, '-')}`);
  return { id, type: 'own-period', name, aliases: [], level: usual, dates: [] };
}

/** … B级 at the end. */
function levelIn(text: string): PeriodLevel | undefined {
  return /([ABC])\s*级/i.exec(text.normalize('NFKC'))?.[1]?.toUpperCase() as PeriodLevel | undefined;
}
