import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Env } from '../config/env.ts';
import { openLog } from '../config/logger.ts';
import { crashPointFrom, type Running } from '../config/process.ts';
import { readSettings } from '../config/settings.ts';
import { KINDS } from '../domain/kinds.ts';
import { OfficeCache } from '../domain/reading.ts';
import { secrecyMarkIn } from '../domain/secrecy/secrecy-mark.ts';
import { openFileStore } from '../store/files/file-store.ts';
import { RedisInbox } from '../store/inbox.ts';
import { Lease } from '../store/lease.ts';
import { Logins } from '../store/logins.ts';
import { openOffice } from '../store/open-office.ts';
import { SafeInbox } from '../store/safe-inbox.ts';
import { Spill } from '../store/spill.ts';
import { calendarLinks } from './calendar-links.ts';
import { randomCodes } from './codes.ts';
import { type DispatchContext, dispatch, giveUpOn } from './dispatch.ts';
import { markOfFile } from './files/mark-of-file.ts';
import { openTables } from './files/open-tables.ts';
import { printFirstCode } from './first-code.ts';
import { createAccountAge } from './gateway/account-age.ts';
import { openFallbackChannels } from './gateway/fallback/open-channels.ts';
import { loginCodeForTerminal } from './gateway/login-qr.ts';
import { paceOf } from './gateway/pace.ts';
import { createWechatyGateway } from './gateway/wechaty-gateway.ts';
import { Inbox } from './inbox.ts';
import { createNoteSent } from './outbox/note-sent.ts';
import { createOvertaken } from './outbox/overtaken.ts';
import { createSender } from './outbox/sender.ts';
import { markUnreachable } from './reachability.ts';
import { refuseSecret } from './secrecy.ts';

const BEAT_MS = 3_000;
const SENDERS = 50;

/** Process 1: the only one that speaks in chat. Of several on one account the one that holds the lease does, the others stand by. */
export async function runBot(env: Env & { REDIS_URL: string }): Promise<Running> {
  const log = openLog(env, 'bot');
  const settings = readSettings(env);
  const crashPoint = crashPointFrom(env);
  const holder = randomUUID();
  let lease: Lease | undefined;
  const office = await openOffice({
    url: env.REDIS_URL,
    office: env.ZHISHOU_OFFICE,
    fence: { lease: 'bot', number: () => lease?.fence() },
    crashPoint,
    onTrouble: (error) => log.warn({ err: error }, 'an alarm could not be filed; the sweep will find it'),
    onSkew: (skewMs) => log.error({ skewMs }, 'the clock of this machine is off by more than two seconds'),
  });
  const { clock, store } = office;
  const offices = new OfficeCache();
  const files = openFileStore(join(env.dataDir, 'files'));
  const context: DispatchContext = {
    ...settings,
    ...{ store: store.things, kinds: KINDS, offices, codes: randomCodes, tables: openTables(files), log, crashPoint },
    freshLink: calendarLinks(env.publicUrl),
    now: () => clock.now(),
  };

  const wait = (ms: number, signal?: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => {});
  const gateway = createWechatyGateway({
    puppet: {
      name: env.WECHATY_PUPPET,
      options: env.isLocal ? { url: localChatUrl(env), ...env.WECHATY_PUPPET_OPTIONS } : env.WECHATY_PUPPET_OPTIONS,
    },
    pace: paceOf(settings.policy.pace),
    files,
    logger: log,
    now: () => clock.now(),
    memory: join(env.dataDir, 'login'),
    mayStore: ({ name, text }) => secrecyMarkIn(`${name}\n${text}`) === undefined,
    markIn: markOfFile,
  });
  const age = createAccountAge({
    logins: new Logins(office.redis, office.keys),
    self: () => gateway.self(),
    now: () => clock.now(),
    onTrouble: (error) => log.warn({ err: error }, 'the login could not be noted; the account is taken to be new'),
  });
  const sender = createSender({
    ...settings,
    store: store.outbox,
    gateway,
    office: async () => (await offices.get(store.things)).office,
    clock,
    wait,
    log,
    crashPoint,
    newSinceMs: age.sinceMs,
    overtaken: createOvertaken(store.things),
    onUnreachable: (person, contactId) => markUnreachable(person, contactId, context),
    onSent: createNoteSent(context),
    fallbackChannels: openFallbackChannels(env.fallback),
  });
  const stored = new RedisInbox(office.redis, office.keys);
  const spill = new Spill(env.dataDir);
  const safe = new SafeInbox(stored, spill, () => void inbox.replay());
  const inbox: Inbox = new Inbox({
    store: {
      accept: (message) => safe.accept(message),
      pending: () => stored.pending(),
      started: (entryId) => stored.started(entryId),
      remove: (entryId) => stored.remove(entryId),
    },
    handle: (message) => dispatch(message, context),
    giveUp: (message) => {
      log.error({ messageId: message.id }, 'a message has ended several processes and is not read again');
      return giveUpOn(message, context);
    },
    secrecy: (message, mark) => refuseSecret(message, mark, context),
    holdMs: env.ZHISHOU_ROOM_HOLD_MS,
    ...{ wait, log, crashPoint },
  });

  const speaking = await whenElected();
  async function whenElected(): Promise<{ stop(): Promise<void> }> {
    await new Promise<void>((resolve, reject) => {
      lease = new Lease(office.redis, office.keys, 'bot', {
        holder,
        onHeld: resolve,
        // A bot that goes on speaking after another has taken over says things twice: end, and stand by afresh.
        onLost: () => {
          log.fatal('the lease is lost');
          process.exit(1);
        },
      });
      lease.start().then((held) => held || log.info('another bot speaks; standing by'), reject);
    });
    return startSpeaking();
  }

  async function startSpeaking(): Promise<{ stop(): Promise<void> }> {
    await printFirstCode(context);
    await safe.start();
    await inbox.replay();
    const alarm = office.outboxAlarms.runWorker(
      await office.workerConnection(),
      async (conversations) => {
        // The pace of the account decides how long this takes; the alarm must not wait for it.
        for (const to of conversations)
          sender.lookAt(to).catch((error) => log.warn({ err: error }, 'a conversation could not be looked at'));
      },
      {
        concurrency: SENDERS,
        onTrouble: (error) => log.warn({ err: error }, 'the outbox is in trouble; the sweep will look again'),
      },
    );
    await gateway.start({
      message: (message) => inbox.take(message),
      own: (own) => sender.noteOwn(own),
      state: (state) => {
        void beat();
        void age.changed(state);
        sender
          .sessionChanged(state)
          .catch((error) => log.warn({ err: error }, 'what waits could not be looked at; the sweep will look again'));
      },
      scan: (code) => void loginCodeForTerminal(code).then((picture) => process.stdout.write(`${picture}\n`)),
    });
    await alarm.ready();
    return {
      async stop() {
        await gateway.stop();
        await alarm.close(5_000);
        await sender.stop();
      },
    };
  }

  async function beat(): Promise<void> {
    const { channels, failing } = sender.fallbackHealth();
    const { untilMs, share } = sender.heldBack();
    const fields = {
      leads: lease?.isHeld() ?? false,
      session: gateway.state(),
      silentUntilMs: untilMs ?? null,
      share,
      inbox: inbox.depth,
      spilled: (await spill.isEmpty()) ? 0 : 1,
      skewMs: clock.skewMs,
      fallbackChannels: channels,
      fallbackFailing: failing,
      rssBytes: process.memoryUsage.rss(),
    };
    await office.heartbeats.beat({ process: 'bot', pid: process.pid, atMs: Date.now(), fields }).catch(() => {});
  }
  await beat();
  const beating = setInterval(beat, BEAT_MS);
  log.info({ pid: process.pid, puppet: env.WECHATY_PUPPET }, 'bot is ready');

  return {
    async stop() {
      clearInterval(beating);
      await speaking.stop();
      inbox.stop();
      safe.stop();
      await lease?.stop();
      await office.heartbeats.leave('bot', process.pid).catch(() => {});
      await office.close();
    },
  };
}

function localChatUrl(env: Env): string {
  return `http://127.0.0.1:${env.ZHISHOU_CHAT_PORT}`;
}
