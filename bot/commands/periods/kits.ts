import type { Decision } from '../../../domain/decision.ts';
import { CATALOGUE } from '../../../domain/periods/catalogue/index.ts';
import { kitSource } from '../../../domain/periods/kits/desk.ts';
import { itemsAhead, runOf } from '../../../domain/periods/kits/due-items.ts';
import { kitOf } from '../../../domain/periods/kits/kit.ts';
import { leadAt } from '../../../domain/periods/kits/place.ts';
import { KIT_SHEETS, type KitSheet, openEntries } from '../../../domain/periods/kits/sheet.ts';
import { reopened } from '../../../domain/periods/kits/show.ts';
import { PERIODS, type Period, periodFrom } from '../../../domain/periods/period.ts';
import { runsBetween } from '../../../domain/periods/runs.ts';
import { warningIn } from '../../../domain/periods/warning.ts';
import { warningsInForce } from '../../../domain/periods/warnings.ts';
import * as words from '../../../domain/wording/kits.ts';
import { askSpeaker, type CommandContext, defineCommand } from '../command.ts';
import { refusedWith } from '../duty/check-reply.ts';

const DAYS_AHEAD = 30;
/** Every kind of period comes round within a year and some weeks, whatever the lunar calendar does. */
const DAYS_OF_A_ROUND = 400;

/** 春节准备事项: what a period asks of units and what has become of it. 准备事项: what is ahead. */
export default defineCommand({
  intent: 'kits',
  right: 'give-order',
  examples: ['准备事项', '春节准备事项', '春运的准备事项'],

  async handle(context) {
    const { meaning } = context;
    if (!meaning.name) return refusedWith(context, await aheadText(context));
    const period = await periodNamed(meaning.name, context);
    if (!period) return refusedWith(context, words.noSuchPeriodText(meaning.name));
    return shown(period, context);
  },
});

async function shown(period: Period, context: CommandContext): Promise<Decision> {
  const { read, office, text } = context;
  const { calendar } = read;
  const items = kitOf(period, kitSource(read, office));
  if (items.length === 0) return refusedWith(context, words.noKitText(period.name));

  const sheets = await read.members<KitSheet>(KIT_SHEETS);
  const own = sheets.filter(({ entries }) => entries.some(({ runs }) => runs.some(({ id }) => id === period.id)));
  const waiting = reopenable(own, sheets, period, context);
  if (waiting) return waiting;
  const lines = items.map((item) => {
    const entry = own
      .flatMap(({ entries }) => entries)
      .findLast(({ item: { key }, runs }) => key === item.key && runs.some(({ id }) => id === period.id));
    return {
      title: entry?.item.title ?? item.title,
      kind: item.kind,
      leadAt: leadAt(item, period, calendar),
      ...(entry && { entry }),
    };
  });
  return refusedWith(context, words.kitText(runOf(period), lines, text));
}

/** Drafts that wait, or had lapsed, are shown with their numbers again, and whoever may confirm them is asked. */
function reopenable(
  own: readonly KitSheet[],
  all: readonly KitSheet[],
  period: Period,
  context: CommandContext,
): Decision | undefined {
  const { speaker, read, text } = context;
  const isAhead = period.state === 'planned' || period.warning !== undefined;
  const found = own.findLast(({ entries }) =>
    entries.some(({ state }) => state === 'open' || (isAhead && state === 'lapsed')),
  );
  if (!found) return undefined;
  const sheet = openEntries(found).length > 0 ? found : reopened(found, all, read.now, read.calendar);
  const answer = refusedWith(context, words.sheetText(sheet, { ...text, departments: read.policy.kits.departments }));
  const question = askSpeaker(context, {
    about: 'kit-chosen',
    matter: sheet.id,
    kinds: ['kit'],
    shown: sheet.version,
    hours: 24 * 30,
  });
  return { ...answer, save: sheet === found ? [] : [sheet], ask: [{ ...question, conversation: speaker.id }] };
}

/** The run that is ahead or running; of several the one that begins next. */
async function periodNamed(name: string, { read, office }: CommandContext): Promise<Period | undefined> {
  const { calendar, policy, now } = read;
  const today = calendar.dayOf(now);
  const fits = (one: { readonly name: string; readonly aliases: readonly string[] }) =>
    one.name === name || one.aliases.includes(name);
  // One that was raised meanwhile is still meant by the name it had.
  const hazard = warningIn(name)?.hazard;
  const warning = (await warningsInForce(read)).find(
    (one) => one.name.startsWith(name) || fits(one) || one.warning!.hazard === hazard,
  );
  if (warning) return warning;
  const filed = (await read.members<Period>(PERIODS)).filter(
    (period) => fits(period) && (period.toDay ?? today) >= today,
  );
  if (filed.length > 0) return filed.toSorted((one, other) => (one.fromDay < other.fromDay ? -1 : 1))[0];

  const terms = { calendar, policy, own: office.periods.values() };
  const run = runsBetween(today, calendar.addDays(today, DAYS_OF_A_ROUND), terms).find(
    (one) => fits(one) || CATALOGUE.some((entry) => one.id.split('.')[1] === entry.id && entry.name === name),
  );
  return run && periodFrom(run, policy.keyPeriods.ladders[run.level], today, now);
}

async function aheadText({ read, office, text }: CommandContext): Promise<string> {
  const { calendar, now } = read;
  const periods = await read.members<Period>(PERIODS);
  const sheets = await read.members<KitSheet>(KIT_SHEETS);
  const untilAt = calendar.at(calendar.addDays(calendar.dayOf(now), DAYS_AHEAD), '24:00');
  const ahead = itemsAhead(periods, sheets, kitSource(read, office), calendar).filter(
    ({ leadAt: at }) => at <= untilAt,
  );
  const byRun = new Map<string, { at: Date; name: string; count: number }>();
  for (const { run, leadAt: at } of ahead) {
    const known = byRun.get(`${run.id} ${at.getTime()}`);
    byRun.set(`${run.id} ${at.getTime()}`, { at, name: run.name, count: (known?.count ?? 0) + 1 });
  }
  return words.kitsAheadText(DAYS_AHEAD, [...byRun.values()], sheets.flatMap(openEntries), text);
}
