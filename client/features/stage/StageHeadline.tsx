import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { BasisDisclosure } from '../basis/BasisDisclosure.tsx';
import { stateWords } from '../bottlenecks/state-words.ts';
import { stageBasis } from './stage-basis.ts';
import { stageKindWords } from './stage-words.ts';

const headlineFragment = graphql(`
  fragment StageHeadline_stage on StageInvestigation {
    basis {
      ...BasisDisclosure_basis
    }
    stage {
      id
      name
      kind
      wipLimit
      statuses {
        id
        name
      }
    }
  }
`);

const rankedFragment = graphql(`
  fragment StageHeadline_bottleneck on Bottleneck {
    state
    sentence
    propagatedFrom {
      id
      name
    }
  }
`);

interface StageHeadlineProps {
  report: FragmentType<typeof headlineFragment>;
  /** Undefined for a stage that is no part of the way from start to done. */
  bottleneck: FragmentType<typeof rankedFragment> | undefined;
}

/** How the stage does, in one sentence, and what it is made of. */
export function StageHeadline(props: StageHeadlineProps) {
  const { stage, basis } = readFragment(headlineFragment, props.report);
  const bottleneck = readFragment(rankedFragment, props.bottleneck);
  const formats = useFormats();
  // Projects may have statuses of their own that are called the same.
  const statuses = [...new Set(stage.statuses.map((status) => status.name))];
  const state = bottleneck && stateWords[bottleneck.state];
  return (
    <section aria-label={`How ${stage.name} does`} className="pb-2">
      <p className="flex flex-wrap gap-1.5">
        {state && <Badge tone={state.tone}>{state.label}</Badge>}
        <Badge>{stageKindWords[stage.kind].label}</Badge>
        <Badge>{stage.wipLimit == null ? 'No WIP limit' : `WIP limit ${formats.number(stage.wipLimit)}`}</Badge>
      </p>
      <p className="mt-2 max-w-[52ch] text-xl leading-tight font-semibold tracking-tight text-balance sm:text-2xl">
        {bottleneck?.sentence ?? stageKindWords[stage.kind].meaning}
      </p>
      <p className="mt-1 text-ink-soft">
        {state?.meaning} {bottleneck?.propagatedFrom && `The cause lies in ${bottleneck.propagatedFrom.name}. `}
        {statuses.length === 1 ? 'It holds the status ' : 'It holds the statuses '}
        {formats.list(statuses)}.
      </p>
      <div className="mt-1">
        <BasisDisclosure basis={basis} of={stageBasis(stage.id)} />
      </div>
    </section>
  );
}
