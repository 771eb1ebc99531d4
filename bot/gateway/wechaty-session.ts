import { WechatyImpl, type WechatyInterface } from 'wechaty/impls';
import { type impls, log, type Puppet } from 'wechaty-puppet';
import { makePuppet, type PuppetChoice } from './puppets.ts';
import { isSoundHeartbeat } from './session.ts';

export interface SessionListener {
  scan(code: string): void;
  login(self: { readonly contactId: string; readonly name: string }): void;
  logout(reason: string): void;
  /** A heartbeat that proves the session alive. */
  alive(): void;
  message(id: string): void;
  error(error: Error): void;
}

/** One Wechaty with one puppet. Never started again: a reconnect opens another, because stopping leaves listeners behind. */
export interface WechatySession {
  readonly puppet: Puppet;
  /** Resolves also when nobody is logged in yet. */
  start(): Promise<void>;
  /** After this the listener hears nothing more. */
  close(): Promise<void>;
  /** True when the whole way to the channel and back answered in time. */
  probe(ms: number): Promise<boolean>;
}

export async function openSession(
  choice: PuppetChoice,
  listener: SessionListener,
  memory: string | undefined,
): Promise<WechatySession> {
  const puppet = await makePuppet(choice);
  const bot: WechatyInterface = new WechatyImpl({
    puppet: puppet as unknown as impls.PuppetInterface,
    ...(memory && { name: memory }),
  });
  const session = { closed: false };
  listen(bot, puppet, listener, session);

  return {
    puppet,
    start: () => bot.start(),
    async close() {
      session.closed = true;
      await bot.stop();
    },
    probe: (ms) => probe(puppet, ms),
  };
}

/** The library prints its own lines to the console; what matters of them comes to us as errors. */
log.level('error');

/** An error listener stays on for ever: without one, the first late error would end the process. */
function listen(bot: WechatyInterface, puppet: Puppet, listener: SessionListener, session: { closed: boolean }): void {
  const whenOpen =
    <A extends unknown[]>(heard: (...args: A) => void | Promise<void>) =>
    (...args: A) =>
      session.closed ? undefined : heard(...args);

  bot.on(
    'error',
    whenOpen((error: Error) => listener.error(error)),
  );
  bot.on(
    'scan',
    whenOpen((code: string) => listener.scan(code)),
  );
  puppet.on(
    'login',
    bot.wrapAsync(
      whenOpen(async ({ contactId }: { contactId: string }) => {
        const { name } = await puppet.contactPayload(contactId);
        if (!session.closed && puppet.isLoggedIn) listener.login({ contactId, name });
      }),
    ),
  );
  puppet.on(
    'logout',
    whenOpen(({ data }) => listener.logout(data ?? '')),
  );
  puppet.on(
    'heartbeat',
    whenOpen(({ data }) => (isSoundHeartbeat(data) ? listener.alive() : undefined)),
  );
  puppet.on(
    'message',
    whenOpen(({ messageId }) => listener.message(messageId)),
  );
}

function probe(puppet: Puppet, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (answered: boolean) => {
      clearTimeout(timer);
      puppet.off('dong', onDong);
      resolve(answered);
    };
    const onDong = () => finish(true);
    const timer = setTimeout(() => finish(false), ms);
    puppet.on('dong', onDong);
    puppet.ding('probe');
  });
}
