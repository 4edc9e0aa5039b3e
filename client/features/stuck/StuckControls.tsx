import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import type { StuckKind } from '../../gql/graphql.ts';
import { cn } from '../../ui/cn.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { stuckKinds, stuckOrders } from './stuck-lists.ts';
import { readStuckSearch, type StuckSearch, writeStuckSearch } from './stuck-search.ts';
import { stuckWords } from './stuck-words.ts';

/** Which kinds of stuck work are shown, and in which order; both in the address. */
export function StuckControls() {
  const [search, setSearch] = useSearchParams();
  const wanted = readStuckSearch(search);
  const change = useCallback(
    (next: Partial<StuckSearch>) => setSearch((now) => writeStuckSearch(now, { ...readStuckSearch(now), ...next })),
    [setSearch],
  );
  const toggle = (kind: StuckKind) =>
    change({
      kinds: wanted.kinds.includes(kind) ? wanted.kinds.filter((one) => one !== kind) : [...wanted.kinds, kind],
    });
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <fieldset className="flex flex-wrap gap-1">
        <legend className="sr-only">Kinds shown; none pressed means all</legend>
        {stuckKinds.map((kind) => {
          const pressed = wanted.kinds.includes(kind);
          return (
            <button
              key={kind}
              type="button"
              aria-pressed={pressed}
              onClick={() => toggle(kind)}
              className={cn(
                'h-7 rounded-md border border-line px-2 text-xs font-medium text-ink-soft hover:bg-sunken',
                pressed && 'border-accent bg-accent-soft text-accent-text',
              )}
            >
              {stuckWords[kind].label}
            </button>
          );
        })}
      </fieldset>
      <Segmented label="Order" options={stuckOrders} value={wanted.order} onChange={(order) => change({ order })} />
    </div>
  );
}
