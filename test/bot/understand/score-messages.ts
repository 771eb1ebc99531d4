import { corpusFile, type Judgement, judged, type MessageCase, messageCasesIn } from './message-case.ts';

/** node --import tsx test/bot/understand/score-messages.ts blind|open|FILE [--failures] */
const [corpus, ...flags] = process.argv.slice(2);
if (!corpus) {
  console.error('usage: score-messages.ts blind|open|FILE [--failures]');
  process.exit(2);
}

type Scored = Judgement & { readonly message: MessageCase };
const file = corpus === 'blind' || corpus === 'open' ? corpusFile(corpus) : corpus;
const scored: Scored[] = messageCasesIn(file).map((message) => ({ ...judged(message), message }));

if (flags.includes('--failures')) for (const one of scored.filter(({ wholeRight }) => !wholeRight)) tell(one);

for (const tag of new Set(scored.map(({ message }) => message.tag)))
  print(
    tag,
    scored.filter(({ message }) => message.tag === tag),
  );
print('total', scored);
const obeyed = scored.filter(({ message, got }) => message.expect.intent === 'ignore' && got.intent === 'assign');
console.log(`\nignore taken for assign: ${obeyed.length}`);

function tell({ message, got, wanted, intentRight }: Scored) {
  console.log(`${message.id} ${intentRight ? 'slots' : 'INTENT'} ${message.text}`);
  if (message.quote) console.log(`  quote  ${message.quote}`);
  for (const meant of wanted) console.log(`  wanted ${JSON.stringify(meant)}`);
  console.log(`  got    ${JSON.stringify(got)}\n`);
}

function print(name: string, cases: readonly Scored[]) {
  const intents = cases.filter(({ intentRight }) => intentRight).length;
  const wholes = cases.filter(({ wholeRight }) => wholeRight).length;
  const share = (right: number) =>
    `${right}`.padStart(4) + `${((100 * right) / cases.length).toFixed(1)} %`.padStart(9);
  console.log(`${name.padEnd(20)}${`${cases.length}`.padStart(4)}   intent${share(intents)}   whole${share(wholes)}`);
}
