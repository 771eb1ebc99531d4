import type { FallbackChannel } from './channel.ts';
import { dingtalkRobot } from './dingtalk.ts';
import { feishuRobot } from './feishu.ts';
import { type MailSettings, mailChannel } from './mail.ts';
import { wecomRobot } from './wecom.ts';

export interface Robot {
  readonly url: string;
  /** Where the robot demands signed posts. */
  readonly secret?: string;
}

/** The fall-back channels of an office, each at most once. */
export interface FallbackSettings {
  readonly wecom?: Robot;
  readonly dingtalk?: Robot;
  readonly feishu?: Robot;
  readonly mail?: MailSettings;
}

/** In the order in which they are tried. */
export function openFallbackChannels({ wecom, dingtalk, feishu, mail }: FallbackSettings): FallbackChannel[] {
  return [
    ...(wecom ? [wecomRobot(wecom.url)] : []),
    ...(dingtalk ? [dingtalkRobot(dingtalk.url, dingtalk.secret)] : []),
    ...(feishu ? [feishuRobot(feishu.url, feishu.secret)] : []),
    ...(mail ? [mailChannel(mail)] : []),
  ];
}
