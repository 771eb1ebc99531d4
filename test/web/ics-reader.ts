/** One component of iCalendar text; properties by name, parameters kept with the name (`DTSTART;TZID=Asia/Shanghai`). */
export interface Component {
  readonly name: string;
  readonly props: ReadonlyMap<string, string>;
  readonly parts: readonly Component[];
}

const LINE = /^([A-Z][A-Z0-9-]*(?:;[A-Z-]+=[^;:,"]+)*):(.*)$/s;
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  VCALENDAR: ['VERSION', 'PRODID'],
  VTIMEZONE: ['TZID'],
  STANDARD: ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'],
  VEVENT: ['UID', 'DTSTAMP'],
};

/**
 * Reads iCalendar text by the letter of RFC 5545 and throws at the first thing that a strict client would stumble over: ends of
 * lines, octets of a line, characters cut in two, nesting, escapes, what is required or there twice.
 */
export function readIcs(bytes: Uint8Array): Component {
  const lines = unfolded(bytes);
  const stack: { name: string; props: Map<string, string>; parts: Component[] }[] = [];
  let whole: Component | undefined;
  for (const line of lines) {
    const [, name = '', value = ''] = LINE.exec(line) ?? fail(`no content line: ${line}`);
    const open = stack.at(-1);
    if (whole) fail(`something follows the end: ${line}`);
    if (name === 'BEGIN') stack.push({ name: value, props: new Map(), parts: [] });
    else if (name === 'END') {
      const ended = stack.pop();
      if (ended?.name !== value) fail(`END:${value} inside ${ended?.name}`);
      checkRequired(ended!);
      if (open && stack.length > 0) stack.at(-1)!.parts.push(ended!);
      else whole = ended;
    } else if (open?.props.has(name)) fail(`${name} twice in ${open.name}`);
    else (open ?? fail('a property outside')).props.set(name, value);
  }
  if (whole?.name !== 'VCALENDAR' || whole.parts.length === 0) fail('no calendar with a component');
  return whole!;
}

/** A text value as it was meant; throws at an escape that is none, and at a mark that should have been escaped. */
export function textValue(value: string): string {
  if (/(?<!\\)(?:\\\\)*[;,]/.test(value)) fail(`not escaped: ${value}`);
  return value.replace(/\\(.)/g, (_, mark: string) => {
    if (!/[\\;,nN]/.test(mark)) fail(`no escape: \\${mark}`);
    return mark.toLowerCase() === 'n' ? '\n' : mark;
  });
}

/** DTSTART or DTEND in Shanghai time as the moment it means. */
export function momentOf(event: Component, name: 'DTSTART' | 'DTEND'): Date {
  const value = event.props.get(`${name};TZID=Asia/Shanghai`) ?? fail(`no ${name} in Shanghai time`);
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/.exec(value) ?? fail(`no time: ${value}`);
  return new Date(`${y}-${mo}-${d}T${h}:${mi}:${s}+08:00`);
}

function unfolded(bytes: Uint8Array): string[] {
  const all = Buffer.from(bytes);
  if (all.subarray(-2).toString() !== '\r\n') fail('the last line has no end');
  const raw: Buffer[] = [];
  for (let from = 0; from < all.length; ) {
    const to = all.indexOf('\r\n', from);
    raw.push(all.subarray(from, to));
    from = to + 2;
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const lines: string[] = [];
  for (const line of raw) {
    if (line.length > 75) fail(`${line.length} octets: ${line}`);
    if (line.length === 0) fail('an empty line');
    const text = decoder.decode(line);
    if (/[\r\n]/.test(text)) fail('a bare CR or LF');
    if (!text.startsWith(' ')) lines.push(text);
    else lines.push((lines.pop() ?? fail('folded before the first line')) + text.slice(1));
  }
  return lines;
}

function checkRequired({ name, props }: Component): void {
  const names = [...props.keys()].map((key) => key.split(';')[0]);
  for (const needed of REQUIRED[name] ?? []) if (!names.includes(needed)) fail(`${name} without ${needed}`);
}

function fail(why: string): never {
  throw new Error(why);
}
