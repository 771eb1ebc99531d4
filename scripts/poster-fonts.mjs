// Makes the fonts of pictures anew: Noto Sans SC, reduced to the characters of GB 2312 (6,763 Chinese ones) and those below.
// Run it by hand, with a network, where the set of characters changes: node scripts/poster-fonts.mjs
// The packages it needs are fetched into a temporary folder at exactly these versions; the same versions give the same bytes.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SUBSETTER = 'subset-font@2.9.0';
const FONT = '@expo-google-fonts/noto-sans-sc@0.4.3';
const WEIGHTS = ['400Regular', '700Bold'];
/** Characters of names of people and places that GB 2312 of 1980 lacks, and signs of print. */
const MORE =
  '喆镕玥垚堃昇珺翀旻祎颀芃骞嫣翊昱晔霖钰璟煊琨昶淼鑫燊甦瑢珩琇暐旸晞媛頔赟劼崶峣埇浬槚垭塬峁崾嵖岈堽圲…—–·•℃㎡〓';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'config', 'fonts');
const temporary = mkdtempSync(join(tmpdir(), 'zhishou-fonts-'));
try {
  writeFileSync(join(temporary, 'package.json'), '{"private":true}');
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', SUBSETTER, FONT];
  const { status } = spawnSync('npm', install, { cwd: temporary, stdio: 'inherit' });
  if (status !== 0) throw new Error('the packages could not be fetched');

  const require = createRequire(join(temporary, 'package.json'));
  const subset = require(SUBSETTER.split('@')[0]);
  const source = join(temporary, 'node_modules', '@expo-google-fonts', 'noto-sans-sc');
  const characters = printedByGb2312() + MORE;
  mkdirSync(folder, { recursive: true });
  for (const weight of WEIGHTS) {
    const whole = readFileSync(join(source, weight, `NotoSansSC_${weight}.ttf`));
    const font = await subset(whole, characters, { targetFormat: 'woff2' });
    const name = `noto-sans-sc-${weight.slice(0, 3)}.woff2`;
    writeFileSync(join(folder, name), font);
    console.log(`${createHash('sha256').update(font).digest('hex')}  ${name}  ${font.length} bytes`);
  }
  copyFileSync(join(source, 'LICENSE_FONT'), join(folder, 'LICENSE'));
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

/** Latin print, and every character of GB 2312. */
function printedByGb2312() {
  const decoder = new TextDecoder('gb18030');
  const latin = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index));
  const rows = [...span(0xa1, 0xa9), ...span(0xb0, 0xf7)];
  const chinese = rows.flatMap((row) => span(0xa1, 0xfe).map((cell) => decoder.decode(Uint8Array.of(row, cell))));
  // Cells without a character are given private ones by the later standard.
  return [...latin, ...chinese].filter((char) => char < '\ue000' || char > '\uf8ff').join('');
}

function span(from, to) {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
