import { SlidersHorizontal } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';

const AssumptionForm = lazy(() =>
  import('./AssumptionForm.tsx').then((module) => ({ default: module.AssumptionForm })),
);

const barFragment = graphql(`
  fragment AssumptionBar_settings on Settings {
    costModel {
      version
      defaultHourlyRate {
        amount
        currency
      }
      burden
      paybackWeeks
      ...AssumptionForm_costModel
    }
  }
`);

/** What every amount of the page stands on, always in sight, and changed where it is read. */
export function AssumptionBar(props: { settings: FragmentType<typeof barFragment> }) {
  const { costModel } = readFragment(barFragment, props.settings);
  const formats = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  const { defaultHourlyRate, burden, paybackWeeks, version } = costModel;
  return (
    <section aria-label="Assumptions" className="mb-4 rounded-lg border border-line bg-surface px-4 py-2.5 shadow-card">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="figures text-ink-soft">
          An hour costs <b className="font-medium text-ink">{formats.money(defaultHourlyRate)}</b> ×{' '}
          <b className="font-medium text-ink">{formats.ratio(burden)}</b> burden. Issues of no value class pay back in{' '}
          <b className="font-medium text-ink">{formats.number(paybackWeeks)}</b> weeks.{' '}
          <span className="text-xs text-ink-muted">Cost model version {formats.number(version)}</span>
        </p>
        <Button
          look="ghost"
          size="small"
          className="-mr-2"
          aria-expanded={isOpen}
          aria-label="Change the assumptions"
          onClick={() => setIsOpen(!isOpen)}
        >
          <SlidersHorizontal size={14} aria-hidden /> Change
        </Button>
      </div>
      {isOpen && (
        <Suspense fallback={null}>
          <AssumptionForm costModel={costModel} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}
