// Container health check: asks /livez, and after three failures in a row ends the container's process so that it is restarted.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const FAILURES = '/tmp/zhishou-livez-failures';
const MOST = 3;
const port = process.env.ZHISHOU_WEB_PORT ?? '8790';

try {
  const response = await fetch(`http://127.0.0.1:${port}/livez`, { signal: AbortSignal.timeout(4_000) });
  if (!response.ok) throw new Error(`status ${response.status}`);
  rmSync(FAILURES, { force: true });
} catch (error) {
  const failures = (existsSync(FAILURES) ? Number(readFileSync(FAILURES, 'utf8')) : 0) + 1;
  writeFileSync(FAILURES, String(failures));
  console.error(`livez failed ${failures} times: ${error.message}`);
  if (failures >= MOST) {
    rmSync(FAILURES, { force: true });
    process.kill(1, 'SIGTERM');
  }
  process.exitCode = 1;
}
