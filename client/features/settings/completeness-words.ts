import type { Formats } from '../../ui/format.ts';

interface Completeness {
  readonly checkedAt: string;
  readonly inJira: number;
  readonly stored: number;
  readonly missing: number;
  readonly removed: number;
  /** Share of issues whose whole history is here. */
  readonly changelogComplete: number;
}

/** The proof that nothing is missing, in a sentence. */
export function completenessWords(found: Completeness | null | undefined, formats: Formats): string {
  if (!found) return 'Not checked yet';
  const missing = found.missing === 0 ? 'none missing' : `${formats.number(found.missing)} missing`;
  const removed = found.removed === 0 ? '' : `, ${formats.number(found.removed)} removed in Jira`;
  return `${formats.number(found.stored)} of ${formats.number(found.inJira)} issues, ${missing}${removed}; ${formats.percent(found.changelogComplete)} with their whole history (checked ${formats.dateTime(found.checkedAt)})`;
}
