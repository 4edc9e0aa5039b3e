import { daysInText } from '../clocks/days-in-text.ts';
import type { Bottleneck } from '../metrics/bottlenecks.ts';
import type { MoneyQuestion } from '../money/money-question.ts';

import { issuesInText } from './figures-in-text.ts';
import type { Evidence } from './rule.ts';
import { rowsByStay, rowsPresent } from './stage-rows.ts';

/** How long stays in a stage took, and the issues whose stays these were; none where too few ended for a percentile. */
export function stayEvidence(money: MoneyQuestion, { stage, stay }: Bottleneck): Evidence[] {
  if (!stay.p85) return [];
  return [
    {
      text: `85 of 100 stays in ${stage.name} end within`,
      value: daysInText(stay.p85.seconds, money.clock),
      rows: () => rowsByStay(money, money.view.stages.indexOf(stage)),
    },
  ];
}

/** What is in a stage at the window's end, the one that has been there longest first. */
export function presentEvidence(money: MoneyQuestion, { stage, occupancy }: Bottleneck): Evidence {
  return {
    text: `In ${stage.name} now`,
    value: issuesInText(occupancy),
    rows: () => rowsPresent(money, money.view.stages.indexOf(stage)),
  };
}
