import type { ActionMetric } from '../../../gql/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { Cell, HeadCell, Table } from '../../../ui/Table.tsx';
import { type MetricFormats, metricWords } from '../metric-words.ts';
import { verdictWords } from '../state-words.ts';

const tableFragment = graphql(`
  fragment OutcomeTable_outcome on ActionOutcome {
    verdict
    before
    after
    change
    nBefore
    nAfter
    guards {
      metric
      before
      after
      ok
    }
  }
`);

function guardWords(ok: boolean, difference: number | null): string {
  if (!ok) return 'Worse';
  return difference === null ? 'Too little to tell' : 'Not worse';
}

interface OutcomeTableProps {
  metric: ActionMetric;
  outcome: FragmentType<typeof tableFragment>;
  words: MetricFormats;
}

/** Before and after of what it is judged by and, below, of what might have paid for it. */
export function OutcomeTable({ metric, outcome: masked, words }: OutcomeTableProps) {
  const { verdict, before, after, change, nBefore, nAfter, guards } = readFragment(tableFragment, masked);
  const formats = useFormats();
  const items = (count: number) => (
    <span className="block text-xs text-ink-muted">of {count === 1 ? '1 item' : `${formats.number(count)} items`}</span>
  );
  const difference = (one: (typeof guards)[number]): number | null =>
    one.before == null || one.after == null ? null : one.after - one.before;
  return (
    <Table
      caption="Before and after"
      head={
        <>
          <HeadCell>Metric</HeadCell>
          <HeadCell numeric>Before</HeadCell>
          <HeadCell numeric>After</HeadCell>
          <HeadCell numeric>Change</HeadCell>
          <HeadCell>Finding</HeadCell>
        </>
      }
    >
      <tr className="font-medium">
        <Cell className="min-w-32">
          {metricWords[metric].name}
          <span className="block text-xs font-normal text-ink-muted">{metricWords[metric].better} is better</span>
        </Cell>
        <Cell numeric>
          {words.value(metric, before)}
          {items(nBefore)}
        </Cell>
        <Cell numeric>
          {words.value(metric, after)}
          {items(nAfter)}
        </Cell>
        <Cell numeric>{words.change(metric, change)}</Cell>
        <Cell>
          <Badge tone={verdictWords[verdict].tone}>{verdictWords[verdict].label}</Badge>
        </Cell>
      </tr>
      {guards.map((guard) => (
        <tr key={guard.metric}>
          <Cell>
            {metricWords[guard.metric].name}
            <span className="block text-xs text-ink-muted">{metricWords[guard.metric].better} is better</span>
          </Cell>
          <Cell numeric>{words.value(guard.metric, guard.before)}</Cell>
          <Cell numeric>{words.value(guard.metric, guard.after)}</Cell>
          <Cell numeric>{words.change(guard.metric, difference(guard))}</Cell>
          <Cell>
            <Badge tone={guard.ok ? 'neutral' : 'danger'}>{guardWords(guard.ok, difference(guard))}</Badge>
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
