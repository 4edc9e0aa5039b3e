import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { cn } from '../../ui/cn.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { stateWords } from './state-words.ts';

const stageTileFragment = graphql(`
  fragment StageTile_bottleneck on Bottleneck {
    stage {
      id
      name
    }
    state
    shareOfLeadTime
    occupancy
    stay {
      p85 {
        seconds
        days
      }
    }
  }
`);

interface StageTileProps {
  bottleneck: FragmentType<typeof stageTileFragment>;
  /** Whether the stage's detail is what is shown below. */
  chosen: boolean;
  onChoose: () => void;
}

/** One stage of the strip, small enough that the whole workflow is seen at once. */
export function StageTile({ bottleneck: masked, chosen, onChoose }: StageTileProps) {
  const bottleneck = readFragment(stageTileFragment, masked);
  const formats = useFormats();
  const state = stateWords[bottleneck.state];
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className={cn(
        'flex h-full w-full flex-col gap-2 border-b-2 border-transparent px-3 py-3 text-left hover:bg-sunken focus-visible:outline-offset-[-2px]',
        chosen && 'border-accent bg-sunken',
      )}
    >
      <span className="flex flex-col items-start gap-1">
        <span className="font-medium">{bottleneck.stage.name}</span>
        <Badge tone={state.tone}>{state.label}</Badge>
      </span>
      <span className="mt-auto flex w-full items-baseline justify-between gap-2">
        <span>
          <span className="figures text-lg font-semibold">{formats.number(bottleneck.occupancy)}</span>{' '}
          <span className="text-xs text-ink-muted">in it now</span>
        </span>
        <span className="text-xs text-ink-muted">
          p85 <span className="figures text-ink-soft">{formats.span(bottleneck.stay.p85)}</span>
        </span>
      </span>
      <span className="w-full">
        <span aria-hidden className="block h-1.5 overflow-hidden rounded-full bg-line">
          <span
            className="block h-full bg-accent"
            style={{ width: `${Math.min(bottleneck.shareOfLeadTime, 1) * 100}%` }}
          />
        </span>
        <span className="mt-1 block text-xs text-ink-muted">
          <span className="figures">{formats.percent(bottleneck.shareOfLeadTime)}</span> of lead time
        </span>
      </span>
    </button>
  );
}
