import { measureMetric } from '../../analytics/actions/measure-metric.ts';
import type { WindowRequest } from '../../analytics/clocks/window-of.ts';
import { moneyOf } from '../../analytics/money/amount.ts';
import type { Estimate } from '../../analytics/money/estimate.ts';
import { adviceQuestionOf } from '../../analytics/recommendations/advice-question-of.ts';
import { type Advice, advise } from '../../analytics/recommendations/advise.ts';
import { trackRecordOf } from '../../analytics/recommendations/track-record.ts';
import type { Action, Origin, ToldEstimate } from '../../domain/action.ts';
import type { Scope } from '../../domain/question.ts';
import type { Outcome } from '../../domain/user-error.ts';
import { done } from '../../domain/user-error.ts';
import type { JiraView } from '../connection/jira-view.ts';
import { StageNode } from '../connection/workflow-nodes.ts';
import { type AskedMoney, askMoney } from '../financial/ask-money.ts';
import { presentValues } from '../financial/present-values.ts';
import { issuesBehind } from '../questions/issues-behind.ts';
import { moneyEstimateOf } from '../questions/money-type.ts';
import { askAbout } from '../questions/question.ts';
import { readRecommendationId, recommendationId, scopeText } from './recommendation-id.ts';
import { EvidenceType, RecommendationNode } from './recommendation-type.ts';

/** All advice for a part of the connection, with what it was asked of. */
export interface Advised {
  readonly advice: readonly Advice[];
  readonly scope: Scope;
  readonly window: WindowRequest | null;
  readonly asked: AskedMoney;
}

/** What the rules find; INVALID when the window is none. */
export async function advised(view: JiraView, scope: Scope, window: WindowRequest | null): Promise<Outcome<Advised>> {
  const plain = await askAbout(view, scope, window, 'WORKING');
  if (!plain.ok) return plain;
  const [asked, values] = await Promise.all([askMoney(plain.value), view.derive(presentValues)]);
  const advice = advise(adviceQuestionOf(asked.question, values, asked.currency));
  return done({ advice, scope, window, asked });
}

/** A recommendation and what an action keeps of it. */
export interface Recommended {
  readonly node: RecommendationNode;
  readonly origin: Origin;
}

/** The recommendation with this native id, found by asking again; null when there is none, or none any more. */
export async function recommended(view: JiraView, nativeId: string): Promise<Recommended | null> {
  const name = readRecommendationId(nativeId);
  if (!name) return null;
  const outcome = await advised(view, name.scope, name.window);
  if (!outcome.ok) return null;
  const advice = outcome.value.advice.find(
    ({ rule, finding }) => rule === name.rule && finding.subject === name.subject,
  );
  if (!advice) return null;
  const node = recommendationNode(view, outcome.value, advice, await view.reader.actions());
  return { node, origin: originOf(advice, outcome.value) };
}

/** A piece of advice as it is told. */
export function recommendationNode(
  view: JiraView,
  { scope, window, asked }: Advised,
  { rule, finding }: Advice,
  actions: readonly Action[],
): RecommendationNode {
  const nativeId = recommendationId({ rule, subject: finding.subject, scope, window });
  const { workflow, question, currency } = asked;
  const stage = workflow.stages.find(({ id }) => id === finding.stageId);
  return new RecommendationNode(
    {
      ...finding,
      id: view.id('Recommendation', nativeId),
      rule,
      evidence: finding.evidence.map(
        (evidence) =>
          new EvidenceType(
            evidence.text,
            evidence.value,
            issuesBehind(view, () => evidence.rows()),
          ),
      ),
      worth: finding.worth && moneyEstimateOf(finding.worth, currency),
      stage: stage ? new StageNode(view, workflow, stage) : null,
      trackRecord: trackRecordOf(rule, actions),
    },
    () => measureMetric(question, finding.metric, finding.stageId).value,
  );
}

function originOf({ rule, finding }: Advice, { scope, asked }: Advised): Origin {
  const { subject, severity, expectedEffect, worth } = finding;
  return {
    rule,
    subject,
    asked: scopeText(scope),
    severity,
    expectedEffect,
    worth: worth && toldEstimate(worth, asked.currency),
  };
}

/** An estimate as it is told and kept: rounded here. */
function toldEstimate({ low, base, high, ...rest }: Estimate, currency: string): ToldEstimate {
  const amount = (value: Estimate['base']): string => moneyOf(value, currency).amount;
  return { ...rest, low: amount(low), base: amount(base), high: amount(high), currency };
}
