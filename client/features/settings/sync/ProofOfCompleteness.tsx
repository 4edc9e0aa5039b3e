import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { proofMeanings, proofWords } from './proof-words.ts';

const proofFragment = graphql(`
  fragment ProofOfCompleteness_status on SyncStatus {
    quarantined {
      key
    }
    completeness {
      checkedAt
      inJira
      stored
      missing
      recovered
      removed
      unlisted
      changelogComplete
    }
  }
`);

/** What the last comparison of every issue came to, and what its words mean. */
export function ProofOfCompleteness(props: { status: FragmentType<typeof proofFragment> }) {
  const { completeness, quarantined } = readFragment(proofFragment, props.status);
  const formats = useFormats();
  const now = useNow(15_000);
  const lacked = completeness !== null && completeness.missing > 0;
  return (
    <>
      <p className={lacked && quarantined.length > 0 ? 'text-warn' : undefined}>
        {completeness
          ? `${proofWords(completeness, formats, now)}${lacked && quarantined.length === 0 ? ' Nothing is set aside any more.' : ''}`
          : 'Not compared yet. A comparison goes through every issue that Jira lists, reads what is missing here and removes what was deleted there.'}
      </p>
      <details className="mt-1 text-xs text-ink-muted">
        <summary className="inline rounded text-accent-text underline">What these words mean</summary>
        <dl className="mt-2 grid gap-x-4 gap-y-1 rounded-md bg-sunken p-3 text-ink-soft sm:grid-cols-[8rem_1fr]">
          {proofMeanings.map(([word, meaning]) => (
            <div key={word} className="contents">
              <dt className="font-medium">{word}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
