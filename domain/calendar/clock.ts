const read = new Map<string, number>();

/** Minutes since midnight of a clock from `00:00` to `24:00`; throws a RangeError for anything else. */
export function clockMinutes(clock: string): number {
  return read.get(clock) ?? readClock(clock);
}

/** `HH:MM` of minutes since midnight. */
export function clockText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return `${String(hours).padStart(2, '0')}:${String(minutes - hours * 60).padStart(2, '0')}`;
}

function readClock(clock: string): number {
  const minutes = /^\d\d:[0-5]\d$/.test(clock) ? Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) : Number.NaN;
  if (!(minutes <= 1440)) throw new RangeError(`not a clock from 00:00 to 24:00: "${clock}"`);

  read.set(clock, minutes);
  return minutes;
}
