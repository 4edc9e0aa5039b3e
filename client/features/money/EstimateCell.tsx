import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Cell } from '../../ui/Table.tsx';
import { Sum } from './Sum.tsx';

const estimateFragment = graphql(`
  fragment EstimateCell_estimate on MoneyEstimate {
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
    confidence
  }
`);

interface EstimateCellProps {
  estimate: FragmentType<typeof estimateFragment> | null | undefined;
  className?: string;
}

/** An estimated amount in a table: exact as assumed, and what it may be below it. */
export function EstimateCell({ estimate: masked, className }: EstimateCellProps) {
  const estimate = readFragment(estimateFragment, masked);
  const formats = useFormats();
  if (!estimate) {
    return (
      <Cell numeric {...(className && { className })}>
        –
      </Cell>
    );
  }
  const { low, base, high, confidence } = estimate;
  return (
    <Cell numeric {...(className && { className })}>
      <Sum amount={base} className="font-medium" />
      {Number(high.amount) > 0 && (
        <span
          className="block text-xs whitespace-normal text-ink-muted sm:whitespace-nowrap"
          title={`${formats.money(low)} to ${formats.money(high)}`}
        >
          {formats.moneyRange(low, high)}
          {confidence === 'LOW' && ', low confidence'}
        </span>
      )}
    </Cell>
  );
}
