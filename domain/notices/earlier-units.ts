import { unitsNamed } from '../people/find-units.ts';
import { plainName } from '../people/near-name.ts';
import type { Office, Unit } from '../people/office.ts';
import type { ThingId } from '../thing.ts';

const COUNTED =
  /^(?:以上|上述|这|那|该|前述)?([两二三四五六七八九十\d]{1,2})(?:个|家)?(乡镇|镇街|镇乡|街镇|镇|乡|街道|单位|地区|地方|地)$/;
const SAID_BEFORE = /^(?:以上|上述|这些|前述)(?:各|几个|几家)?(乡镇|镇街|镇乡|街镇|镇|乡|街道|单位|地区|地方|地)$/;

/** 三个镇, 上述乡镇, 以上三地: units that the text has named before. */
export function isEarlier(word: string): boolean {
  const said = plainName(word);
  return COUNTED.test(said) || SAID_BEFORE.test(said);
}

/** Those units, in the order in which they were named; undefined where their number is another one, so that nobody is guessed. */
export function unitsEarlier(office: Office, word: string, named: readonly string[]): ThingId[] | undefined {
  const said = plainName(word);
  const counted = COUNTED.exec(said);
  const what = counted?.[2] ?? SAID_BEFORE.exec(said)?.[1];
  const units = [...new Set(named.flatMap((name) => theOne(unitsNamed(office, name))))];
  const meant = units.filter((unit) => isOf(what, unit));
  const fits = !counted || countOf(counted[1]!) === meant.length;
  return meant.length > 0 && fits ? meant.map(({ id }) => id) : undefined;
}

const NUMERALS = '一二三四五六七八九十';

/** 三, 两, 十二, 12; undefined for what is written otherwise. */
function countOf(numeral: string): number | undefined {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  if (numeral === '两') return 2;
  if (numeral.length === 1) return NUMERALS.indexOf(numeral) + 1;
  return numeral.startsWith('十') ? 10 + NUMERALS.indexOf(numeral[1]!) + 1 : undefined;
}

/** 镇 is said of a 乡 beside it, too; 单位 and 地 of any. */
function isOf(what: string | undefined, { kind }: Unit): boolean {
  return !/[镇乡街]/.test(what ?? '') || kind === 'township' || kind === 'street';
}

function theOne(units: readonly Unit[]): readonly Unit[] {
  return units.length === 1 ? units : [];
}
