import { join, resolve } from 'node:path';
import { z } from 'zod';
import { fallbackEnv, readFallback } from './fallback-env.ts';
import { projectRoot } from './root.ts';

const port = z.coerce.number().int().min(0).max(65_535);

/** Every variable the product reads, with its default and one line of explanation. */
export const envSchema = z.object({
  ZHISHOU_DATA: z
    .string()
    .default('data')
    .describe('Folder for the embedded Redis, the local chat and files people send'),
  REDIS_URL: z
    .string()
    .regex(/^(rediss?:\/\/|unix:|\/)/, 'a redis://, rediss:// or unix socket address')
    .optional()
    .describe('Redis to use; without it the program starts one of its own'),
  ZHISHOU_OFFICE: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'small letters, digits and hyphens')
    .default('office')
    .describe('Name of the office in Redis keys'),
  ZHISHOU_CHAT_PORT: port.default(8780).describe('Port of the local chat'),
  ZHISHOU_CHAT_HOST: z.string().default('127.0.0.1').describe('Address the local chat listens on'),
  ZHISHOU_WEB_PORT: port.default(8790).describe('Port of health and metrics'),
  ZHISHOU_WEB_HOST: z.string().default('127.0.0.1').describe('Address health and metrics listen on'),
  ZHISHOU_PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^\s/]+(\/\S*)?$/, 'an address such as https://duty.example.cn')
    .optional()
    .describe(
      'Address under which people reach the web process, for calendar links; http://127.0.0.1 with its port unless set',
    ),
  ZHISHOU_OFFICE_FILE: z.string().optional().describe('Office file taken in once where Redis knows no office yet'),
  ZHISHOU_POLICY_FILE: z.string().optional().describe('YAML file with the settings that differ from the defaults'),
  WECHATY_PUPPET: z
    .string()
    .default('local')
    .describe('Puppet: local, or the name of an installed Wechaty puppet package'),
  WECHATY_PUPPET_OPTIONS: z
    .string()
    .default('{}')
    .transform((text, context) => {
      try {
        return JSON.parse(text) as Record<string, unknown>;
      } catch {
        context.addIssue({ code: 'custom', message: 'must be JSON, for example {"token":"…"}' });
        return z.NEVER;
      }
    })
    .describe('Options of that puppet, as JSON'),
  ...fallbackEnv,
  ZHISHOU_ROOM_HOLD_MS: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe('How long messages of one room are held to be put in order; 0 with the local chat, else 300'),
  ZHISHOU_CRASH_AT: z
    .string()
    .optional()
    .describe('Test switch: the named point at which a process kills itself, once per data folder; local chat only'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('How much is logged'),
});

export type Env = Readonly<
  Omit<z.infer<typeof envSchema>, 'ZHISHOU_ROOM_HOLD_MS' | keyof typeof fallbackEnv> & {
    ZHISHOU_ROOM_HOLD_MS: number;
    dataDir: string;
    publicUrl: string;
    isLocal: boolean;
    fallback: ReturnType<typeof readFallback>['channels'];
  }
>;

/** The configuration is wrong; `problems` names everything that is, a line each. */
export class BadConfiguration extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'BadConfiguration';
    this.problems = problems;
  }
}

/** Reads and checks the environment, once, at the start of a process. Names all bad variables together. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const result = envSchema.safeParse(Object.fromEntries(Object.entries(source).filter(([, value]) => value !== '')));
  if (!result.success) {
    throw new BadConfiguration(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const fallback = readFallback(result.data);
  const isLocal = result.data.WECHATY_PUPPET === 'local';
  const strayCrash = result.data.ZHISHOU_CRASH_AT && !isLocal ? ['ZHISHOU_CRASH_AT: only with the local chat'] : [];
  const problems = [...fallback.problems, ...strayCrash];
  if (problems.length > 0) throw new BadConfiguration(problems);
  return {
    ...result.data,
    ZHISHOU_ROOM_HOLD_MS: result.data.ZHISHOU_ROOM_HOLD_MS ?? (isLocal ? 0 : 300),
    dataDir: resolve(result.data.ZHISHOU_DATA),
    publicUrl: result.data.ZHISHOU_PUBLIC_URL ?? `http://127.0.0.1:${result.data.ZHISHOU_WEB_PORT}`,
    isLocal,
    fallback: fallback.channels,
  };
}

/** The office file that is taken in where no office is known yet; the sample unless one is named. */
export function officeFilePath(env: Pick<Env, 'ZHISHOU_OFFICE_FILE'>): string {
  return env.ZHISHOU_OFFICE_FILE ?? join(projectRoot(), 'config', 'sample-office.yaml');
}
