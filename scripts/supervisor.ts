import { type ChildProcess, fork } from 'node:child_process';
import type { Logger } from '../config/logger.ts';

export interface ChildSpec {
  readonly name: string;
  readonly args: readonly string[];
}

interface Child {
  readonly spec: ChildSpec;
  process: ChildProcess | undefined;
  restarts: number;
}

export interface SupervisorParts {
  /** The script that every child runs, and how Node is to be started for it. */
  readonly script: string;
  readonly execArgv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly log: Logger;
  /** Hears of every process that is started. */
  readonly onSpawn: (name: string, pid: number) => void;
}

const STOP_MS = 12_000;
const RESTART_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** Runs the product's processes as children: starts them again when they die, and ends them when it ends itself. */
export class Supervisor {
  private readonly parts: SupervisorParts;
  private readonly children: Child[] = [];
  private stopping = false;

  constructor(parts: SupervisorParts) {
    this.parts = parts;
  }

  /** Resolves when the child says that it is ready; rejects when it ends before that. */
  start(spec: ChildSpec): Promise<void> {
    const child: Child = { spec, process: undefined, restarts: 0 };
    this.children.push(child);
    return this.spawn(child);
  }

  /** The process that was started last is ended first: it uses the others. */
  async stop(): Promise<void> {
    this.stopping = true;
    const [last, ...others] = this.children.toReversed();
    await end(last?.process);
    await Promise.all(others.map((child) => end(child.process)));
  }

  private spawn(child: Child): Promise<void> {
    const { script, execArgv, env, log, onSpawn } = this.parts;
    // The channel between us is also how a child notices that its parent is gone, however it went.
    const running = fork(script, [...child.spec.args], {
      execArgv: [...execArgv],
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.process = running;
    if (running.pid !== undefined) onSpawn(child.spec.name, running.pid);
    log.debug({ child: child.spec.name, pid: running.pid }, 'started');

    return new Promise((resolve, reject) => {
      running.on('message', (message) => {
        if (message === 'ready') {
          child.restarts = 0;
          resolve();
        }
      });
      running.once('exit', (code, signal) => {
        reject(new Error(`${child.spec.name} ended before it was ready (${signal ?? code})`));
        if (!this.stopping) this.restart(child, signal ?? String(code));
      });
    });
  }

  private restart(child: Child, how: string): void {
    const pauseMs = RESTART_MS[Math.min(child.restarts++, RESTART_MS.length - 1)]!;
    this.parts.log.warn({ child: child.spec.name, how, pauseMs }, 'a process ended and is started again');
    setTimeout(() => {
      if (!this.stopping) this.spawn(child).catch(() => {});
    }, pauseMs);
  }
}

function end(running: ChildProcess | undefined): Promise<void> {
  if (!running || running.exitCode !== null || running.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const hard = setTimeout(() => running.kill('SIGKILL'), STOP_MS);
    running.once('exit', () => {
      clearTimeout(hard);
      resolve();
    });
    running.kill('SIGTERM');
  });
}
