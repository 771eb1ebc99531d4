import type { Person } from '../people/office.ts';
import type { Reading } from '../reading.ts';
import type { ThingId } from '../thing.ts';
import { awayOn } from './absences/read-leaves.ts';
import { chiefDeskOf, chiefOfficers, dutyLeaders, type Sought } from './duty-people.ts';
import { shiftsNear } from './near.ts';

/** Where people of a unit are looked for at this moment, without those who are on leave. */
export async function soughtNow(unit: ThingId, read: Reading): Promise<Sought> {
  const day = read.calendar.dayOf(read.now);
  return { office: await read.office(), unit, at: read.now, day, away: await awayOn(day, read) };
}

/**
 * 总值班员 above a unit now, whoever asks: who is called about an empty post is then also who is told that somebody has come. Nobody
 * in `except`.
 */
export async function chiefsNow(unit: ThingId, read: Reading, except: readonly ThingId[]): Promise<Person[]> {
  const sought = await soughtNow(unit, read);
  const desk = chiefDeskOf(sought.office, unit);
  return chiefOfficers(desk ? await shiftsNear(desk.id, read.now, read) : [], sought, except);
}

/** 带班领导 of a unit now, else its deputy in charge or head. */
export async function leadersNow(unit: ThingId, read: Reading): Promise<Person[]> {
  return dutyLeaders(await shiftsNear(unit, read.now, read), await soughtNow(unit, read));
}
