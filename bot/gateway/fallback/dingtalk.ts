import { createHmac } from 'node:crypto';
import type { FallbackChannel } from './channel.ts';
import { postJson, type RobotAnswers } from './post-json.ts';

/** 130101, 410100: too fast, and then ten minutes of silence · -1: the service is busy. */
const ANSWERS: RobotAnswers = {
  code: (body) => body.errcode,
  throttled: [130101, 410100],
  busy: [-1],
  restMs: 600_000,
};

/** The robot of a DingTalk group, with the secret that signs its posts where it demands one. Takes 20,000 bytes and 20 posts a minute. */
export function dingtalkRobot(
  address: string,
  secret: string | undefined,
  nowMs: () => number = Date.now,
): FallbackChannel {
  return {
    name: 'dingtalk',
    maxBytes: 6_000,
    gapMs: 3_400,
    send: (content) => {
      const url = new URL(address);
      if (secret !== undefined) sign(url, secret, nowMs());
      return postJson(url, { msgtype: 'text', text: { content } }, ANSWERS);
    },
  };
}

function sign(url: URL, secret: string, nowMs: number): void {
  url.searchParams.set('timestamp', String(nowMs));
  url.searchParams.set('sign', createHmac('sha256', secret).update(`${nowMs}\n${secret}`).digest('base64'));
}
