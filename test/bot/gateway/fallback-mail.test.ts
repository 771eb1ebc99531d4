import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mailChannel } from '../../../bot/gateway/fallback/mail.ts';
import { MailServer } from '../../support/mail-server.ts';

const TITLE = '值守备用通道：1条消息';
const TEXT = '（备用通道）高铺镇 周洁：T0612今天17:30到期';

let server: MailServer;
beforeEach(async () => {
  server = await MailServer.start();
});
afterEach(() => server.stop());

const channel = () =>
  mailChannel({
    server: `smtp://duty:pass-do-not-tell@127.0.0.1:${server.port}`,
    from: 'zhishou@example.cn',
    to: ['duty@example.cn', 'office@example.cn'],
  });

test('a mail reaches everybody who is named, with its title', async () => {
  expect(await channel().send(TEXT, TITLE)).toEqual({ kind: 'sent' });
  const [mail] = server.mails;
  expect(mail).toMatchObject({ from: 'zhishou@example.cn', to: ['duty@example.cn', 'office@example.cn'] });
  const subject = [...mail!.source.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)].map(([, way, words]) =>
    way!.toUpperCase() === 'B'
      ? Buffer.from(words!, 'base64').toString('utf8')
      : decodeURIComponent(words!.replaceAll('_', ' ').replaceAll('=', '%')),
  );
  expect(subject.join('')).toBe(TITLE);
  const body = mail!.source.slice(mail!.source.indexOf('\n\n') + 2);
  expect(Buffer.from(body, 'base64').toString('utf8').trim()).toBe(TEXT);
});

test.each([
  ['the password is wrong', 'AUTH', '535 no', 'refused'],
  ['nobody of that name is known', 'RCPT', '550 nobody', 'refused'],
  ['the server is full for now', '.', '451 try later', 'not-sent'],
  ['the server does not want it', '.', '554 no', 'refused'],
  ['the line breaks after the text', '.', 'hang up', 'unknown'],
])('what became of a mail is told: %s', async (_, word, answer, failure) => {
  server.answers.set(word, answer);
  const posted = await channel().send(TEXT, TITLE);
  expect(posted).toMatchObject({ kind: 'failed', failure });
  expect(JSON.stringify(posted)).not.toMatch(/do-not-tell|周洁|example/);
});

test('a server that cannot be reached has surely taken nothing', async () => {
  const gone = channel();
  await server.stop();
  expect(await gone.send(TEXT, TITLE)).toMatchObject({ kind: 'failed', failure: 'not-sent' });
  server = await MailServer.start();
});
