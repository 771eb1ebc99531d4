import type { Roster } from '../../bot/understand/understand.ts';
import { sampleOffice } from './world.ts';

/** The names of the sample office, as understanding wants them. */
export function sampleRoster(): Roster {
  const things = sampleOffice();
  const unitNames = new Map(
    things.flatMap((thing) => (thing.type === 'unit' ? [[thing.id, thing.name] as const] : [])),
  );
  return {
    people: things.flatMap((thing) => {
      if (thing.type !== 'person') return [];
      const [tenure] = thing.tenures;
      const unit = tenure && unitNames.get(tenure.unit);
      return [{ name: thing.name, ...(unit && { unit }), ...(tenure && { post: tenure.title }) }];
    }),
    units: things.flatMap((thing) => (thing.type === 'unit' ? [{ name: thing.name, aliases: thing.aliases }] : [])),
    sets: things.flatMap((thing) => (thing.type === 'unit-set' ? [{ name: thing.name, aliases: thing.aliases }] : [])),
  };
}
