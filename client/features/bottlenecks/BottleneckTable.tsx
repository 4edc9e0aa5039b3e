import { lazy, Suspense, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Cell, HeadCell, Table } from '../../ui/Table.tsx';
import { EstimateCell } from '../money/EstimateCell.tsx';
import { QuestionLink } from '../question/QuestionLink.tsx';
import { stagePath } from '../stage/stage-path.ts';
import { stateWords } from './state-words.ts';

const BottleneckIssues = lazy(() =>
  import('./BottleneckIssues.tsx').then((module) => ({ default: module.BottleneckIssues })),
);

const tableFragment = graphql(`
  fragment BottleneckTable_report on BottleneckReport {
    bottlenecks {
      stage {
        id
        name
      }
      state
      shareOfLeadTime
      delayCost {
        ...EstimateCell_estimate
      }
      arrivals
      departures
      netFlowPerDay
      netFlowInterval80
      occupancy
      stay {
        n
        p50 {
          seconds
          days
        }
        p85 {
          seconds
          days
        }
        p95 {
          seconds
          days
        }
      }
      previousStay {
        n
        p85 {
          seconds
          days
        }
      }
      propagatedFrom {
        id
        name
      }
      sentence
    }
  }
`);

const columns = [
  'State',
  'Share of lead time',
  'Delay cost (opportunity)',
  'Arrived',
  'Left',
  'Net flow a day (80 %)',
  'In it now',
  'Stay p50',
  'p85',
  'p95',
  'p85 before',
];

interface BottleneckTableProps {
  report: FragmentType<typeof tableFragment>;
}

/** Every bottleneck side by side, worst first, with its sentence. */
export function BottleneckTable({ report: masked }: BottleneckTableProps) {
  const { bottlenecks } = readFragment(tableFragment, masked);
  const formats = useFormats();
  const [opened, setOpened] = useState<string | null>(null);
  if (bottlenecks.length === 0) return null;
  return (
    <Card
      title="Every bottleneck in detail"
      description="Worst first. A withheld percentile (–) had too few stays to be honest."
    >
      <Table
        caption="Bottlenecks, worst first"
        head={
          <>
            <HeadCell>Stage</HeadCell>
            {columns.map((column, index) => (
              <HeadCell key={column} numeric={index > 0}>
                {column}
              </HeadCell>
            ))}
          </>
        }
      >
        {bottlenecks.map((one) => (
          <tr key={one.stage.id}>
            <Cell className="min-w-60">
              <p className="flex flex-wrap items-baseline justify-between gap-x-3">
                <QuestionLink to={stagePath(one.stage.id)} className="font-medium text-accent-text hover:underline">
                  {one.stage.name}
                </QuestionLink>
                <Button
                  look="ghost"
                  size="small"
                  aria-label={`Issues of ${one.stage.name}`}
                  onClick={() => setOpened(one.stage.id)}
                >
                  Issues
                </Button>
              </p>
              <p className="text-xs text-ink-soft">{one.sentence}</p>
              {one.propagatedFrom && (
                <p className="text-xs text-ink-muted">The cause lies in {one.propagatedFrom.name}.</p>
              )}
            </Cell>
            <Cell>
              <Badge tone={stateWords[one.state].tone}>{stateWords[one.state].label}</Badge>
            </Cell>
            <Cell numeric>{formats.percent(one.shareOfLeadTime)}</Cell>
            <EstimateCell estimate={one.delayCost} />
            <Cell numeric>{formats.number(one.arrivals)}</Cell>
            <Cell numeric>{formats.number(one.departures)}</Cell>
            <Cell numeric>
              {formats.signed(one.netFlowPerDay)}{' '}
              <span className="text-xs text-ink-muted">({one.netFlowInterval80.map(formats.signed).join(' to ')})</span>
            </Cell>
            <Cell numeric>{formats.number(one.occupancy)}</Cell>
            <Cell numeric>{formats.span(one.stay.p50)}</Cell>
            <Cell numeric>{formats.span(one.stay.p85)}</Cell>
            <Cell numeric>{formats.span(one.stay.p95)}</Cell>
            <Cell numeric>{formats.span(one.previousStay.p85)}</Cell>
          </tr>
        ))}
      </Table>
      {opened && (
        <Suspense fallback={null}>
          <BottleneckIssues stageId={opened} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </Card>
  );
}
