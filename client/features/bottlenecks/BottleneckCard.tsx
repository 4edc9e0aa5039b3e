import { ArrowRight } from 'lucide-react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { useFormats } from '../../ui/FormatContext.tsx';
import { stateWords } from './state-words.ts';

export const bottleneckCardFragment = graphql(`
  fragment BottleneckCard_bottleneck on Bottleneck {
    stage {
      id
      name
      kind
    }
    state
    shareOfLeadTime
    arrivals
    departures
    netFlowPerDay
    occupancy
    stay {
      n
      p50 {
        seconds
        days
      }
      p85 {
        seconds
        days
      }
    }
    ifWaitsHalved {
      p85LeadTime {
        seconds
        days
      }
      caveat
    }
  }
`);

interface BottleneckCardProps {
  bottleneck: FragmentType<typeof bottleneckCardFragment>;
  /** 1 is the worst. */
  rank: number;
  onOpenIssues: () => void;
}

/** One stage of the flow in figures; the button opens the issues behind them. */
export function BottleneckCard({ bottleneck: masked, rank, onOpenIssues }: BottleneckCardProps) {
  const bottleneck = readFragment(bottleneckCardFragment, masked);
  const formats = useFormats();
  const state = stateWords[bottleneck.state];
  const whatIf = bottleneck.ifWaitsHalved;
  return (
    <article
      aria-label={bottleneck.stage.name}
      className="flex w-full flex-col gap-3 rounded-lg border border-line bg-surface p-4 shadow-card"
    >
      <header className="flex items-start justify-between gap-2">
        <div className="min-w-0">
          <h3 className="font-semibold">{bottleneck.stage.name}</h3>
          <p className="text-xs text-ink-muted">No. {rank} of the bottlenecks</p>
        </div>
        <Badge tone={state.tone}>{state.label}</Badge>
      </header>
      <p className="-mt-2 text-xs text-ink-soft">{state.meaning}</p>
      <div>
        <p className="figures text-2xl font-semibold tracking-tight">{formats.percent(bottleneck.shareOfLeadTime)}</p>
        <p className="text-xs text-ink-muted">of lead time is spent here</p>
        <div aria-hidden className="mt-1.5 h-1.5 overflow-hidden rounded-full bg-sunken">
          <div className="h-full bg-accent" style={{ width: `${Math.min(bottleneck.shareOfLeadTime, 1) * 100}%` }} />
        </div>
      </div>
      <dl className="grid grid-cols-2 gap-x-3 gap-y-1.5">
        <Figure name="Arrived" value={formats.number(bottleneck.arrivals)} />
        <Figure name="Left" value={formats.number(bottleneck.departures)} />
        <Figure name="Net flow" value={`${formats.signed(bottleneck.netFlowPerDay)} a day`} />
        <Figure name="In it now" value={formats.number(bottleneck.occupancy)} />
        <Figure name="Stay p50" value={formats.span(bottleneck.stay.p50)} />
        <Figure name="Stay p85" value={formats.span(bottleneck.stay.p85)} />
      </dl>
      {whatIf?.p85LeadTime && (
        <p className="flex gap-1.5 text-xs text-ink-soft">
          <ArrowRight size={14} aria-hidden className="mt-0.5 shrink-0 text-accent-text" />
          <span>
            With waits halved, lead time p85 would be {formats.span(whatIf.p85LeadTime)}. {whatIf.caveat}
          </span>
        </p>
      )}
      <Button size="small" className="mt-auto self-start" onClick={onOpenIssues}>
        Issues behind {bottleneck.stage.name}
      </Button>
    </article>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-xs text-ink-muted">{name}</dt>
      <dd className="figures font-medium">{value}</dd>
    </div>
  );
}
