import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Card } from '../../ui/Card.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { BasisDisclosure } from '../basis/BasisDisclosure.tsx';
import { DelayItems } from './DelayItems.tsx';
import { delayBasis } from './delay-basis.ts';
import { OrderSwaps } from './OrderSwaps.tsx';
import { Sum } from './Sum.tsx';

const panelFragment = graphql(`
  fragment DelayPanel_report on CostOfDelayReport {
    basis {
      n
      ...BasisDisclosure_basis
    }
    currentOrderCost {
      amount
      currency
    }
    bestOrderCost {
      amount
      currency
    }
    saving {
      amount
      currency
    }
    withoutValue
    ...OrderSwaps_report
    ...DelayItems_report
  }
`);

interface DelayPanelProps {
  report: FragmentType<typeof panelFragment>;
  first: number;
  onFirst: (first: number) => void;
  busy: boolean;
}

/** What the order of the work under way costs, and what a better one would save. */
export function DelayPanel({ report: masked, first, onFirst, busy }: DelayPanelProps) {
  const report = readFragment(panelFragment, masked);
  const { currentOrderCost, bestOrderCost, saving, withoutValue, basis } = report;
  const formats = useFormats();
  const now = Number(currentOrderCost.amount);
  const share = now > 0 ? Number(bestOrderCost.amount) / now : 0;
  return (
    <div className="space-y-4">
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-2 xl:items-stretch">
        <Card
          title="The order of the work under way"
          description="What is lost until all of it is done, one issue after the other. Opportunity: nobody pays it, and it is part of no sum."
        >
          <p className="text-xs text-ink-muted">The best order saves</p>
          <p className="flex flex-wrap items-baseline gap-x-2">
            <Sum short amount={saving} className="text-2xl font-semibold tracking-tight" />
            {now > 0 && (
              <span className="text-xs text-ink-soft">{formats.percent(1 - share)} of what the present one costs</span>
            )}
          </p>
          <dl className="mt-3 space-y-2">
            <Order name="Present order" amount={currentOrderCost} share={now > 0 ? 1 : 0} className="bg-line-strong" />
            <Order name="Best order" amount={bestOrderCost} share={share} className="bg-accent" />
          </dl>
          {withoutValue > 0 && (
            <p className="mt-3 text-xs text-ink-muted">
              {formats.number(withoutValue)} {withoutValue === 1 ? 'issue has' : 'issues have'} no value that is known,
              and {withoutValue === 1 ? 'is' : 'are'} left out.
            </p>
          )}
          <div className="mt-2">
            <BasisDisclosure basis={basis} of={delayBasis} />
          </div>
        </Card>
        <OrderSwaps report={report} />
      </div>
      <DelayItems report={report} first={first} onFirst={onFirst} busy={busy} />
    </div>
  );
}

interface OrderProps {
  name: string;
  amount: { readonly amount: string; readonly currency: string };
  /** Of the dearer order. */
  share: number;
  className: string;
}

function Order({ name, amount, share, className }: OrderProps) {
  return (
    <div className="grid grid-cols-[6.5rem_1fr_auto] items-center gap-3">
      <dt className="whitespace-nowrap text-ink-soft">{name}</dt>
      <dd aria-hidden className="h-2.5">
        <span className={`block h-full rounded-full ${className}`} style={{ width: `${share * 100}%` }} />
      </dd>
      <dd className="text-right font-medium">
        <Sum amount={amount} />
      </dd>
    </div>
  );
}
