import { type Judgement, judged, type MeantTime, type TimeCase, timeCasesIn } from './time-case.ts';

/** node --import tsx test/bot/understand/score-times.ts blind|open [--failures] */
const [corpus, ...flags] = process.argv.slice(2);
if (corpus !== 'blind' && corpus !== 'open') {
  console.error('usage: score-times.ts blind|open [--failures]');
  process.exit(2);
}

type Scored = Judgement & { readonly of: TimeCase };
const scored: Scored[] = timeCasesIn(corpus).map((of) => ({ ...judged(of), of }));

if (flags.includes('--failures')) for (const one of scored.filter(({ right }) => !right)) tell(one);

for (const tag of new Set(scored.map(({ of }) => of.tag)))
  print(
    tag,
    scored.filter(({ of }) => of.tag === tag),
  );
print('total', scored);
console.log(`\nwrong date without a question: ${scored.filter(({ silentlyWrong }) => silentlyWrong).length}`);

function tell({ of, got, wanted, silentlyWrong }: Scored) {
  console.log(`${of.id} ${silentlyWrong ? 'WRONG DATE ' : ''}${of.text}   (${of.ref.slice(0, 16)}, ${of.tag})`);
  for (const meant of wanted) console.log(`  wanted ${brief(meant)}`);
  console.log(`  got    ${got ? brief(got) : 'none'}\n`);
}

function brief(time: MeantTime | NonNullable<Judgement['got']>): string {
  const { kind, due, start, end, rrule, cal, next, grain, provisional } = time as Record<string, unknown>;
  return JSON.stringify({ kind, due, start, end, rrule, cal, next, grain, ...(provisional ? { provisional } : {}) });
}

function print(name: string, cases: readonly Scored[]) {
  const right = cases.filter(({ right }) => right).length;
  const wrong = cases.filter(({ silentlyWrong }) => silentlyWrong).length;
  const share = `${((100 * right) / cases.length).toFixed(1)} %`;
  console.log(
    `${name.padEnd(16)}${`${cases.length}`.padStart(4)}   right${`${right}`.padStart(4)}${share.padStart(9)}   wrong date${`${wrong}`.padStart(4)}`,
  );
}
