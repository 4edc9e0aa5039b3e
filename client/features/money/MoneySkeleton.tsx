import { Loading } from '../../ui/Loading.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { MoneyView } from './money-view.ts';

const places: Readonly<Record<MoneyView, readonly string[]>> = {
  impact: ['h-38', 'h-[27rem]', 'h-96', 'h-72'],
  delay: ['h-28', 'h-40', 'h-[30rem]'],
  stages: ['h-96', 'h-80'],
  teams: ['h-96'],
  statuses: ['h-[30rem]'],
};

/** The layout of a part before its numbers are there. */
export function MoneySkeleton({ view }: { view: MoneyView }) {
  return (
    <Loading what="the money">
      <div className="space-y-4">
        {places[view].map((place) => (
          <Skeleton key={place} className={place} />
        ))}
      </div>
    </Loading>
  );
}
