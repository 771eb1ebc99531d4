import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { Command } from 'commander';
import { BadConfiguration, type Env, officeFilePath, readEnv } from '../config/env.ts';
import { holidayTables } from '../config/holidays.ts';
import { openLog } from '../config/logger.ts';
import { type Running, untilEnd } from '../config/process.ts';
import { readSettings } from '../config/settings.ts';
import { keyPeriodsWith } from '../domain/calendar/key-periods.ts';
import type { MeetingOptions } from './commands/meeting.ts';
import type { UnderstandOptions } from './commands/understand.ts';

const out = (line: string) => void process.stdout.write(`${line}\n`);
const program = new Command('zhishou').description(
  '值守: keeps tasks, deadlines and duty for local government chat groups',
);

program
  .command('start', { isDefault: true })
  .description('run everything in one process tree, with a Redis of its own where REDIS_URL is not set')
  .action(async () => {
    const { start } = await import('./commands/start.ts');
    await start(readEnv());
  });

/** Every process and command is loaded when it is asked for: four processes start at once, and the chat library alone takes a second. */
const PROCESSES: Readonly<
  Record<string, { words: string; load: () => Promise<(env: Env & { REDIS_URL: string }) => Promise<Running>> }>
> = {
  bot: { words: 'the process that speaks in chat', load: async () => (await import('../bot/main.ts')).runBot },
  workers: { words: 'the process that keeps time', load: async () => (await import('../workers/main.ts')).runWorkers },
  web: { words: 'health and metrics', load: async () => (await import('../web/main.ts')).runWeb },
  chat: { words: 'the local chat', load: async () => (await import('../bot/local-chat.ts')).runLocalChat },
};
for (const [name, { words, load }] of Object.entries(PROCESSES)) {
  program
    .command(name)
    .description(words)
    .option('--livez', 'answer /livez in this process, for a container of its own')
    .action((options: { livez?: boolean }) => runProcess(name, load, options.livez === true));
}

program
  .command('check')
  .argument('[file]', 'office file')
  .description('say everything that is wrong with the configuration and an office file')
  .action(async (file?: string) => {
    const { check } = await import('./commands/check.ts');
    const args = file ? [file] : [];
    process.exitCode = await check(args, {
      out,
      readFile: readText,
      officeFile: officeFile(),
      otherProblems: configurationProblems,
    });
  });

program
  .command('office')
  .description('the office file')
  .command('apply')
  .argument('<file>')
  .option('--dry-run', 'only print the difference')
  .description('take an office file in; may be repeated')
  .action(async (file: string, options: { dryRun?: boolean }) => {
    const { officeApply } = await import('./commands/office-apply.ts');
    const { commitAsSystem, officeThingsIn, withOffice } = await import('./office-store.ts');
    const env = readEnv();
    const settings = readSettings(env);
    process.exitCode = await withOffice(env, (office) => {
      const now = office.clock.now();
      return officeApply([file, ...(options.dryRun ? ['--dry-run'] : [])], {
        ...{ out, readFile: readText, today: settings.calendar.dayOf(now) },
        current: () => officeThingsIn(office),
        apply: (decision) => commitAsSystem(decision, office, settings, 'office apply'),
        ...(env.isLocal && { localChatBoundAt: now }),
      });
    });
  });

program
  .command('preview')
  .requiredOption('--from <day>', 'first day, 2026-01-15')
  .requiredOption('--to <day>', 'last day')
  .option('--json', 'one JSON array')
  .description('what would be sent if nobody answered anything')
  .action(async (options: { from: string; to: string; json?: boolean }) => {
    const { printPreview } = await import('./commands/preview.ts');
    await printPreview(readEnv(), { ...options, json: options.json === true }, out);
  });

program
  .command('poster')
  .argument('<file>', 'the picture to write, 2027.png')
  .option('--year <year>', 'a civil year; this one if left out')
  .option('--office <file>', 'office file; the one of the settings if left out')
  .description('the key periods of a year as a picture for the wall; needs no Redis')
  .action(async (file: string, options: { year?: string; office?: string }) => {
    const { poster } = await import('./commands/poster.ts');
    const env = readEnv();
    process.exitCode = await poster(file, options.year, {
      ...{ out, readFile: readText, officeFile: options.office ?? officeFilePath(env) },
      ...{ settings: readSettings(env), now: new Date() },
    });
  });

program
  .command('understand')
  .argument('[text]', 'a message; explained in Chinese')
  .option('--jsonl', 'read one JSON object a line from standard input and answer one a line')
  .option('--at <instant>', 'when it was written, 2026-01-15T10:12:00+08:00; now if left out')
  .option('--from <name>', 'who wrote it')
  .option('--quote <text>', 'the message it quotes, with its sender: 值守：…')
  .option('--unaddressed', 'said in a room without mentioning the bot')
  .description('how a text is read; needs no Redis and changes nothing')
  .action(async (text: string | undefined, options: UnderstandOptions & { jsonl?: boolean; unaddressed?: boolean }) => {
    const { understandLines, understandText } = await import('./commands/understand.ts');
    const { office, periods } = readSettings(readEnv()).policy;
    const ground = { tables: holidayTables(), office, periods };
    if (options.jsonl) process.exitCode = await understandLines(process.stdin, ground, out);
    else if (text === undefined) throw new Error('say a text, or --jsonl and one JSON object a line');
    else {
      const said = { ...options, addressed: !options.unaddressed };
      process.exitCode = understandText(text, said, new Date(), ground, out);
    }
  });

program
  .command('meeting')
  .argument('<file>', 'a speech: txt, docx or pdf with text')
  .option('--date <day>', 'day of the meeting, 2026-01-16; without it deadlines stay as said')
  .option('--json', 'one JSON row a line')
  .description('the draft list of tasks in a speech; needs no Redis and changes nothing')
  .action(async (file: string, options: MeetingOptions) => {
    const { meeting } = await import('./commands/meeting.ts');
    const { calendar, policy } = readSettings(readEnv());
    const ground = { calendar, periods: keyPeriodsWith(policy.periods) };
    process.exitCode = await meeting(file, options, ground, out);
  });

program
  .command('audit')
  .description('the ledger')
  .command('verify')
  .description('recompute the audit chain')
  .action(async () => {
    const { auditVerify } = await import('./commands/audit-verify.ts');
    process.exitCode = await auditVerify(readEnv(), out);
  });

program
  .command('duty')
  .description('checks of duty')
  .command('verify')
  .argument('[file]', 'text copied from the chat; standard input if left out')
  .description('whether a published plan of unannounced checks is the one that was sealed')
  .action(async (file?: string) => {
    const { dutyVerify } = await import('./commands/duty-verify.ts');
    const text = file ? await readText(file) : await textOf(process.stdin);
    process.exitCode = dutyVerify(text, out);
  });

async function runProcess(
  name: string,
  load: () => Promise<(env: Env & { REDIS_URL: string }) => Promise<Running>>,
  livez: boolean,
): Promise<void> {
  const env = readEnv();
  if (!env.REDIS_URL)
    throw new BadConfiguration([`REDIS_URL: "zhishou ${name}" needs a Redis; "zhishou start" brings its own`]);
  const log = openLog(env, name);
  const alive = livez ? await (await import('../web/main.ts')).serveLivez(env) : undefined;
  const running = await (await load())({ ...env, REDIS_URL: env.REDIS_URL });
  untilEnd({ stop: () => Promise.all([running.stop(), alive?.stop()]).then(() => {}) }, log);
}

async function configurationProblems(): Promise<readonly string[]> {
  try {
    readSettings(readEnv());
    return [];
  } catch (error) {
    if (error instanceof BadConfiguration) return error.problems;
    throw error;
  }
}

function officeFile(): string {
  try {
    return officeFilePath(readEnv());
  } catch {
    return 'config/sample-office.yaml';
  }
}

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8');
}

program.parseAsync().catch((error: unknown) => {
  const lines =
    error instanceof BadConfiguration ? error.problems : [error instanceof Error ? error.message : String(error)];
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
});
