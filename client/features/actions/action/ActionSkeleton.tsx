import { Loading } from '../../../ui/Loading.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';

/** The layout of an action before it is there. */
export function ActionSkeleton() {
  return (
    <Loading what="the action">
      <div className="space-y-4">
        <Skeleton className="h-9" />
        <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
          <Skeleton className="h-60" />
          <Skeleton className="h-60" />
        </div>
        <Skeleton className="h-[25rem]" />
      </div>
    </Loading>
  );
}
