import { ArrowRight } from 'lucide-react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { BasisDisclosure } from '../basis/BasisDisclosure.tsx';
import { QuestionLink } from '../question/QuestionLink.tsx';
import { EstimateWords } from './EstimateWords.tsx';
import { ImpactWaterfall } from './ImpactWaterfall.tsx';
import { impactBasis } from './impact-basis.ts';

const todayFragment = graphql(`
  fragment MoneyToday_impact on FinancialImpact {
    basis {
      ...BasisDisclosure_basis
    }
    ...ImpactWaterfall_impact
    delay {
      ...EstimateWords_estimate
    }
  }
`);

/** The money of the window in one picture: what was paid, and below it, apart, what waiting cost. */
export function MoneyToday(props: { impact: FragmentType<typeof todayFragment> }) {
  const impact = readFragment(todayFragment, props.impact);
  return (
    <ImpactWaterfall
      impact={impact}
      height={240}
      footer={
        <>
          <p className="mt-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-t border-line pt-3 text-ink-soft">
            <span>
              Apart from it, delay cost <EstimateWords estimate={impact.delay} />.
            </span>
            <QuestionLink to="/money" className="inline-flex items-center gap-1 text-accent-text hover:underline">
              All of the money <ArrowRight size={14} aria-hidden />
            </QuestionLink>
          </p>
          <div className="mt-1">
            <BasisDisclosure basis={impact.basis} of={impactBasis} />
          </div>
        </>
      }
    />
  );
}
