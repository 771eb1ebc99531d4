import { createHmac } from 'node:crypto';
import type { FallbackChannel } from './channel.ts';
import { postJson, type RobotAnswers } from './post-json.ts';

/** 9499 and 11232: too fast, or the service is busy at the full hour; older addresses answer with `StatusCode`. */
const ANSWERS: RobotAnswers = {
  code: (body) => body.code ?? body.StatusCode,
  throttled: [9499, 11232],
  busy: [],
  restMs: 60_000,
};

/** The robot of a Feishu group, with the secret that signs its posts where it demands one. Takes 20 KB, 100 posts a minute and 5 a second. */
export function feishuRobot(
  address: string,
  secret: string | undefined,
  nowMs: () => number = Date.now,
): FallbackChannel {
  const url = new URL(address);
  return {
    name: 'feishu',
    maxBytes: 6_000,
    gapMs: 670,
    send: (words) => {
      // `<at user_id="all">` in a text would ring for everybody.
      const text = words.replaceAll('<', '＜');
      const signed = secret === undefined ? {} : signature(secret, Math.floor(nowMs() / 1_000));
      return postJson(url, { ...signed, msg_type: 'text', content: { text } }, ANSWERS);
    },
  };
}

/** Signs nothing, with time and secret as the key: that is how Feishu wants it. */
function signature(secret: string, timestamp: number) {
  const sign = createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');
  return { timestamp: String(timestamp), sign };
}
