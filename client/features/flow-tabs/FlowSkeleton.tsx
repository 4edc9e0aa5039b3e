import { Loading } from '../../ui/Loading.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { FlowTab } from './flow-tab.ts';

const places: Readonly<Record<FlowTab, readonly string[]>> = {
  'cycle-time': ['h-8 w-72', 'h-[36rem]', 'h-80'],
  'over-time': ['h-[36rem]'],
  cumulative: ['h-[38rem]'],
  time: ['h-[28rem]', 'h-96'],
  forecast: ['h-36', 'h-28', 'h-96'],
};

/** The layout of a tab before its numbers are there. */
export function FlowSkeleton({ tab }: { tab: FlowTab }) {
  return (
    <Loading what="the flow">
      <div className="space-y-4">
        {places[tab].map((place) => (
          <Skeleton key={place} className={place} />
        ))}
      </div>
    </Loading>
  );
}
