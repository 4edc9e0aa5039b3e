import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { cn } from '../../ui/cn.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { confidenceWords, kindWords } from './cost-words.ts';
import { rangePlaces } from './range-places.ts';
import { Sum } from './Sum.tsx';

const tileFragment = graphql(`
  fragment EstimateTile_estimate on MoneyEstimate {
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
    method
    drivers
  }
`);

interface EstimateTileProps {
  estimate: FragmentType<typeof tileFragment>;
  /** When it is another than the kind's own. */
  name?: string;
}

/** An estimated amount with what kind of money it is, what it may be, and how it was reckoned. */
export function EstimateTile({ estimate: masked, name }: EstimateTileProps) {
  const { low, base, high, kind, confidence, method, drivers } = readFragment(tileFragment, masked);
  const formats = useFormats();
  const words = kindWords[kind];
  const places = rangePlaces(low.amount, base.amount, high.amount);
  const isPaid = words.nature === 'paid';
  return (
    <section
      aria-label={name ?? words.name}
      className={cn(
        'flex flex-col rounded-lg border bg-surface p-4 shadow-card',
        // Money that nobody pays looks unlike money that is paid, and not by colour alone.
        isPaid ? 'border-line' : 'border-dashed border-line-strong',
      )}
    >
      <p className="flex items-baseline justify-between gap-2 text-xs text-ink-muted">
        <span>{name ?? words.name}</span>
        <Badge tone={isPaid ? 'neutral' : 'calm'}>{words.nature}</Badge>
      </p>
      <p className="mt-0.5">
        <Sum short amount={base} className="text-2xl font-semibold tracking-tight" />
      </p>
      <div aria-hidden className="relative mt-2 h-1.5 rounded-full bg-sunken">
        <span
          className={cn('absolute inset-y-0 rounded-full', isPaid ? 'bg-accent/45' : 'bg-calm/45')}
          style={{ left: `${places.from}%`, width: `${places.width}%` }}
        />
        <span
          className={cn('absolute -inset-y-1 w-0.5 rounded', isPaid ? 'bg-accent' : 'bg-calm')}
          style={{ left: `calc(${places.base}% - 1px)` }}
        />
      </div>
      <p className="mt-1.5 flex flex-wrap items-baseline justify-between gap-x-3 text-xs text-ink-soft">
        <span className="figures" title={`${formats.money(low)} to ${formats.money(high)}`}>
          {formats.moneyRange(low, high)}
        </span>
        <span className="text-ink-muted">{confidenceWords[confidence].label}</span>
      </p>
      <details className="mt-auto pt-1 text-xs text-ink-muted">
        <summary className="rounded py-0.5 text-accent-text underline">What it is made of</summary>
        <div className="mt-1 space-y-1.5 text-ink-soft">
          <p>
            {words.meaning} {method}
          </p>
          <p className="figures">Exactly {formats.money(base)}.</p>
          {drivers.length > 0 && (
            <div>
              <p className="font-medium">What moves it most</p>
              <ul className="list-disc pl-4">
                {drivers.map((driver) => (
                  <li key={driver}>{driver}</li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </details>
    </section>
  );
}
