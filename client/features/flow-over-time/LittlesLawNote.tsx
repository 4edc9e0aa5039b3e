import { Scale } from 'lucide-react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { littlesLawWords } from './littles-law-words.ts';

const lawFragment = graphql(`
  fragment LittlesLawNote_law on LittlesLaw {
    ratio
    ok
    failedAssumptions
  }
`);

/** Whether the averages of the window belong together, in words; why not is a click away. */
export function LittlesLawNote(props: { law: FragmentType<typeof lawFragment> }) {
  const law = readFragment(lawFragment, props.law);
  const formats = useFormats();
  const sentence = littlesLawWords(law, formats.ratio);
  return (
    <div className="flex gap-2 text-xs text-ink-soft">
      <Scale size={14} aria-hidden className="mt-0.5 shrink-0 text-ink-muted" />
      {law.failedAssumptions.length === 0 ? (
        <p>{sentence}</p>
      ) : (
        <details>
          <summary className="list-none">
            {sentence} <span className="text-accent-text underline">Why</span>
          </summary>
          <ul aria-label="Assumptions that do not hold" className="mt-1 list-disc space-y-0.5 pl-4">
            {law.failedAssumptions.map((failed) => (
              <li key={failed}>{failed}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
