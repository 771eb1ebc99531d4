import { unitsNamed } from '../../../domain/people/find-units.ts';
import type { Office } from '../../../domain/people/office.ts';
import type { ThingId } from '../../../domain/thing.ts';

/** 除石桥乡外, （不含石桥乡、高铺镇）, 除了石桥乡都; 清除 and 拆除 take nobody out. */
const LED =
  /(?:(?<![清拆消扫排解免删去剔废扣])除[了开]?|不含|不包括|不包含)([^，,。；;（）()外]{2,30}?)(?=[以之]?外|都|全|均|其|[，,）)]|$)/g;
/** 石桥乡除外. */
const BEHIND = /([^，,。；;（）()]{2,30}?)除外/g;

/** The units that a text takes out of all of whom it speaks. */
export function excludedUnits(office: Office, text: string): ThingId[] {
  const written = [LED, BEHIND].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]!));
  const names = written.flatMap((words) => words.split(/[、和及与]/).map((name) => name.trim()));
  return names.flatMap((name) => unitsNamed(office, name).map(({ id }) => id));
}
