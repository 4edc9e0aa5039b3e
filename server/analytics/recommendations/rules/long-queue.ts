import { daysInText } from '../../clocks/days-in-text.ts';
import type { Bottleneck } from '../../metrics/bottlenecks.ts';
import { fewestFor } from '../../statistics/duration-percentiles.ts';
import type { AdviceQuestion } from '../advice-question.ts';
import { issuesInText, shareInText } from '../figures-in-text.ts';
import type { Finding, Rule } from '../rule.ts';
import { shorterStays } from '../shorter-stays.ts';
import { presentEvidence, stayEvidence } from '../stage-evidence.ts';
import { rowsByTime } from '../stage-rows.ts';

/** Of the time of all issues before done. */
const leastShare = 0.3;
/** So many have to have been in a queue before its share says more than who happened to be in it. */
const fewestIssues = fewestFor.p85;

const how =
  'What waiting in the queue cost in the window × the share by which its stays are thought to get shorter: a quarter, a ' +
  'tenth to two fifths, which is an assumption. An upper bound: work that leaves this stage sooner waits longer in the ' +
  'next when that one is the narrower.';

/** R3: a queue in which so much of the lead time passes that somebody has to agree on how long that may be. */
export const longQueue: Rule = {
  id: 'R3',
  hygiene: false,
  find: (question) =>
    question
      .bottlenecks()
      .bottlenecks.filter(
        ({ stage, shareOfLeadTime, occupancy, departures }) =>
          stage.kind === 'QUEUE' && shareOfLeadTime >= leastShare && occupancy + departures >= fewestIssues,
      )
      .sort((a, b) => b.shareOfLeadTime - a.shareOfLeadTime)
      .map((queue) => findingOf(question, queue)),
};

function findingOf({ money }: AdviceQuestion, queue: Bottleneck): Finding {
  const { stage, shareOfLeadTime, occupancy, stay } = queue;
  const { name } = stage;
  const { clock } = money;
  const { share, effect, caution } = shorterStays(stay);
  return {
    subject: `stage:${stage.id}`,
    title: `Agree on how long work may wait in ${name}`,
    advice: adviceOf(),
    evidence: [
      {
        text: `Share of lead time in ${name}`,
        value: shareInText(shareOfLeadTime),
        rows: () => rowsByTime(money, money.view.stages.indexOf(stage)),
      },
      ...stayEvidence(money, queue),
      presentEvidence(money, queue),
    ],
    severity: shareOfLeadTime,
    expectedEffect: effect,
    worth: queue.savedBy(share, how),
    effort: 'MEDIUM',
    cautions: [
      caution,
      `Pulling from ${name} sooner helps only as far as the stages behind it can take more: what leaves it early may wait there instead.`,
    ],
    guardMetrics: ['WIP', 'THROUGHPUT'],
    metric: 'STAGE_STAY_P85',
    stageId: stage.id,
  };

  function adviceOf(): string {
    const waiting =
      occupancy === 0 ? 'nothing waits' : `${issuesInText(occupancy)} ${occupancy === 1 ? 'waits' : 'wait'}`;
    const passes = `${shareInText(shareOfLeadTime)} of all time before done passes in ${name}, where ${waiting} now.`;
    if (!stay.p85)
      return `${passes} Agree on how long work may wait there, take what has waited longest first, and look every day at what waits longer.`;
    const limit = daysInText(stay.p85.seconds * (1 - share.base), clock);
    return (
      `${passes} Agree that 85 of 100 issues leave it within ${limit} instead of ${daysInText(stay.p85.seconds, clock)}: take ` +
      'what has waited longest first, and look every day at what waits longer.'
    );
  }
}
