import { type Decision, decide } from '../../../domain/decision.ts';
import { type Feed, type FeedSubject, feedsOf, MOST_LINKS, newFeed } from '../../../domain/duty/feeds/feed.ts';
import { unitNamed } from '../../../domain/people/find-units.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import {
  calendarName,
  linkText,
  NO_UNIT_CALENDAR,
  tooManyLinksText,
  WHICH_UNIT_CALENDAR,
} from '../../../domain/wording/feeds.ts';
import { unitName } from '../../../domain/wording/names.ts';
import { answer, type CommandContext, defineCommand, reply, WhichOne } from '../command.ts';
import { assertMayFor } from '../rights.ts';

const OWN_UNIT = /^(?:我们?|咱们?|本)(?:的)?(?:单位|镇|乡|街道|局|办|站|部门)?$/;

/** 我的日历, 本单位值班日历, 重点时段日历: a link that nobody can guess, in the private chat of whoever may see it. */
export default defineCommand({
  intent: 'feed',
  right: 'own-calendar',
  examples: ['我的日历', '本单位值班日历', '青山镇值班日历', '重点时段日历'],

  async handle(context) {
    const of = subjectAsked(context);
    return of ? given(context, of) : reply(context, NO_UNIT_CALENDAR);
  },
});

async function given(context: CommandContext, of: FeedSubject): Promise<Decision> {
  const { read, office, speaker } = context;
  const name = calendarName(of, office);
  const links = (await read.members<Feed>(feedsOf(speaker.id))).filter((link) => link.of === of);
  if (links.length >= MOST_LINKS) return reply(context, tooManyLinksText(name, links.length));

  const fresh = context.freshLink();
  return decide({
    save: [newFeed(speaker.id, of, fresh, read.now)],
    say: [answer(context, linkText(name, fresh.url))],
  });
}

/** Undefined where no unit is known that could be meant. */
function subjectAsked(context: CommandContext): FeedSubject | undefined {
  const { meaning } = context;
  if (meaning.item === 'periods') return 'periods';
  if (!meaning.unit) return 'own';
  const unit = unitMeant(context, meaning.unit);
  if (!unit) return undefined;
  assertMayFor(context, 'unit-calendar', unit);
  return unit;
}

function unitMeant({ office, speaker, read }: CommandContext, words: string): string | undefined {
  const found = unitNamed(office, words);
  const named =
    found.kind === 'one' ? [found.unit.id] : found.kind === 'several' ? found.units.map(({ id }) => id) : [];
  const own = OWN_UNIT.test(words) ? unitsOf(speaker, read.calendar.dayOf(read.now)) : [];
  const units = named.length > 0 ? named : own;
  if (units.length < 2) return units[0];
  const choices = units.slice(0, 9).map((id) => ({ label: unitName(office, id), value: unitName(office, id) }));
  throw new WhichOne('unit', WHICH_UNIT_CALENDAR, choices);
}
