import { useId } from 'react';
import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { QuestionLink } from '../../question/QuestionLink.tsx';
import { stagePath } from '../../stage/stage-path.ts';
import type { MetricFormats } from '../metric-words.ts';
import { AdviceEvidence } from './AdviceEvidence.tsx';
import { AdviceFacts } from './AdviceFacts.tsx';
import { AdviceWorth } from './AdviceWorth.tsx';
import { isHygiene } from './advice-words.ts';

const cardFragment = graphql(`
  fragment RecommendationCard_recommendation on Recommendation {
    id
    rule
    title
    advice
    stage {
      id
      name
    }
    evidence {
      text
      value
    }
    expectedEffect {
      metric
      low
      base
      high
    }
    worth {
      ...AdviceWorth_estimate
    }
    effort
    cautions
    guardMetrics
    trackRecord {
      tried
      improved
    }
  }
`);

interface RecommendationCardProps {
  recommendation: FragmentType<typeof cardFragment>;
  metricFormats: MetricFormats;
  onMake: () => void;
  onNotNow: () => void;
}

/** One thing to change: what and why, what speaks for it, what it would bring and take, and what to mind. */
export function RecommendationCard(props: RecommendationCardProps) {
  const recommendation = readFragment(cardFragment, props.recommendation);
  const { id, rule, title, advice, stage, worth, evidence, cautions } = recommendation;
  const heading = useId();
  return (
    <article
      aria-labelledby={heading}
      className="grid gap-x-8 gap-y-4 rounded-lg border border-line bg-surface p-4 shadow-card lg:grid-cols-[minmax(0,1fr)_24rem]"
    >
      <header className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 text-xs text-ink-muted">
          <span>Rule {rule}</span>
          {stage && (
            <QuestionLink to={stagePath(stage.id)} className="text-accent-text hover:underline">
              {stage.name}
            </QuestionLink>
          )}
          {isHygiene(rule) && <Badge tone="warn">Mend the history first</Badge>}
        </p>
        <h2 id={heading} className="mt-0.5 text-base font-semibold">
          {title}
        </h2>
        <p className="mt-1 max-w-[75ch] text-ink-soft">{advice}</p>
      </header>
      {worth ? <AdviceWorth worth={worth} /> : <span className="max-lg:hidden" />}
      <div className="min-w-0 space-y-3">
        <AdviceEvidence recommendationId={id} evidence={evidence} />
        <ul aria-label="What to mind" className="max-w-[75ch] list-disc space-y-0.5 pl-4 text-xs text-ink-muted">
          {cautions.map((caution) => (
            <li key={caution}>{caution}</li>
          ))}
        </ul>
      </div>
      <div className="flex flex-col justify-between gap-4">
        <AdviceFacts {...recommendation} metricFormats={props.metricFormats} />
        <div className="flex flex-wrap gap-2">
          <Button look="primary" onClick={props.onMake} aria-describedby={heading}>
            Make it an action
          </Button>
          <Button onClick={props.onNotNow} aria-describedby={heading}>
            Not now
          </Button>
        </div>
      </div>
    </article>
  );
}
