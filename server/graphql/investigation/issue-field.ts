import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { issueInvestigation } from '../../analytics/metrics/issue-investigation.ts';
import { runningCost } from '../../analytics/money/sequence/running-cost.ts';
import { presentValues } from '../financial/present-values.ts';
import { issueLens } from '../issues/issue-lens.ts';
import { IssueNode } from '../issues/issue-node.ts';
import { basisOf } from '../questions/basis-of.ts';
import { moneyEstimateOf } from '../questions/money-type.ts';
import { InvestigationType } from './investigation-type.ts';
import { IssueInvestigation } from './issue-investigation-type.ts';

const dateOf = (seconds: number | null): Date | null => (seconds === null ? null : new Date(seconds * 1000));

@Resolver(() => InvestigationType)
export class IssueField {
  @FieldResolver(() => IssueInvestigation, {
    nullable: true,
    description:
      'What happened to the issue with this key, in or out of the scope, which with the window says what it is compared with. Null when there is none.',
  })
  async issue(
    @Root() { asked: { view, question } }: InvestigationType,
    @Arg('key', () => String, { description: '"CORE-12", upper or lower case.' }) key: string,
  ): Promise<IssueInvestigation | null> {
    const issue = await view.reader.issueByKey(key);
    const row = issue && question.view.table.rowOfId(issue.id);
    // One that was stored after the flow table was read has no figures yet.
    if (!issue || row == null) return null;
    const lens = await view.derive(issueLens);
    const found = issueInvestigation(question, row);
    const values = await view.derive(presentValues);
    return {
      ...found,
      basis: basisOf(view, found.basis),
      issue: new IssueNode(lens, issue),
      timeline: await lens.timeline(row, question.clock.kind),
      forecastP50: dateOf(found.forecastP50),
      forecastP85: dateOf(found.forecastP85),
      // Only when somebody asks for it: what an issue is worth takes going through everybody's days.
      get runningCost() {
        const cost = runningCost(question.view, row, values());
        return cost && moneyEstimateOf(cost, values().model.currency);
      },
    };
  }
}
