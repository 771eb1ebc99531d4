import { chiefsOf } from '../../../domain/duty/zero-reports/chiefs.ts';
import type { Given, ZeroReport } from '../../../domain/duty/zero-reports/zero-report.ts';
import type { Message } from '../../../domain/message.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { arrivedText, situationText } from '../../../domain/wording/zero-reports.ts';
import type { CommandContext } from '../command.ts';

/** What others hear of a report that has just been given, and who of them reads what there is to report. */
export interface Tellings {
  readonly say: readonly Message[];
  readonly toldTo: readonly ThingId[];
}

/**
 * What happened, and what turned out not to have, goes at once to whoever is on duty for the whole office and to those who had heard
 * otherwise. Whoever had been asked to telephone need not any more.
 */
export async function tellings(
  context: CommandContext,
  report: ZeroReport,
  given: Given,
  before: Given | undefined,
): Promise<Tellings> {
  const { message, read, speaker, text } = context;
  const isNews = !given.allClear || (before !== undefined && !before.allClear);
  const waiting = before ? [] : (report.listedTo ?? []);
  if (!isNews && waiting.length === 0) return { say: [], toldTo: [] };

  // Where the speaker is the one on duty for the whole office, he knows.
  const chiefs = await chiefsOf(report.unit, read);
  const classes = new Map(chiefs.map((chief) => [chief.person, chief.class]));
  const earlier = report.given.flatMap(({ toldTo = [] }) => toldTo);
  const others = (people: readonly ThingId[]) => [...new Set(people)].filter((person) => person !== speaker.id);
  const toldTo = isNews ? others([...classes.keys(), ...earlier]) : [];
  const say = (people: readonly ThingId[], words: string, what: string): Message[] =>
    people.map((to) => ({ to, class: classes.get(to) ?? 'D', text: words, once: `${message.id}.${what}.${to}` }));
  return {
    say: [
      ...say(toldTo, situationText(report, given, text), 'situation'),
      ...say(
        others(waiting).filter((person) => !toldTo.includes(person)),
        arrivedText(report, given, text),
        'arrived',
      ),
    ],
    toldTo,
  };
}
