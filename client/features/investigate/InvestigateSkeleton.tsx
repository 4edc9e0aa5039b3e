import { Loading } from '../../ui/Loading.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { InvestigateView } from './investigate-view.ts';

const words: Readonly<Record<InvestigateView, string>> = {
  bottlenecks: 'the bottlenecks',
  stuck: 'the stuck work',
  teams: 'the teams',
};

/** The layout of a part of the page before its numbers are there. */
export function InvestigateSkeleton({ view }: { view: InvestigateView }) {
  return (
    <Loading what={words[view]}>
      <div className="space-y-4">
        {view === 'bottlenecks' && <Skeleton className="h-24" />}
        <Skeleton className="h-[32rem]" />
      </div>
    </Loading>
  );
}
