import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { confidenceWords, kindWords } from '../../money/cost-words.ts';
import { estimateWordsFragment } from '../../money/EstimateWords.tsx';
import { Sum } from '../../money/Sum.tsx';

const worthFragment = graphql(`
  fragment AdviceWorth_estimate on MoneyEstimate {
    method
    ...EstimateWords_estimate
  }
`);

/** What following a recommendation would save in a window like the one asked about, and how that is reckoned. */
export function AdviceWorth(props: { worth: FragmentType<typeof worthFragment> }) {
  const { method, ...masked } = readFragment(worthFragment, props.worth);
  const { low, base, high, kind, confidence } = readFragment(estimateWordsFragment, masked);
  const formats = useFormats();
  return (
    <div>
      <p className="text-xs text-ink-muted">Worth</p>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Sum short amount={base} className="text-2xl font-semibold tracking-tight" />
        <span className="figures text-ink-soft" title={`${formats.money(low)} to ${formats.money(high)}`}>
          {formats.moneyRange(low, high)}
        </span>
      </p>
      <details className="text-xs text-ink-muted">
        <summary className="inline-block rounded py-0.5">
          {kindWords[kind].name}, {kindWords[kind].nature}; {confidenceWords[confidence].label.toLowerCase()}{' '}
          <span className="text-accent-text underline">How it is reckoned</span>
        </summary>
        <p className="mt-1 text-ink-soft">{method}</p>
      </details>
    </div>
  );
}
