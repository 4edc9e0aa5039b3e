import { lazy, type ReactNode, Suspense, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { StageDetail } from './StageDetail.tsx';
import { StageTile } from './StageTile.tsx';

const BottleneckIssues = lazy(() =>
  import('./BottleneckIssues.tsx').then((module) => ({ default: module.BottleneckIssues })),
);

const stageFlowFragment = graphql(`
  fragment StageFlow_report on BottleneckReport {
    bottlenecks {
      stage {
        id
        name
      }
      ...StageTile_bottleneck
      ...StageDetail_bottleneck
    }
  }
`);

const workflowFragment = graphql(`
  fragment StageFlow_connection on JiraConnection {
    stages {
      id
    }
  }
`);

interface StageFlowProps {
  connection: FragmentType<typeof workflowFragment>;
  report: FragmentType<typeof stageFlowFragment>;
  /** Beside the heading: where to read on. */
  more?: ReactNode;
}

/** The workflow as a strip, left to right, with one stage in detail: the worst, until another is chosen. */
export function StageFlow({ connection, report, more }: StageFlowProps) {
  const { bottlenecks } = readFragment(stageFlowFragment, report);
  const workflow = readFragment(workflowFragment, connection).stages.map((one) => one.id);
  const [wanted, setWanted] = useState<string | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  // The report's order, worst first, is the rank.
  const ranked = bottlenecks.map((bottleneck, index) => ({ bottleneck, rank: index + 1 }));
  const inOrder = ranked.toSorted(
    (a, b) => workflow.indexOf(a.bottleneck.stage.id) - workflow.indexOf(b.bottleneck.stage.id),
  );
  const shown = ranked.find(({ bottleneck }) => bottleneck.stage.id === wanted) ?? ranked[0];
  if (!shown) {
    return <EmptyState title="No stage holds work in this window" text="Widen the window or the scope to see more." />;
  }
  const { stage } = shown.bottleneck;
  return (
    <section
      aria-labelledby="stage-flow-title"
      className="overflow-hidden rounded-lg border border-line bg-surface shadow-card"
    >
      <header className="flex flex-wrap items-baseline justify-between gap-2 px-4 pt-4 pb-3">
        <h2 id="stage-flow-title" className="font-semibold">
          How work flows through the stages
        </h2>
        {more}
      </header>
      <ol
        aria-label="Stages in workflow order"
        className="grid divide-line border-t border-line max-sm:divide-y sm:auto-cols-[minmax(10.5rem,1fr)] sm:grid-flow-col sm:divide-x sm:overflow-x-auto"
      >
        {inOrder.map(({ bottleneck }) => (
          <li key={bottleneck.stage.id}>
            <StageTile
              bottleneck={bottleneck}
              chosen={bottleneck.stage.id === stage.id}
              onChoose={() => setWanted(bottleneck.stage.id)}
            />
          </li>
        ))}
      </ol>
      <StageDetail bottleneck={shown.bottleneck} rank={shown.rank} onOpenIssues={() => setOpened(stage.id)} />
      {opened && (
        <Suspense fallback={null}>
          <BottleneckIssues stageId={opened} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </section>
  );
}
