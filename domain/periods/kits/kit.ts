import type { Thing, ThingId } from '../../thing.ts';
import { CATALOGUE } from '../catalogue/index.ts';
import { kindOfPeriod } from '../known.ts';
import type { Period } from '../period.ts';

/** One thing that is asked of units for a key period, as an official would write it. */
export interface KitItem {
  /** The same key in two periods is the same matter: where they run together it is asked once. */
  readonly key: string;
  readonly kind: 'task' | 'notice';
  readonly title: string;
  readonly text: string;
  /** Sets, units, and words for a supervising department; whom they stand for is looked up in the office. Empty where only people know. */
  readonly to: readonly string[];
  /** `-7d`: so many days before the first day it is put before the dispatcher; on a day off the working day before. `0d`: at once. */
  readonly lead: string;
  /** `-3d 17:00` from the first day, `end+1d 17:00` from the last; none for a notice that only makes known. */
  readonly due?: string;
  /** 台账, 照片, 数字 or 文字. */
  readonly result?: KitResult;
  /** What is to be told back, in a few words; of a notice that a receipt is wanted. */
  readonly feedback?: string;
}

export const KIT_RESULTS = ['台账', '照片', '数字', '文字'] as const;
export type KitResult = (typeof KIT_RESULTS)[number];

/** What one kind of key period asks of units. */
export interface Kit {
  /** Id of the catalogue, or the last part of the id of a period of the office's own. */
  readonly period: string;
  readonly items: readonly KitItem[];
}

/** What the product brings along: kits, and the usual names of the departments that their words stand for. */
export interface KitTable {
  readonly kits: readonly Kit[];
  /** 教育主管部门 → 教育局, 教体局 … */
  readonly departments: Readonly<Record<string, readonly string[]>>;
}

/** What an office changes about a kit, or a kit of its own. Part of the office, as its units are. */
export interface OwnKit extends Thing {
  readonly type: 'own-kit';
  /** The period as the office file calls it. */
  readonly name: string;
  readonly period: string;
  /** Nothing is asked of units for this period. */
  readonly off?: true;
  /** Keys of the items it does not want. */
  readonly without: readonly string[];
  /** In place of those with the same key, and in addition. */
  readonly items: readonly KitItem[];
}

export function ownKitId(period: string): ThingId {
  return `own-kit.${period}`;
}

/** Where kits are looked up. */
export interface KitSource {
  readonly kits: KitTable;
  readonly own: Iterable<OwnKit>;
}

/** The most that one kit may ask: more than can be overlooked is not prepared. */
export const MOST_ITEMS = 6;

/** What a period asks of units here: the kit of its kind, changed by the office's own for the kind, then by those for just this period. */
export function kitOf(period: Pick<Period, 'id' | 'name'>, { kits, own }: KitSource): KitItem[] {
  const owns = [...own];
  return entriesOf(period).reduce<KitItem[]>((items, entry) => {
    const brought = kits.kits.find((kit) => kit.period === entry)?.items;
    const changed = owns.find((kit) => kit.period === entry);
    return withOwn(brought ? [...brought] : items, changed);
  }, []);
}

/** What a period is a run of (`period.spring.2026`); one of the office's own first what its name shows it to be: 区两会. */
function entriesOf({ id, name }: Pick<Period, 'id' | 'name'>): string[] {
  const entry = id.split('.')[1]!;
  const kind = CATALOGUE.some((known) => known.id === entry) ? undefined : kindOfPeriod(name)?.id;
  return kind ? [kind, entry] : [entry];
}

/** A kit as an office has changed it. */
export function withOwn(items: readonly KitItem[], own: OwnKit | undefined): KitItem[] {
  if (!own) return [...items];
  if (own.off) return [];
  const kept = items.filter(({ key }) => !own.without.includes(key));
  const replaced = kept.map((item) => own.items.find(({ key }) => key === item.key) ?? item);
  return [...replaced, ...own.items.filter(({ key }) => !kept.some((item) => item.key === key))];
}
