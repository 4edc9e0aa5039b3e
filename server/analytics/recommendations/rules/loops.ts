import { daysInText } from '../../clocks/days-in-text.ts';
import { deliveredWithin } from '../../flow-view/delivered-within.ts';
import { underWayTimes } from '../../flow-view/under-way-times.ts';
import { type Estimate, estimateOf } from '../../money/estimate.ts';
import { amountOfLabour } from '../../money/labour/labour-amounts.ts';
import { reworkInLoop } from '../../money/labour/rework-by-stage.ts';
import type { MoneyQuestion } from '../../money/money-question.ts';
import { type LoopBetween, loopsBetweenStages } from '../../stage-flow/loops-between-stages.ts';
import { fewestFor } from '../../statistics/duration-percentiles.ts';
import { issuesInText, shareInText } from '../figures-in-text.ts';
import { heaviestFirst } from '../heaviest-first.ts';
import type { Finding, Rule } from '../rule.ts';
import { halfSaved, savedShare } from '../saved-share.ts';

/** Of the issues delivered, those that went there and back. */
const leastShare = 0.15;
/** Fewer say nothing of how work goes. */
const fewestDelivered = fewestFor.p85;
const mostFindings = 3;

const how =
  'Half of what labour cost in the window in the two stages, on issues delivered that went back and forth between them, ' +
  'while they were below the highest stage they had reached; that half of it would go (a quarter to three quarters) is an ' +
  'assumption.';

/** R5: work that goes on and comes straight back was let on too soon. */
export const loops: Rule = {
  id: 'R5',
  hygiene: false,
  find({ money }) {
    const delivered = deliveredWithin(money.view, money.rows, money.window);
    if (delivered.length < fewestDelivered) return [];
    return loopsBetweenStages(money.view, delivered)
      .filter(({ rows }) => rows.length >= leastShare * delivered.length)
      .sort((a, b) => b.rows.length - a.rows.length)
      .slice(0, mostFindings)
      .flatMap((loop) => findingOf(money, loop, delivered.length));
  },
};

function findingOf(money: MoneyQuestion, loop: LoopBetween, delivered: number): Finding[] {
  const { view, clock } = money;
  const [from, to] = [view.stages[loop.first], view.stages[loop.second]];
  if (!from || !to) return [];
  const share = loop.rows.length / delivered;
  const reworkOf = (row: number): number => underWayTimes(view, row, clock).rework;
  const rework = loop.rows.reduce((sum, row) => sum + reworkOf(row), 0);
  const rows = () => heaviestFirst(view, Uint32Array.from(loop.rows), reworkOf);
  const finding: Finding = {
    subject: `loop:${from.id}:${to.id}`,
    title: `Agree on what must be true before work goes from ${from.name} to ${to.name}`,
    advice:
      `${loop.rows.length} of the ${delivered} issues delivered (${shareInText(share)}) went back and forth between ${from.name} and ` +
      `${to.name}. Agree on what must be true before an issue enters ${to.name}, and on what may send one back to ${from.name}, ` +
      'and look at it each time that one moves.',
    evidence: [
      {
        text: `Issues delivered that went back and forth between ${from.name} and ${to.name}`,
        value: `${shareInText(share)} (${loop.rows.length} of ${delivered})`,
        rows,
      },
      { text: 'Time that they spent below the stage they had reached', value: daysInText(rework, clock), rows },
    ],
    severity: share,
    expectedEffect: {
      metric: 'REWORK_RATE',
      low: -savedShare.high * share,
      base: -savedShare.base * share,
      high: -savedShare.low * share,
    },
    worth: worthOf(money, loop),
    effort: 'MEDIUM',
    cautions: [
      'That half of the loops go (a quarter to three quarters) is an assumption, not a measurement.',
      `An issue that comes back elsewhere too stays rework: of the ${issuesInText(loop.rows.length)}, not each that is spared this loop is spared all.`,
      `Going back is sometimes right: make it rare that ${to.name} has to, not forbidden that it does.`,
    ],
    guardMetrics: ['REOPEN_RATE', 'CYCLE_TIME_P85'],
    metric: 'REWORK_RATE',
    stageId: null,
  };
  return [finding];
}

function worthOf(money: MoneyQuestion, loop: LoopBetween): Estimate | null {
  const { personDays, amounts } = reworkInLoop(money, loop);
  if (amounts.size === 0) return null;
  return estimateOf({
    kind: 'REWORK_LABOUR',
    confidence: 'MEDIUM',
    method: how,
    base: amountOfLabour(money, personDays).times(savedShare.base),
    parts: [...amounts.values()],
    assumptions: [halfSaved],
  });
}
