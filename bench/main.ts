import { burst } from './burst.ts';
import { burstWorker } from './burst-worker.ts';
import { type Row, report } from './figures.ts';
import { lateness } from './lateness.ts';
import { memory, startUp } from './memory.ts';
import { messages } from './messages.ts';
import { receipts } from './receipts.ts';
import { understanding } from './understanding.ts';

/** Every part measures itself beside the bare engine in the same run: machines are noisy, ratios hold. */
const PARTS: Readonly<Record<string, () => Promise<Row[]>>> = {
  a: messages,
  b: burst,
  c: lateness,
  d: memory,
  n: receipts,
  start: startUp,
  u: understanding,
};

const wanted = process.argv.slice(2);
if (wanted[0] === 'worker') await burstWorker(wanted[1]!);
else process.exit((await measure()) ? 0 : 1);

async function measure(): Promise<boolean> {
  const rows: Row[] = [];
  for (const [name, part] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    process.stdout.write(`${name} …\n`);
    rows.push(...(await part()));
  }
  process.stdout.write(`${report(rows)}\n`);
  return rows.every((row) => row.ok);
}
