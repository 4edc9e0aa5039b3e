import { Loading } from '../../ui/Loading.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

const tiles = ['now', 'in', 'left', 'stay', 'share', 'handoffs'];

/** The layout of a stage's page before its numbers are there. */
export function StageSkeleton() {
  return (
    <Loading what="the stage">
      <div className="space-y-4">
        <Skeleton className="h-32" />
        <div className="grid grid-cols-2 gap-3 md:grid-cols-3 2xl:grid-cols-6">
          {tiles.map((tile) => (
            <Skeleton key={tile} className="h-28" />
          ))}
        </div>
        <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
          <Skeleton className="h-90" />
          <Skeleton className="h-90" />
          <Skeleton className="h-90" />
          <Skeleton className="h-90" />
        </div>
        <Skeleton className="h-96" />
      </div>
    </Loading>
  );
}
