import type { Office, Unit } from '../people/office.ts';
import type { ThingId } from '../thing.ts';
import type { Notice } from './notice.ts';

/** A unit of the audience that has nobody who could be told: somebody has to telephone it, and it is counted until then. */
export interface VacantUnit {
  readonly unit: ThingId;
  /** Who telephoned, and when. */
  readonly by?: ThingId;
  readonly at?: Date;
}

/** How many have answered, of how many: people by their receipts, and units that nobody could be told for by what the telephone brought. */
export function countsWith(notice: Notice, answered: number): { readonly answered: number; readonly total: number } {
  const { people, vacant = [] } = notice;
  return {
    answered: answered + vacant.filter(({ by }) => by).length,
    total: people.length + vacant.length,
  };
}

/** Units that nobody could be told for and nobody has telephoned since. */
export function unitsToPhone({ vacant = [] }: Notice): ThingId[] {
  return vacant.filter(({ by }) => !by).map(({ unit }) => unit);
}

/** 新河街道 已通知: those of them that a text names, by any of their names. */
export function unitsPhoned(notice: Notice, text: string, office: Office): ThingId[] {
  const names = ({ name, aliases }: Unit) => [name, ...aliases];
  return unitsToPhone(notice).filter((id) => {
    const unit = office.units.get(id);
    return unit !== undefined && names(unit).some((name) => text.includes(name));
  });
}

/** Somebody telephoned these units, and they know. */
export function phoneUnits(notice: Notice, units: readonly ThingId[], by: ThingId, at: Date): Notice {
  const vacant = (notice.vacant ?? []).map((one) => (units.includes(one.unit) ? { ...one, by, at } : one));
  return { ...notice, vacant };
}
