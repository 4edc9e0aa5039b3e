import { Loading } from '../../ui/Loading.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { ActionsView } from './actions-view.ts';

const columns = ['proposed', 'accepted', 'in progress', 'done', 'reviewed'];
const advice = ['first', 'second', 'third'];

/** The layout of a part before what it shows is there. */
export function ActionsSkeleton({ view }: { view: ActionsView }) {
  if (view === 'board') {
    return (
      <Loading what="the board">
        <div className="space-y-4">
          <Skeleton className="h-7" />
          <div className="grid gap-3 md:auto-cols-[minmax(13rem,1fr)] md:grid-flow-col md:overflow-x-auto">
            {columns.map((column) => (
              <Skeleton key={column} className="h-40 md:h-80" />
            ))}
          </div>
          <Skeleton className="h-14" />
        </div>
      </Loading>
    );
  }
  return (
    <Loading what="recommendations">
      <div className="space-y-4">
        {advice.map((place) => (
          <Skeleton key={place} className="h-52" />
        ))}
      </div>
    </Loading>
  );
}
