import type { ComponentProps } from 'react';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SplitTable } from '../split/SplitTable.tsx';

/** The stays again, for each type or each priority. */
export function StageSplit({ by, rows }: Pick<ComponentProps<typeof SplitTable>, 'by' | 'rows'>) {
  const title = `Stays by ${by.toLowerCase()}`;
  return (
    <Card title={title} description="A withheld percentile (–) had too few stays to be honest.">
      {rows.length === 0 ? (
        <EmptyState title="No stay ended in this window" />
      ) : (
        <SplitTable caption={title} by={by} rows={rows} />
      )}
    </Card>
  );
}
