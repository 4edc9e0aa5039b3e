import { lazy, Suspense, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Cell, HeadCell, Table } from '../../ui/Table.tsx';
import { kindWords } from './cost-words.ts';
import { EstimateCell } from './EstimateCell.tsx';
import { ShareBar } from './ShareBar.tsx';

const DriverIssues = lazy(() => import('./DriverIssues.tsx').then((module) => ({ default: module.DriverIssues })));

const driversFragment = graphql(`
  fragment CostDrivers_impact on FinancialImpact {
    drivers {
      title
      cost {
        kind
        ...EstimateCell_estimate
      }
      share
    }
  }
`);

/** What costs most, each with the issues it is made of. */
export function CostDrivers(props: { impact: FragmentType<typeof driversFragment> }) {
  const { drivers } = readFragment(driversFragment, props.impact);
  const formats = useFormats();
  const [opened, setOpened] = useState<string | null>(null);
  const longest = Math.max(...drivers.map(({ share }) => share), 0);
  return (
    <Card title="What costs most" description="Each is a share of the money of its own kind. Kinds are never summed.">
      {drivers.length === 0 ? (
        <p className="text-ink-soft">Nothing stands out in this window.</p>
      ) : (
        <Table
          caption="What costs most"
          head={
            <>
              <HeadCell>Driver</HeadCell>
              <HeadCell className="max-sm:hidden">Kind</HeadCell>
              <HeadCell numeric>Cost</HeadCell>
              <HeadCell className="max-sm:hidden">Share of its kind</HeadCell>
            </>
          }
        >
          {drivers.map(({ title, cost, share }) => (
            <tr key={title} className="hover:bg-sunken/60">
              <Cell className="sm:min-w-48">
                <Button
                  look="ghost"
                  size="small"
                  className="-ml-2 h-auto py-1 text-left text-base whitespace-normal text-accent-text"
                  onClick={() => setOpened(title)}
                >
                  {title}
                </Button>
                <p className="text-xs text-ink-muted sm:hidden">
                  {kindWords[cost.kind].name}, {kindWords[cost.kind].nature}: {formats.percent(share)} of its kind
                </p>
              </Cell>
              <Cell className="whitespace-nowrap max-sm:hidden">
                {kindWords[cost.kind].name}{' '}
                <Badge tone={kindWords[cost.kind].nature === 'paid' ? 'neutral' : 'calm'}>
                  {kindWords[cost.kind].nature}
                </Badge>
              </Cell>
              <EstimateCell estimate={cost} />
              <Cell className="w-1/4 min-w-32 max-sm:hidden">
                <ShareBar share={share} longest={longest} words={formats.percent(share)} />
              </Cell>
            </tr>
          ))}
        </Table>
      )}
      {opened && (
        <Suspense fallback={null}>
          <DriverIssues title={opened} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </Card>
  );
}
