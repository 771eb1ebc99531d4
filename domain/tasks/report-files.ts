import type { StoredFile } from '../message.ts';
import type { Assignment } from './task.ts';

/** A picture or file that came a moment after the words belongs to the last report. */
export function addFile(assignment: Assignment, file: StoredFile): Assignment {
  const last = assignment.reports.at(-1);
  if (!last || last.files.some((known) => known.sha256 === file.sha256)) return assignment;
  return { ...assignment, reports: [...assignment.reports.slice(0, -1), { ...last, files: [...last.files, file] }] };
}
