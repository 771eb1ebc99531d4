import { type Score, scoreOf, speechesIn } from './marks.ts';
import { snippetsIn } from './snippets.ts';

/** node --import tsx test/bot/understand/meeting/score.ts FOLDER [--failures]; figures for a folder of speeches with gold, or of snippets by style. */
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
    `${speech.name.padEnd(12)} found ${found}/${wanted} ${percent(found, wanted)} · all gold ${anyFound}/${anyWanted} · rows ${rows}, no order ${notOrders.length} ${percent(notOrders.length, rows)} · look-alikes ${hitLookAlikes.length} · deadlines invented ${invented.length}, lost ${lost.length} (on their row ${score.deadlines.onRow}, near ${score.deadlines.near}, nowhere ${score.deadlines.nowhere.length}), false alarms ${score.falseAlarms.length}`,
  );
}

for (const [style, parts] of snippetsIn(folder)) {
  const scores = parts.map(scoreOf);
  if (flags.includes('--failures')) scores.forEach(tell);
  const sum = (count: (score: Score) => number) => scores.reduce((total, score) => total + count(score), 0);
  const [found, wanted] = [sum((score) => score.found), sum((score) => score.wanted)];
  const [rows, notOrders] = [sum((score) => score.rows), sum((score) => score.notOrders.length)];
  const [invented, lost] = [sum((score) => score.invented.length), sum((score) => score.lost.length)];
  console.log(
    `${style.padEnd(12)} found ${found}/${wanted} ${percent(found, wanted)} · rows ${rows}, no order ${notOrders} · deadlines invented ${invented}, lost ${lost}, nowhere ${sum((score) => score.deadlines.nowhere.length)}, false alarms ${sum((score) => score.falseAlarms.length)}`,
  );
}

function tell({ missed, notOrders, invented, lost, hitLookAlikes, deadlines, falseAlarms }: Score) {
  for (const { gold, got } of missed)
    console.log(`MISSED ${gold.id} ${gold.lead_units} ${gold.quote}\n       got ${got}`);
  for (const row of notOrders)
    console.log(`NO ORDER [${row.kind}] ${row.units.map(({ written }) => written)} | ${row.quote}`);
  for (const row of hitLookAlikes) console.log(`LOOK-ALIKE ${row.quote}`);
  for (const { row } of invented) console.log(`INVENTED ${row.deadline} | ${row.quote}`);
  for (const { gold, row } of lost)
    console.log(
      `LOST${deadlines.nowhere.includes(gold) ? ' NOWHERE' : ''} ${gold.deadline} (got ${row?.deadline}) | ${gold.quote}`,
    );
  for (const { deadline, quote } of falseAlarms) console.log(`ALARM ${deadline} | ${quote}`);
}
