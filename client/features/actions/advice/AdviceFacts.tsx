import type { ReactNode } from 'react';
import type { ActionMetric, Effort } from '../../../gql/graphql.ts';
import { type MetricFormats, metricWords } from '../metric-words.ts';
import { effortWords, trackRecordWords } from './advice-words.ts';

interface AdviceFactsProps {
  stage?: { readonly name: string } | null;
  expectedEffect?: {
    readonly metric: ActionMetric;
    readonly low: number;
    readonly base: number;
    readonly high: number;
  } | null;
  effort: Effort;
  trackRecord: { readonly tried: number; readonly improved: number };
  guardMetrics: readonly ActionMetric[];
  metricFormats: MetricFormats;
}

/** What a recommendation would bring and take, and how its rule has done before. */
export function AdviceFacts({
  stage,
  expectedEffect,
  effort,
  trackRecord,
  guardMetrics,
  metricFormats,
}: AdviceFactsProps) {
  return (
    <dl className="grid gap-x-6 gap-y-3 min-[26rem]:grid-cols-2">
      {expectedEffect && (
        <Fact name={`Expected: ${metricWords[expectedEffect.metric].name}${stage ? `, ${stage.name}` : ''}`}>
          <span className="figures font-medium">
            {metricFormats.change(expectedEffect.metric, expectedEffect.base)}
          </span>
          <span className="figures block text-xs text-ink-muted">
            {metricFormats.changes(expectedEffect.metric, expectedEffect.low, expectedEffect.high)}
          </span>
        </Fact>
      )}
      <Fact name="Effort">
        {effortWords[effort].name}
        <span className="block text-xs text-ink-muted">{effortWords[effort].meaning}</span>
      </Fact>
      <Fact name="Track record">{trackRecordWords(trackRecord)}</Fact>
      {guardMetrics.length > 0 && (
        <Fact name="Watch as well">
          {guardMetrics.map((guard) => (
            <span key={guard} className="block">
              {metricWords[guard].name}
            </span>
          ))}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-ink-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
