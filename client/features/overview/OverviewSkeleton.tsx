import { Loading } from '../../ui/Loading.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

/** The overview's layout before its numbers are there, so that nothing jumps when they come. */
export function OverviewSkeleton() {
  return (
    <Loading what="the overview">
      <div className="space-y-4">
        <Skeleton className="h-28" />
        <div className="grid gap-3 min-[26rem]:grid-cols-2 xl:grid-cols-4">
          <Skeleton className="h-25" />
          <Skeleton className="h-25" />
          <Skeleton className="h-25" />
          <Skeleton className="h-25" />
        </div>
        <Skeleton className="h-88 md:h-38" />
        <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
          <Skeleton className="h-92" />
          <Skeleton className="h-92" />
        </div>
        <Skeleton className="h-[33rem]" />
        <Skeleton className="h-80" />
      </div>
    </Loading>
  );
}
