import type { FallbackChannel } from './channel.ts';
import { postJson, type RobotAnswers } from './post-json.ts';

/** 45009: more than 20 in a minute · 45033: too many at once · -1: the service is busy. */
const ANSWERS: RobotAnswers = { code: (body) => body.errcode, throttled: [45009, 45033], busy: [-1], restMs: 60_000 };

/** The robot of a WeCom group; its address ends with its key. Takes 2,048 bytes of text and 20 posts a minute. */
export function wecomRobot(address: string): FallbackChannel {
  const url = new URL(address);
  return {
    name: 'wecom',
    maxBytes: 2_000,
    gapMs: 3_400,
    send: (content) => postJson(url, { msgtype: 'text', text: { content } }, ANSWERS),
  };
}
