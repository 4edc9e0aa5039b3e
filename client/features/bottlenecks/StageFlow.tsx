import { lazy, Suspense, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { BottleneckCard } from './BottleneckCard.tsx';

const BottleneckIssues = lazy(() =>
  import('./BottleneckIssues.tsx').then((module) => ({ default: module.BottleneckIssues })),
);

const stageFlowFragment = graphql(`
  fragment StageFlow_report on BottleneckReport {
    bottlenecks {
      stage {
        id
        name
        position
      }
      ...BottleneckCard_bottleneck
    }
  }
`);

interface StageFlowProps {
  report: FragmentType<typeof stageFlowFragment>;
  limit: number;
}

/** The stages in workflow order, left to right; the report's own order (worst first) is the rank on each card. */
export function StageFlow({ report: masked, limit }: StageFlowProps) {
  const report = readFragment(stageFlowFragment, masked);
  const [opened, setOpened] = useState<string | null>(null);
  const ranked = report.bottlenecks.map((bottleneck, index) => ({ bottleneck, rank: index + 1 }));
  const inOrder = ranked.toSorted((a, b) => a.bottleneck.stage.position - b.bottleneck.stage.position);
  if (inOrder.length === 0) {
    return <EmptyState title="No stage holds work in this window" text="Widen the window or the scope to see more." />;
  }
  return (
    <section aria-labelledby="stage-flow-title">
      <h2 id="stage-flow-title" className="mb-2 font-semibold">
        How work flows through the stages
      </h2>
      <ol className="grid gap-3 sm:grid-cols-[repeat(auto-fit,minmax(15rem,1fr))]">
        {inOrder.map(({ bottleneck, rank }) => (
          <li key={bottleneck.stage.id} className="flex">
            <BottleneckCard bottleneck={bottleneck} rank={rank} onOpenIssues={() => setOpened(bottleneck.stage.id)} />
          </li>
        ))}
      </ol>
      {opened && (
        <Suspense fallback={null}>
          <BottleneckIssues stageId={opened} limit={limit} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </section>
  );
}
