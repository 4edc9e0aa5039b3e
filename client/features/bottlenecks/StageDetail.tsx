import { ArrowRight } from 'lucide-react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { EstimateWords } from '../money/EstimateWords.tsx';
import { QuestionLink } from '../question/QuestionLink.tsx';
import { stagePath } from '../stage/stage-path.ts';
import { stateWords } from './state-words.ts';

const stageDetailFragment = graphql(`
  fragment StageDetail_bottleneck on Bottleneck {
    stage {
      id
      name
    }
    state
    sentence
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
      p95 {
        seconds
        days
      }
    }
    delayCost {
      ...EstimateWords_estimate
    }
    ifWaitsHalved {
      p85LeadTime {
        seconds
        days
      }
      saves {
        ...EstimateWords_estimate
      }
      caveat
    }
  }
`);

interface StageDetailProps {
  bottleneck: FragmentType<typeof stageDetailFragment>;
  /** 1 is the worst. */
  rank: number;
  onOpenIssues: () => void;
}

/** The chosen stage in figures; the button opens the issues behind them. */
export function StageDetail({ bottleneck: masked, rank, onOpenIssues }: StageDetailProps) {
  const bottleneck = readFragment(stageDetailFragment, masked);
  const formats = useFormats();
  const { stage, stay, ifWaitsHalved: whatIf } = bottleneck;
  return (
    <article aria-label={stage.name} className="border-t border-line px-4 py-4">
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <h3 className="font-semibold">
            {stage.name}{' '}
            <span className="font-normal text-ink-muted">
              {rank === 1 ? 'is the bottleneck' : `is no. ${rank} of the bottlenecks`}
            </span>
          </h3>
          <p className="mt-0.5 max-w-[80ch] text-ink-soft">
            {rank > 1 && bottleneck.sentence} {stateWords[bottleneck.state].meaning}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={onOpenIssues}>
            Issues behind {stage.name}
          </Button>
          <Button asChild size="small">
            <QuestionLink to={stagePath(stage.id)}>
              {stage.name} in detail <ArrowRight size={14} aria-hidden />
            </QuestionLink>
          </Button>
        </div>
      </header>
      <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4 lg:grid-cols-7">
        <Figure name="Arrived" value={formats.number(bottleneck.arrivals)} />
        <Figure name="Left" value={formats.number(bottleneck.departures)} />
        <Figure name="Net flow" value={`${formats.signed(bottleneck.netFlowPerDay)} a day`} />
        <Figure name="In it now" value={formats.number(bottleneck.occupancy)} />
        <Figure name="Stay p50" value={formats.span(stay.p50)} />
        <Figure name="Stay p85" value={formats.span(stay.p85)} />
        <Figure name="Stay p95" value={formats.span(stay.p95)} />
      </dl>
      {bottleneck.delayCost && (
        <p className="mt-3 text-ink-soft">
          Waiting in it has cost <EstimateWords estimate={bottleneck.delayCost} /> in this window.
        </p>
      )}
      {whatIf?.p85LeadTime && (
        <p className="mt-2 flex gap-1.5 text-ink-soft">
          <ArrowRight size={14} aria-hidden className="mt-0.5 shrink-0 text-accent-text" />
          <span>
            With waits halved, lead time p85 would be {formats.span(whatIf.p85LeadTime)}
            {whatIf.saves && (
              <>
                {' '}
                and delay would cost <EstimateWords estimate={whatIf.saves} /> less
              </>
            )}
            . {whatIf.caveat}
          </span>
        </p>
      )}
    </article>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-xs text-ink-muted">{name}</dt>
      <dd className="figures text-base font-medium">{value}</dd>
    </div>
  );
}
