import { officeThings, readOfficeFile } from '../../config/office-file.ts';
import type { Decision } from '../../domain/decision.ts';
import { diffOffice, officeDecision } from '../../domain/people/apply-office.ts';
import type { OfficeThing } from '../../domain/people/office.ts';
import type { Day, ThingId } from '../../domain/thing.ts';
import {
  APPLIED_TEXT,
  DRY_RUN_TEXT,
  NO_CHANGES_TEXT,
  officeChangesText,
  officeChangeText,
} from '../../domain/wording/office-changes.ts';
import { OFFICE_FILE, problemText } from '../../domain/wording/office-file.ts';
import { readText } from './check.ts';

/** What `office apply` needs of the world. */
export interface OfficeApplyIo {
  out(line: string): void;
  readFile(path: string): Promise<string>;
  /** The office as it is stored. */
  current(): Promise<readonly OfficeThing[]>;
  /** Commits the import whole. Rejects where somebody changed the office meanwhile; then nothing was done. */
  apply(decision: Decision): Promise<void>;
  /** Today in Shanghai. */
  readonly today: Day;
  /** With the local chat only: the moment at which the file's `chat` contacts count as bound. */
  readonly localChatBoundAt?: Date;
}

export const OFFICE_APPLY_USAGE = '用法：zhishou office apply 文件 [--dry-run]';

/** `zhishou office apply FILE [--dry-run]`: prints the difference and imports it. Exit code 0 if done, 1 for a faulty file, 2 for wrong usage. */
export async function officeApply(args: readonly string[], io: OfficeApplyIo): Promise<number> {
  const [file, ...others] = args.filter((arg) => arg !== '--dry-run');
  if (!file || others.length > 0) {
    io.out(OFFICE_APPLY_USAGE);
    return 2;
  }
  const text = await readText(file, io);
  const { office, problems } = text === undefined ? { office: undefined, problems: [] } : readOfficeFile(text);
  if (!office) {
    if (text === undefined) io.out(OFFICE_FILE.unreadable(file));
    for (const problem of problems) io.out(problemText(file, problem));
    if (problems.length > 0) io.out(OFFICE_FILE.problems(problems.length));
    return 1;
  }
  return importThings(officeThings(office, io.localChatBoundAt), args.includes('--dry-run'), io);
}

async function importThings(wanted: readonly OfficeThing[], dryRun: boolean, io: OfficeApplyIo): Promise<number> {
  const current = await io.current();
  const changes = diffOffice(current, wanted, io.today);
  const names = namesIn([...current, ...wanted]);

  for (const change of changes) io.out(officeChangeText(change, (id) => names.get(id) ?? id));
  io.out(changes.length > 0 ? officeChangesText(changes) : NO_CHANGES_TEXT);
  if (changes.length === 0) return 0;
  if (!dryRun) await io.apply(officeDecision(changes));
  io.out(dryRun ? DRY_RUN_TEXT : APPLIED_TEXT);
  return 0;
}

function namesIn(things: readonly OfficeThing[]): ReadonlyMap<ThingId, string> {
  return new Map(things.map((thing) => [thing.id, thing.type === 'room' ? thing.topic : thing.name]));
}
