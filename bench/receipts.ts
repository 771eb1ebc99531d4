import { calendarLinks } from '../bot/calendar-links.ts';
import { randomCodes } from '../bot/codes.ts';
import { type DispatchContext, dispatch } from '../bot/dispatch.ts';
import { decideAndCommit } from '../domain/decide-and-commit.ts';
import { KINDS } from '../domain/kinds.ts';
import { answeredReceipts, noticeId } from '../domain/notices/collections.ts';
import type { Notice } from '../domain/notices/notice.ts';
import { handOut } from '../domain/notices/send-notice.ts';
import { writeNotice } from '../domain/notices/write-notice.ts';
import type { Batch } from '../domain/ports.ts';
import { fireDue } from '../workers/fire-due.ts';
import type { Row } from './figures.ts';
import { firing, inParallel, openPlace, type Place, store, unitsWithLiaisons } from './place.ts';

const PEOPLE = 5_000;
const IN_FLIGHT = 100;
const NO = 'N0001';

/** A notice to 5,000 people who all answer as fast as they can: counted right, told once, and no fight over one record. */
export async function receipts(): Promise<Row[]> {
  const place = await openPlace();
  try {
    await store(place, unitsWithLiaisons(PEOPLE + 1));
    await send(place);
    const conflicts = { count: 0 };
    const startMs = performance.now();
    await answerAll(place, conflicts);
    const seconds = (performance.now() - startMs) / 1_000;
    const { answered, told, state } = await outcome(place);
    return [
      {
        what: `(n) ${PEOPLE} receipts as fast as they come`,
        figure: `${seconds.toFixed(1)} s, ${answered} counted, ${told} summaries, ${conflicts.count} version conflicts`,
        against: `within 60 s, all counted, one summary, the notice ${state}`,
        ok: seconds <= 60 && answered === PEOPLE && told === 1 && state === 'closed',
      },
    ];
  } finally {
    await place.close();
  }
}

async function send({ office, settings, offices }: Place): Promise<void> {
  const people = Array.from({ length: PEOPLE }, (_, index) => `person.p${index}`);
  const origin = { no: NO, author: `person.p${PEOPLE}`, at: office.clock.now() };
  let notice = writeNotice('notice', { text: '明天停电检修', needAck: true }, people, origin, settings.policy.notices);
  const ground = { store: office.store.things, kinds: KINDS, offices, now: () => office.clock.now() };
  while (notice.handedOut < PEOPLE) {
    await decideAndCommit('hand out', { ...settings, ...ground }, async (read) => {
      await read.thing(notice.id);
      const decision = handOut(
        notice,
        read.now,
        { office: await read.office(), calendar: read.calendar, now: read.now },
        read,
      );
      notice = decision.save[0] as Notice;
      return { decision, actor: { system: 'bench' } };
    });
  }
}

async function answerAll({ office, settings, offices }: Place, conflicts: { count: number }): Promise<void> {
  const things = office.store.things;
  const commit = things.commit.bind(things);
  things.commit = async (batch: Batch) => {
    const outcome = await commit(batch);
    if (outcome.kind === 'conflict') conflicts.count++;
    return outcome;
  };
  const context: DispatchContext = {
    ...settings,
    ...{ store: things, kinds: KINDS, offices, codes: randomCodes, now: () => office.clock.now() },
    tables: { sheetsOf: async () => [], tableIn: () => undefined, speechIn: async () => undefined },
    freshLink: calendarLinks('http://127.0.0.1'),
    log: {
      debug() {},
      error(fields) {
        throw (fields as { err: unknown }).err;
      },
    },
  };
  const all = Array.from({ length: PEOPLE }, (_, index) => index);
  await inParallel(all, IN_FLIGHT, async (index) => {
    const at = office.clock.now();
    const handled = await dispatch(
      {
        ...{ id: `receipt.${index}`, sentAt: at, receivedAt: at, kind: 'text', text: '收到' },
        from: { contactId: `wx-${index}`, name: '' },
        ...{ mentionsMe: false, mentionsAll: false, mentions: [] },
      },
      context,
    );
    if (handled !== 'done') throw new Error(`receipt ${index} ended as ${handled}`);
  });
}

/** What the notice has become once everything that was nudged has been looked at. */
async function outcome(place: Place) {
  const { store: stored, redis, keys } = place.office;
  const context = firing(place);
  for (let tries = 0; tries < 3; tries++) await fireDue([noticeId(NO)], stored.wakes, context);
  const [notice] = await stored.things.load([noticeId(NO)]);
  const said = await redis.hvals(keys.conversation(`person.p${PEOPLE}`));
  return {
    answered: await stored.things.collectionSize(answeredReceipts(noticeId(NO))),
    told: said.filter((item) => item.includes('已收齐')).length,
    state: (notice!.thing as Notice).state,
  };
}
