import { Sheet } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { TimeInStatusGroup } from '../../gql/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { toCsv } from '../../ui/csv.ts';
import { downloadText } from '../../ui/download-file.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { HeadCell, Table } from '../../ui/Table.tsx';
import { BasisDisclosure } from '../basis/BasisDisclosure.tsx';
import { timeGroups, writeTimeGroup } from './group-words.ts';
import { TimeInStatusLine } from './TimeInStatusLine.tsx';
import { timeInStatusBasis } from './time-in-status-basis.ts';

const TimeInStatusIssues = lazy(() =>
  import('./TimeInStatusIssues.tsx').then((module) => ({ default: module.TimeInStatusIssues })),
);

const tableFragment = graphql(`
  fragment TimeInStatusTable_report on TimeInStatusReport {
    basis {
      ...BasisDisclosure_basis
    }
    rows {
      id
      name
      share
      visits
      reentries
      total {
        days
      }
      stay {
        n
        p50 {
          days
        }
        p85 {
          days
        }
        p95 {
          days
        }
      }
      ...TimeInStatusLine_row
    }
    flowEfficiency
  }
`);

const columns = ['Total', 'Visits', 'Re-entries', 'Stay p50', 'p85', 'p95'];

interface TimeInStatusTableProps {
  report: FragmentType<typeof tableFragment>;
  group: TimeInStatusGroup;
}

/** Where the time of the window went, the longest first; each row opens its issues. */
export function TimeInStatusTable({ report, group }: TimeInStatusTableProps) {
  const { basis, rows, flowEfficiency } = readFragment(tableFragment, report);
  const formats = useFormats();
  const [, setSearch] = useSearchParams();
  const [opened, setOpened] = useState<string | null>(null);
  const label = timeGroups.find((one) => one.value === group)?.label ?? '';
  const longest = Math.max(...rows.map((row) => row.share), 0);

  const isDoubled = new Set(rows.map((row) => row.name)).size < rows.length;
  const notes = [
    ...(flowEfficiency == null
      ? []
      : [`Of the time between start and done, ${formats.percent(flowEfficiency)} was work; the rest was waiting.`]),
    'A withheld percentile (–) had too few stays to be honest.',
    ...(isDoubled ? ['Those of one name belong to workflows of different projects.'] : []),
  ];

  function saveCsv() {
    const table = {
      columns: [label, 'Share', 'Total (days)', 'Visits', 'Re-entries', 'p50 (days)', 'p85 (days)', 'p95 (days)'],
      rows: rows.map(({ name, share, total, visits, reentries, stay }) => [
        name,
        share,
        total.days,
        visits,
        reentries,
        stay.p50?.days ?? null,
        stay.p85?.days ?? null,
        stay.p95?.days ?? null,
      ]),
    };
    downloadText(`time-by-${group.toLowerCase()}.csv`, 'text/csv', toCsv(table));
  }

  return (
    <Card
      title={`Time by ${label.toLowerCase()}`}
      description={notes.join(' ')}
      actions={
        <>
          <Segmented
            label="Rows"
            options={timeGroups}
            value={group}
            onChange={(next) => setSearch((now) => writeTimeGroup(now, next), { replace: true })}
          />
          <Button look="ghost" size="small" disabled={rows.length === 0} onClick={saveCsv}>
            <Sheet size={14} aria-hidden /> CSV
          </Button>
        </>
      }
    >
      {rows.length === 0 ? (
        <EmptyState title="No time was spent in this window" text="Widen the window or the scope to see more." />
      ) : (
        <Table
          caption={`Time by ${label.toLowerCase()}, the longest first`}
          head={
            <>
              <HeadCell>{label}</HeadCell>
              <HeadCell>Share of all time</HeadCell>
              {columns.map((column) => (
                <HeadCell key={column} numeric>
                  {column}
                </HeadCell>
              ))}
            </>
          }
        >
          {rows.map((row) => (
            <TimeInStatusLine key={row.id} row={row} longest={longest} onOpen={() => setOpened(row.id)} />
          ))}
        </Table>
      )}
      <div className="mt-2">
        <BasisDisclosure basis={basis} of={timeInStatusBasis(group)} />
      </div>
      {opened && (
        <Suspense fallback={null}>
          <TimeInStatusIssues rowId={opened} group={group} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </Card>
  );
}
