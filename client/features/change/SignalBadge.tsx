import type { Signal } from '../../gql/graphql.ts';
import { Badge } from '../../ui/Badge.tsx';
import { signalWords } from './signal-words.ts';

interface SignalBadgeProps {
  signal: Signal;
  /** The change in figures: +12 %. */
  change: string | null;
}

/** A change to the window before: how much, and in words whether it means anything. */
export function SignalBadge({ signal, change }: SignalBadgeProps) {
  const { label, tone } = signalWords[signal];
  return (
    <Badge tone={tone}>
      {change !== null && <span className="figures">{change}</span>} {label}
    </Badge>
  );
}
