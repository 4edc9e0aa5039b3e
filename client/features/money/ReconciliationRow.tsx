import { Check, TriangleAlert } from 'lucide-react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Sum } from './Sum.tsx';

const reconciliationFragment = graphql(`
  fragment ReconciliationRow_reconciliation on Reconciliation {
    paidCapacity {
      amount
      currency
    }
    attributed {
      amount
      currency
    }
    unattributed {
      amount
      currency
    }
    difference {
      amount
      currency
    }
  }
`);

/** The sum done before the reader's eyes, with what is left over: nothing, to the cent. */
export function ReconciliationRow(props: { reconciliation: FragmentType<typeof reconciliationFragment> }) {
  const { paidCapacity, attributed, unattributed, difference } = readFragment(
    reconciliationFragment,
    props.reconciliation,
  );
  const adds = Number(difference.amount) === 0;
  const Mark = adds ? Check : TriangleAlert;
  return (
    <section
      aria-label="Reconciliation"
      className="mt-3 flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-line pt-3 text-xs text-ink-soft"
    >
      <span>
        Labour on issues <Sum amount={attributed} className="font-medium text-ink" />
      </span>
      <span>
        <span aria-hidden>+ </span>
        <span className="sr-only">plus </span>on no issue <Sum amount={unattributed} className="font-medium text-ink" />
      </span>
      <span>
        <span aria-hidden>= </span>
        <span className="sr-only">is </span>paid capacity <Sum amount={paidCapacity} className="font-medium text-ink" />
      </span>
      <span className={adds ? 'text-good' : 'font-medium text-danger'}>
        <Mark size={13} aria-hidden className="mb-0.5 inline" /> difference <Sum amount={difference} />
      </span>
    </section>
  );
}
