import { type Score, scoreOf, speechesIn } from './marks.ts';

/** node --import tsx test/bot/understand/meeting/score.ts FOLDER [--failures]; figures for a folder of speeches with gold. */
const [folder, ...flags] = process.argv.slice(2);
if (!folder) {
  console.error('usage: score.ts FOLDER [--failures]');
  process.exit(2);
}

const percent = (part: number, whole: number) => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)} %`);

for (const speech of speechesIn(folder)) {
  const score = scoreOf(speech);
  if (flags.includes('--failures')) tell(score);
  const { found, wanted, anyFound, anyWanted, rows, notOrders, invented, lost, hitLookAlikes } = score;
  console.log(
    `${speech.name.padEnd(12)} found ${found}/${wanted} ${percent(found, wanted)} · all gold ${anyFound}/${anyWanted} · rows ${rows}, no order ${notOrders.length} ${percent(notOrders.length, rows)} · look-alikes ${hitLookAlikes.length} · deadlines invented ${invented.length}, lost ${lost.length}`,
  );
}

function tell({ missed, notOrders, invented, lost, hitLookAlikes }: Score) {
  for (const { gold, got } of missed)
    console.log(`MISSED ${gold.id} ${gold.lead_units} ${gold.quote}\n       got ${got}`);
  for (const row of notOrders)
    console.log(`NO ORDER [${row.kind}] ${row.units.map(({ written }) => written)} | ${row.quote}`);
  for (const row of hitLookAlikes) console.log(`LOOK-ALIKE ${row.quote}`);
  for (const { row } of invented) console.log(`INVENTED ${row.deadline} | ${row.quote}`);
  for (const { gold, row } of lost) console.log(`LOST ${gold.deadline} (got ${row?.deadline}) | ${gold.quote}`);
}
