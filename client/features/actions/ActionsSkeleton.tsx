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
        <div className="grid gap-3 md:grid-cols-2 xl:grid-cols-5">
          {columns.map((column) => (
            <Skeleton key={column} className="h-40 xl:h-96" />
          ))}
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
