import type { ReactNode } from 'react';
import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Card } from '../../../ui/Card.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { EstimateTile } from '../../money/EstimateTile.tsx';
import type { MetricFormats } from '../metric-words.ts';
import { verdictWords } from '../state-words.ts';
import { OutcomeTable } from './OutcomeTable.tsx';

const outcomeFragment = graphql(`
  fragment ActionOutcome_action on Action {
    metric
    outcome {
      verdict
      sentence
      after
      interval80
      chance
      signal
      controlChange
      confounders
      reviewedAt
      realised {
        ...EstimateTile_estimate
      }
      ...OutcomeTable_outcome
    }
  }
`);

interface ActionOutcomeProps {
  action: FragmentType<typeof outcomeFragment>;
  words: MetricFormats;
}

/** Whether it has helped, how sure that is, and what else may have moved the metric. */
export function ActionOutcome({ action: masked, words }: ActionOutcomeProps) {
  const { metric, outcome } = readFragment(outcomeFragment, masked);
  const formats = useFormats();
  if (!outcome) return null;
  const verdict = verdictWords[outcome.verdict];
  const [low, high] = outcome.interval80;
  return (
    <Card
      title={
        <>
          What the review found <Badge tone={verdict.tone}>{verdict.label}</Badge>
        </>
      }
      description={`Reviewed on ${formats.dateTime(outcome.reviewedAt)}.`}
    >
      <div className="space-y-4">
        <p className="max-w-prose text-base">{outcome.sentence}</p>
        <OutcomeTable metric={metric} outcome={outcome} words={words} />
        <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2 xl:grid-cols-4">
          <Fact name="The change lies, 80 times of 100">
            {low === undefined || high === undefined
              ? 'not known'
              : `between ${words.change(metric, low)} and ${words.change(metric, high)}`}
          </Fact>
          <Fact name="Likely by chance alone">
            {outcome.chance == null ? 'not known' : formats.percent(outcome.chance)}
          </Fact>
          <Fact name="Comparable teams, the same days">
            {outcome.controlChange == null
              ? outcome.after == null
                ? 'not known'
                : 'none to compare with'
              : words.change(metric, outcome.controlChange)}
          </Fact>
          <Fact name="Week by week">
            {outcome.signal
              ? 'left the limits of what was usual'
              : outcome.after == null
                ? 'not known'
                : 'stayed within what was usual'}
          </Fact>
        </dl>
        {outcome.confounders.length > 0 && (
          <div>
            <h3 className="font-medium">What else has changed meanwhile</h3>
            <ul className="mt-1 list-disc space-y-0.5 pl-5 text-ink-soft">
              {outcome.confounders.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        )}
        {outcome.realised && (
          <div className="max-w-sm">
            <EstimateTile estimate={outcome.realised} name="What it has brought, in 90 days" />
          </div>
        )}
      </div>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-ink-muted">{name}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}
