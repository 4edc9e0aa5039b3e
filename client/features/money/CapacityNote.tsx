import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { kindWords } from './cost-words.ts';
import { Sum } from './Sum.tsx';

const capacityFragment = graphql(`
  fragment CapacityNote_estimate on MoneyEstimate {
    low {
      amount
      currency
    }
    base {
      amount
      currency
    }
    high {
      amount
      currency
    }
    kind
  }
`);

/** What others multiply waiting by, told as what it is: no cost. */
export function CapacityNote(props: { estimate: FragmentType<typeof capacityFragment> }) {
  const { low, base, high, kind } = readFragment(capacityFragment, props.estimate);
  const formats = useFormats();
  return (
    <p className="text-xs text-ink-muted">
      <b className="font-medium text-ink-soft">{kindWords[kind].name}</b>, for comparison only:{' '}
      <Sum short amount={base} /> <span className="figures">({formats.moneyRange(low, high)})</span>.{' '}
      {kindWords[kind].meaning}
    </p>
  );
}
