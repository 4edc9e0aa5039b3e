import type { StuckKind } from '../../gql/graphql.ts';
import { Badge } from '../../ui/Badge.tsx';
import { stuckKinds } from './stuck-lists.ts';
import { stuckWords } from './stuck-words.ts';

/** Why an issue is stuck, always in the same order. */
export function KindBadges({ kinds }: { kinds: readonly StuckKind[] }) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      {stuckKinds
        .filter((kind) => kinds.includes(kind))
        .map((kind) => (
          <Badge key={kind} tone={stuckWords[kind].tone}>
            {stuckWords[kind].label}
          </Badge>
        ))}
    </span>
  );
}
