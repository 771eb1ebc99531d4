import { readOfficeFile } from '../../config/office-file.ts';
import { OFFICE_FILE, problemText } from '../../domain/wording/office-file.ts';

/** What `check` needs of the world. */
export interface CheckIo {
  out(line: string): void;
  readFile(path: string): Promise<string>;
  /** The office file that is looked at when none is named. */
  readonly officeFile: string;
  /** One line for everything else that is wrong: settings, environment. */
  otherProblems?(): Promise<readonly string[]>;
}

/** `zhishou check [FILE]`: names everything that is wrong at once. Exit code 0 if nothing is, else 1. */
export async function check(args: readonly string[], io: CheckIo): Promise<number> {
  const file = args[0] ?? io.officeFile;
  const lines = [...((await io.otherProblems?.()) ?? []), ...(await officeFileLines(file, io))];
  for (const line of lines) io.out(line);
  if (lines.length > 0) io.out(OFFICE_FILE.problems(lines.length));
  return lines.length > 0 ? 1 : 0;
}

/** A line for every problem of an office file; says how much there is in it where there is none. */
async function officeFileLines(file: string, io: CheckIo): Promise<string[]> {
  const text = await readText(file, io);
  if (text === undefined) return [OFFICE_FILE.unreadable(file)];

  const { office, problems } = readOfficeFile(text);
  if (office) {
    const { units, people, rooms, sets } = office;
    io.out(
      OFFICE_FILE.fine(file, { units: units.length, people: people.length, rooms: rooms.length, sets: sets.length }),
    );
  }
  return problems.map((problem) => problemText(file, problem));
}

/** The file's text; undefined if it cannot be read. */
export async function readText(file: string, { readFile }: Pick<CheckIo, 'readFile'>): Promise<string | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
