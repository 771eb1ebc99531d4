import { decide } from '../../../domain/decision.ts';
import { type Feed, type FeedSubject, feedsOf, newFeed } from '../../../domain/duty/feeds/feed.ts';
import { may } from '../../../domain/people/rights.ts';
import { calendarName, LINKS_REVOKED, NO_LINKS, renewedLinksText } from '../../../domain/wording/feeds.ts';
import { answer, type CommandContext, defineCommand, reply } from '../command.ts';

/** A longer answer nobody reads; whoever had more asks for the rest again. */
const MOST_RENEWED = 4;

/** 换一个日历链接: every link that the speaker has is void from now on, with a new one for each thing they showed. */
export default defineCommand({
  intent: 'feed_renew',
  right: 'own-calendar',
  examples: ['换一个日历链接', '日历链接泄露了', '停用日历链接'],

  async handle(context) {
    const { read, office, speaker, meaning } = context;
    const links = await read.members<Feed>(feedsOf(speaker.id));
    if (links.length === 0) return reply(context, NO_LINKS);

    const drop = links.map(({ id }) => id);
    const subjects = [...new Set(links.map(({ of }) => of))].filter((of) => mayStillSee(context, of));
    if (meaning.approve === false || subjects.length === 0)
      return decide({ drop, say: [answer(context, LINKS_REVOKED)] });

    const renewed = subjects.slice(0, MOST_RENEWED).map((of) => ({ of, link: context.freshLink() }));
    const shown = renewed.map(({ of, link }) => ({ name: calendarName(of, office), url: link.url }));
    return decide({
      drop,
      save: renewed.map(({ of, link }) => newFeed(speaker.id, of, link, read.now)),
      say: [answer(context, renewedLinksText(shown))],
    });
  },
});

function mayStillSee({ speaker, office, read }: CommandContext, of: FeedSubject): boolean {
  const day = read.calendar.dayOf(read.now);
  if (of === 'own' || of === 'periods') return true;
  return may({ person: speaker, right: 'unit-calendar', unit: of, office, day }).allowed;
}
