import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Runs the server and ends it when this shell's standard input closes, which the system does when our process dies, however it
 * dies. Arguments: the server and its own.
 */
const LEASH = `exec 3<&0
"$@" 3<&- </dev/null & server=$!
{ read -r _ <&3; kill -TERM $server 2>/dev/null; } & watch=$!
wait $server
kill $watch 2>/dev/null`;

/** Ends a server that an earlier process has started when our process ends; its argument is the server's process id. */
const ADOPTED_LEASH = `exec 3<&0
{ read -r _ <&3; kill -TERM "$1" 2>/dev/null; } & watch=$!
while kill -0 "$1" 2>/dev/null; do sleep 0.5; done
kill $watch 2>/dev/null`;

/**
 * Starts a program that ends (SIGTERM) when our process does, or when the answer's standard input is closed. The answer exits when
 * the program does.
 */
export function leashed(program: string, args: readonly string[]): ChildProcess {
  return shell(LEASH, [program, ...args]);
}

/** Puts a running program on the same leash. */
export function leashOn(pid: number): ChildProcess {
  return shell(ADOPTED_LEASH, [String(pid)]);
}

function shell(script: string, args: readonly string[]): ChildProcess {
  // A process group of its own: Ctrl-C must end the program after its users, not with them.
  return spawn('sh', ['-c', script, 'leash', ...args], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
}
