import type { ReactNode } from 'react';
import type { Signal } from '../../gql/graphql.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Cell } from '../../ui/Table.tsx';
import { signalWords } from './signal-words.ts';

interface ChangeCellProps {
  current: ReactNode;
  previous: string;
  signal: Signal;
}

/** A number, what it was in the window before, and whether the difference means something. */
export function ChangeCell({ current, previous, signal }: ChangeCellProps) {
  const words = signalWords[signal];
  return (
    <Cell numeric>
      <span className="font-medium">{current}</span> <span className="text-xs text-ink-muted">from {previous}</span>
      <span className="mt-0.5 block">
        {words.tone === 'neutral' ? (
          <span className="text-xs text-ink-muted">{words.label}</span>
        ) : (
          <Badge tone={words.tone}>{words.label}</Badge>
        )}
      </span>
    </Cell>
  );
}
