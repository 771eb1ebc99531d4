import { z } from 'zod';

const isAddress = (schemes: readonly string[]) => (text: string) =>
  URL.canParse(text) && schemes.includes(new URL(text).protocol) && new URL(text).hostname !== '';

// What is wrong is never quoted: whoever knows the address of a robot can post as it.
const robot = z.string().refine(isAddress(['https:', 'http:']), 'the address of the robot, beginning with https://');
const secret = z.string().regex(/^\S+$/, 'a secret without spaces');
const mailbox = z.string().regex(/^[^\s@,]+@[^\s@,]+$/, 'a mail address');
const mailboxes = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(mailbox));

/** The fall-back channels, tried in this order. */
export const fallbackEnv = {
  ZHISHOU_FALLBACK_WECOM_URL: robot
    .optional()
    .describe('Fall-back: webhook of a WeCom group robot in the duty office’s own group; a secret'),
  ZHISHOU_FALLBACK_DINGTALK_URL: robot.optional().describe('Fall-back: webhook of a DingTalk group robot; a secret'),
  ZHISHOU_FALLBACK_DINGTALK_SECRET: secret.optional().describe('Its signing secret (加签), where it has one'),
  ZHISHOU_FALLBACK_FEISHU_URL: robot.optional().describe('Fall-back: webhook of a Feishu group robot; a secret'),
  ZHISHOU_FALLBACK_FEISHU_SECRET: secret.optional().describe('Its signing secret (签名校验), where it has one'),
  ZHISHOU_FALLBACK_MAIL_SERVER: z
    .string()
    .refine(isAddress(['smtp:', 'smtps:']), 'an address such as smtps://name:password@mail.example.cn')
    .optional()
    .describe('Fall-back: mail server, as smtps://name:password@host or smtp://host:25; a secret'),
  ZHISHOU_FALLBACK_MAIL_FROM: mailbox.optional().describe('Sender of these mails'),
  ZHISHOU_FALLBACK_MAIL_TO: mailboxes.optional().describe('Who gets these mails; several with commas between them'),
};

type Values = z.infer<z.ZodObject<typeof fallbackEnv>>;

/** The channels that are set, and what is missing to one that is set in part. */
export function readFallback(values: Values) {
  const server = values.ZHISHOU_FALLBACK_MAIL_SERVER;
  const from = values.ZHISHOU_FALLBACK_MAIL_FROM;
  const to = values.ZHISHOU_FALLBACK_MAIL_TO;
  const problems = [
    ...orphan(values, 'ZHISHOU_FALLBACK_DINGTALK_SECRET', 'ZHISHOU_FALLBACK_DINGTALK_URL'),
    ...orphan(values, 'ZHISHOU_FALLBACK_FEISHU_SECRET', 'ZHISHOU_FALLBACK_FEISHU_URL'),
    ...orphan(values, 'ZHISHOU_FALLBACK_MAIL_SERVER', 'ZHISHOU_FALLBACK_MAIL_FROM'),
    ...orphan(values, 'ZHISHOU_FALLBACK_MAIL_SERVER', 'ZHISHOU_FALLBACK_MAIL_TO'),
    ...orphan(values, 'ZHISHOU_FALLBACK_MAIL_FROM', 'ZHISHOU_FALLBACK_MAIL_SERVER'),
    ...orphan(values, 'ZHISHOU_FALLBACK_MAIL_TO', 'ZHISHOU_FALLBACK_MAIL_SERVER'),
  ];
  const channels = {
    ...robotOf('wecom', values.ZHISHOU_FALLBACK_WECOM_URL),
    ...robotOf('dingtalk', values.ZHISHOU_FALLBACK_DINGTALK_URL, values.ZHISHOU_FALLBACK_DINGTALK_SECRET),
    ...robotOf('feishu', values.ZHISHOU_FALLBACK_FEISHU_URL, values.ZHISHOU_FALLBACK_FEISHU_SECRET),
    ...(server && from && to ? { mail: { server, from, to } } : {}),
  };
  return { channels, problems };
}

function orphan(values: Values, name: keyof Values, needed: keyof Values): string[] {
  return values[name] !== undefined && values[needed] === undefined ? [`${needed}: needed with ${name}`] : [];
}

function robotOf<Name extends string>(name: Name, url: string | undefined, secret?: string) {
  if (url === undefined) return {};
  const robot = { url, ...(secret === undefined ? {} : { secret }) };
  return { [name]: robot } as { readonly [name in Name]?: typeof robot };
}
