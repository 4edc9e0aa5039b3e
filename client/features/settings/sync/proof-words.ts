import type { Formats } from '../../../ui/format.ts';
import { ago } from './ago.ts';

export interface Proof {
  readonly checkedAt: string;
  readonly inJira: number;
  readonly stored: number;
  readonly missing: number;
  readonly recovered: number;
  readonly removed: number;
  readonly unlisted: number;
  /** Share of the issues whose changelog has no hole, 0 to 1. */
  readonly changelogComplete: number;
}

/** What the last comparison of every issue came to: the proof that nothing is missing, or what is. */
export function proofWords(proof: Proof, formats: Formats, now: number): string {
  const { number } = formats;
  const counts = [
    `${number(proof.inJira)} ${proof.inJira === 1 ? 'issue' : 'issues'} in Jira`,
    `${number(proof.stored)} here`,
    ...(proof.unlisted > 0 ? [`${number(proof.unlisted)} of them not listed by Jira`] : []),
    proof.missing === 0 ? 'none missing' : `${number(proof.missing)} missing`,
  ];
  const parts = [
    counts.join(', '),
    ...(proof.recovered > 0 ? [`${number(proof.recovered)} caught up`] : []),
    ...(proof.removed > 0 ? [`${number(proof.removed)} deleted ${proof.removed === 1 ? 'one' : 'ones'} removed`] : []),
    ...(proof.stored > 0 ? [`${formats.coverage(proof.changelogComplete)} of changelogs whole`] : []),
  ];
  return `Compared ${ago(proof.checkedAt, formats, now)}: ${parts.join('; ')}.`;
}

/** The words of the proof, for somebody who wants to rely on it. */
export const proofMeanings: readonly (readonly [word: string, meaning: string])[] = [
  ['Missing', 'Jira lists it and it could not be stored. Each of them is set aside below, with the reason.'],
  [
    'Not listed',
    'It is stored, Jira has stopped listing it, and nothing shows that it was deleted: it is archived, out of sight of the connected account, or waits for the next comparison to confirm that it is gone. It is kept until then.',
  ],
  ['Caught up', 'The comparison itself read it, because it was lacking here or was here in an older version.'],
  ['Deleted, removed', 'Jira no longer has it, and neither has Quantum Sprout.'],
  ['Changelog whole', 'Every change of status follows from the one before it, so no stay had to be inferred.'],
];
