import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../config/root.ts';

const READY = '已就绪';
const START_PATIENCE_MS = 120_000;

export interface RunningProduct {
  readonly chatUrl: string;
  stop(): Promise<void>;
}

/** The whole product in a data folder of its own, on free ports; what it leaves behind goes with `stop`. */
export async function startProduct(environment: NodeJS.ProcessEnv): Promise<RunningProduct> {
  const data = await mkdtemp(join(tmpdir(), 'zhishou-shots-'));
  const [chatPort, webPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [join(projectRoot(), 'scripts', 'zhishou.mjs'), 'start'], {
    env: {
      ...environment,
      REDIS_URL: '',
      WECHATY_PUPPET: '',
      ZHISHOU_OFFICE_FILE: '',
      ZHISHOU_POLICY_FILE: '',
      ZHISHOU_DATA: data,
      ZHISHOU_CHAT_PORT: String(chatPort),
      ZHISHOU_WEB_PORT: String(webPort),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    await ended(child);
    await rm(data, { recursive: true, force: true });
  };
  try {
    await ready(child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { chatUrl: `http://127.0.0.1:${chatPort}`, stop };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`the product did not start: ${said}`)), START_PATIENCE_MS);
    child.stdout?.on('data', (part) => {
      said += part;
      if (!said.includes(READY)) return;
      clearTimeout(late);
      resolve();
    });
    child.once('exit', () => {
      clearTimeout(late);
      reject(new Error(`the product ended before it was ready: ${said}`));
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
