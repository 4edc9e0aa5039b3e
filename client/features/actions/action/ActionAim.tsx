import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';
import { Card } from '../../../ui/Card.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { EstimateTile } from '../../money/EstimateTile.tsx';
import { QuestionLink } from '../../question/QuestionLink.tsx';
import { stagePath } from '../../stage/stage-path.ts';
import { type MetricFormats, metricName, metricWords } from '../metric-words.ts';

const aimFragment = graphql(`
  fragment ActionAim_action on Action {
    metric
    target
    baseline {
      value
      n
      frozenAt
      window {
        from
        to
      }
    }
    scopeStage {
      id
      name
    }
    scopeTeam {
      id
      name
    }
    promise {
      expectedEffect {
        metric
        low
        base
        high
      }
      worth {
        ...EstimateTile_estimate
      }
    }
  }
`);

interface ActionAimProps {
  action: FragmentType<typeof aimFragment>;
  words: MetricFormats;
}

/** What it is to move, from where to where, and what was promised of it. */
export function ActionAim({ action: masked, words }: ActionAimProps) {
  const { metric, target, baseline, scopeStage, scopeTeam, promise } = readFragment(aimFragment, masked);
  const formats = useFormats();
  const { meaning, better } = metricWords[metric];
  const effect = promise?.expectedEffect;
  // `to` is the first moment after the window.
  const lastDay = formats.date(new Date(Date.parse(baseline.window.to) - 1).toISOString());
  return (
    <Card
      title="What it is to move"
      description={`${metricName(metric, scopeStage)}: ${meaning} ${better === 'lower' ? 'Lower' : 'Higher'} is better.`}
    >
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <Figure name="Baseline" value={words.value(metric, baseline.value)} />
        <span aria-hidden className="pb-1 text-xl text-ink-muted">
          →
        </span>
        <Figure name="Target" value={words.value(metric, target)} />
      </div>
      <p className="mt-3 text-xs text-ink-muted">
        The baseline is made of {baseline.n === 1 ? '1 item' : `${formats.number(baseline.n)} items`} from{' '}
        {formats.date(baseline.window.from)} to {lastDay}
        {scopeTeam ? `, of ${scopeTeam.name}` : ', of all issues'}
        {scopeStage && (
          <>
            , in{' '}
            <QuestionLink to={stagePath(scopeStage.id)} className="text-accent-text underline">
              {scopeStage.name}
            </QuestionLink>
          </>
        )}
        . It was frozen on {formats.dateTime(baseline.frozenAt)}, and does not change.
      </p>
      {(effect || promise?.worth) && (
        <div className="mt-4 space-y-3 border-t border-line pt-3">
          <h3 className="font-medium">What was promised of it</h3>
          {effect && (
            <p className="text-ink-soft">
              A change of {metricWords[effect.metric].name.toLowerCase()} by {words.change(effect.metric, effect.base)},
              between {words.change(effect.metric, effect.low)} and {words.change(effect.metric, effect.high)}.
            </p>
          )}
          {promise?.worth && (
            <div className="max-w-sm">
              <EstimateTile estimate={promise.worth} name="What it was to save, in days like these" />
            </div>
          )}
        </div>
      )}
    </Card>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <p>
      <span className="block text-xs text-ink-muted">{name}</span>
      <span className="figures text-2xl font-semibold tracking-tight">{value}</span>
    </p>
  );
}
