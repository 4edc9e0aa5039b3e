import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { confidenceWords, kindWords } from './cost-words.ts';
import { Sum } from './Sum.tsx';

export const estimateWordsFragment = graphql(`
  fragment EstimateWords_estimate on MoneyEstimate {
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
    confidence
  }
`);

interface EstimateWordsProps {
  estimate: FragmentType<typeof estimateWordsFragment>;
  className?: string;
}

/** An estimated amount inside a sentence, with what it may be and what kind of money it is. */
export function EstimateWords({ estimate: masked, className }: EstimateWordsProps) {
  const { low, base, high, kind, confidence } = readFragment(estimateWordsFragment, masked);
  const formats = useFormats();
  return (
    <>
      <Sum short amount={base} className={className ?? 'font-semibold'} />{' '}
      <span className="text-ink-muted">
        (<span className="figures">{formats.moneyRange(low, high)}</span>, {kindWords[kind].nature},{' '}
        {confidenceWords[confidence].label.toLowerCase()})
      </span>
    </>
  );
}
