import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Cell, HeadCell, Table } from '../../ui/Table.tsx';
import { QuestionLink } from '../question/QuestionLink.tsx';
import { stagePath } from '../stage/stage-path.ts';
import { EstimateCell } from './EstimateCell.tsx';
import { Sum } from './Sum.tsx';

const tableFragment = graphql(`
  fragment StageCostTable_report on BottleneckCostReport {
    stages {
      stage {
        id
        name
      }
      delay {
        ...EstimateCell_estimate
      }
      reworkLabour {
        ...EstimateCell_estimate
      }
      wipCostPerDay {
        amount
        currency
      }
      costPerExtraItem {
        amount
        currency
      }
      ifMedianStay {
        ...EstimateCell_estimate
      }
      cumulativeShare
    }
  }
`);

interface StageCostTableProps {
  report: FragmentType<typeof tableFragment>;
  onOpen: (stageId: string) => void;
}

/** Every stage with what waiting in it cost, what going back through it cost, and what holding work in it costs now. */
export function StageCostTable({ report, onOpen }: StageCostTableProps) {
  const { stages } = readFragment(tableFragment, report);
  const formats = useFormats();
  if (stages.length === 0) return null;
  return (
    <Card
      title="Stage by stage"
      description="Delay is opportunity and rework is paid: the columns are not to be summed. Savings are an upper bound, as the constraint moves."
    >
      <Table
        caption="Costs by stage, the dearest first"
        head={
          <>
            <HeadCell>Stage</HeadCell>
            <HeadCell numeric>Delay (opportunity)</HeadCell>
            <HeadCell numeric>Cumulative</HeadCell>
            <HeadCell numeric>Rework (paid)</HeadCell>
            <HeadCell numeric>What is in it, a day</HeadCell>
            <HeadCell numeric>Each extra issue, a week</HeadCell>
            <HeadCell numeric>Saved if stays were the median</HeadCell>
          </>
        }
      >
        {stages.map(({ stage, ...cost }) => (
          <tr key={stage.id} className="hover:bg-sunken/60">
            <Cell className="min-w-44">
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                <QuestionLink to={stagePath(stage.id)} className="font-medium text-accent-text hover:underline">
                  {stage.name}
                </QuestionLink>
                <Button
                  look="ghost"
                  size="small"
                  aria-label={`Issues of ${stage.name}`}
                  onClick={() => onOpen(stage.id)}
                >
                  Issues
                </Button>
              </span>
            </Cell>
            <EstimateCell estimate={cost.delay} />
            <Cell numeric>{formats.percent(cost.cumulativeShare)}</Cell>
            <EstimateCell estimate={cost.reworkLabour} />
            <Cell numeric>
              <Sum amount={cost.wipCostPerDay} />
            </Cell>
            <Cell numeric>
              <Sum amount={cost.costPerExtraItem} />
            </Cell>
            <EstimateCell estimate={cost.ifMedianStay} />
          </tr>
        ))}
      </Table>
    </Card>
  );
}
