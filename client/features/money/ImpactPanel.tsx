import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Card } from '../../ui/Card.tsx';
import { BasisDisclosure } from '../basis/BasisDisclosure.tsx';
import { CapacityNote } from './CapacityNote.tsx';
import { CostDrivers } from './CostDrivers.tsx';
import { EstimateTile } from './EstimateTile.tsx';
import { ImpactWaterfall } from './ImpactWaterfall.tsx';
import { impactBasis } from './impact-basis.ts';
import { MoneyByMonth } from './MoneyByMonth.tsx';
import { ReconciliationRow } from './ReconciliationRow.tsx';

const panelFragment = graphql(`
  fragment ImpactPanel_impact on FinancialImpact {
    basis {
      ...BasisDisclosure_basis
    }
    labour {
      ...EstimateTile_estimate
    }
    reworkLabour {
      ...EstimateTile_estimate
    }
    discarded {
      ...EstimateTile_estimate
    }
    delay {
      ...EstimateTile_estimate
    }
    capacityEquivalent {
      ...CapacityNote_estimate
    }
    reconciliation {
      ...ReconciliationRow_reconciliation
    }
    assumptions
    ...ImpactWaterfall_impact
    ...MoneyByMonth_impact
    ...CostDrivers_impact
  }
`);

/** What the work of the window was paid, and, apart from it, what its waiting cost. */
export function ImpactPanel(props: { impact: FragmentType<typeof panelFragment> }) {
  const impact = readFragment(panelFragment, props.impact);
  return (
    <div className="space-y-4">
      <section aria-label="Money by kind" className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        <EstimateTile estimate={impact.labour} />
        <EstimateTile estimate={impact.reworkLabour} name="Rework, part of labour" />
        <EstimateTile estimate={impact.discarded} name="Dropped work, part of labour" />
        <EstimateTile estimate={impact.delay} name="Delay, apart from labour" />
      </section>
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-[3fr_2fr] xl:items-start">
        <ImpactWaterfall
          impact={impact}
          height={230}
          footer={
            <>
              <ReconciliationRow reconciliation={impact.reconciliation} />
              <div className="mt-2">
                <BasisDisclosure basis={impact.basis} of={impactBasis} />
              </div>
            </>
          }
        />
        <Card title="What this assumes">
          <ul className="list-disc space-y-1 pl-4 text-ink-soft">
            {impact.assumptions.map((assumption) => (
              <li key={assumption}>{assumption}</li>
            ))}
          </ul>
          <div className="mt-3 border-t border-line pt-3">
            <CapacityNote estimate={impact.capacityEquivalent} />
          </div>
        </Card>
      </div>
      <CostDrivers impact={impact} />
      <MoneyByMonth impact={impact} />
    </div>
  );
}
