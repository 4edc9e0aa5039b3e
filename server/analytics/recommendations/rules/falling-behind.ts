import type { Stage } from '../../../domain/stage.ts';
import { lastDaysOf, previousWindow } from '../../clocks/window-of.ts';
import type { Bottleneck } from '../../metrics/bottlenecks.ts';
import type { MoneyQuestion } from '../../money/money-question.ts';
import { netFlowInterval80 } from '../../stage-flow/net-flow-interval.ts';
import { type StageFlow, stageFlows } from '../../stage-flow/stage-flows.ts';
import type { AdviceQuestion } from '../advice-question.ts';
import { figureInText, issuesInText, listInText } from '../figures-in-text.ts';
import type { Evidence, Finding, Rule } from '../rule.ts';
import { staysAsBefore } from '../shorter-stays.ts';
import { presentEvidence, stayEvidence } from '../stage-evidence.ts';
import { rowsByTime } from '../stage-rows.ts';

/** Three weeks: what falls behind for less may be a holiday. */
const recentDays = 21;

/**
 * Scaled to the effect, and no more than waiting has cost: half of it, which the bottleneck tells, would promise what nobody
 * has ever reached.
 */
const how =
  'What waiting in the stage cost in the window × the share by which its stays are thought to get shorter: back to those ' +
  'of the window before or, where these were no shorter, a quarter, a tenth to two fifths. Either is an assumption. An ' +
  'upper bound: work that leaves this stage sooner waits longer in the next when that one is the narrower.';

/** R1: a stage that has taken in more than it gave for three weeks or longer, or the one further down that holds it up. */
export const fallingBehind: Rule = {
  id: 'R1',
  hygiene: false,
  find(question) {
    const { money } = question;
    if (money.window.dayCount < recentDays) return [];
    const { bottlenecks } = question.bottlenecks();
    const behind = bottlenecks.filter(({ state }) => state === 'FALLING_BEHIND');
    if (behind.length === 0) return [];
    const recent = recentFlows(money);
    const lasting = behind
      .filter(({ stage }) => keepsGrowing(recent[money.view.stages.indexOf(stage)]))
      .sort((a, b) => growthOf(b) - growthOf(a));
    const present = new Set(bottlenecks.filter(({ occupancy }) => occupancy > 0).map(({ stage }) => stage));
    const culpritOf = ({ stage, propagatedFrom }: Bottleneck): Stage =>
      // One that has just been emptied holds up nobody any more.
      propagatedFrom && present.has(propagatedFrom) ? propagatedFrom : stage;
    return bottlenecks
      .filter(({ stage }) => present.has(stage))
      .map((culprit) => ({
        culprit,
        growing: lasting
          .filter((bottleneck) => culpritOf(bottleneck) === culprit.stage)
          .sort((a, b) => Number(b === culprit) - Number(a === culprit)),
      }))
      .filter(({ growing }) => growing.length > 0)
      .map(({ culprit, growing }) => findingOf(question, culprit, growing))
      .sort((a, b) => b.severity - a.severity);
  },
};

function recentFlows(money: MoneyQuestion): readonly StageFlow[] {
  const window = lastDaysOf(money.window, recentDays, money.local);
  return stageFlows({ ...money, window, previous: previousWindow(window, money.local) }).stages;
}

/** What nothing has left for three weeks is called stuck in them, and falls behind no less. */
function keepsGrowing(flow: StageFlow | undefined): boolean {
  return flow !== undefined && netFlowInterval80(flow)[0] > 0;
}

/** The trend of what is in a stage, issues a day: the middle of its interval, above 0 in one that falls behind. */
const growthOf = ({ netFlowInterval80: [low, high] }: Bottleneck): number => (low + high) / 2;

const perWeek = (perDay: number): string => figureInText(perDay * 7);

/** @param growing the stages that fall behind because of the culprit: first itself, where it does, then the worst */
function findingOf(question: AdviceQuestion, culprit: Bottleneck, growing: readonly Bottleneck[]): Finding {
  const { money } = question;
  const { stage, stay, previousStay } = culprit;
  const { share, effect, caution } = staysAsBefore(stay, previousStay);
  return {
    subject: `stage:${stage.id}`,
    title: `Limit work in progress before ${stage.name}`,
    advice: adviceOf(culprit, growing),
    evidence: [
      ...growing.map((bottleneck) => growthEvidence(money, bottleneck)),
      presentEvidence(money, culprit),
      ...stayEvidence(money, culprit),
    ],
    severity: Math.max(...growing.map(growthOf)),
    expectedEffect: effect,
    worth: culprit.savedBy(share, how),
    effort: 'MEDIUM',
    cautions: [
      caution,
      `A limit before ${stage.name} moves the wait to the front, where it is seen: without help in ${stage.name} itself nothing gets faster.`,
    ],
    guardMetrics: ['THROUGHPUT', 'REOPEN_RATE'],
    metric: 'STAGE_STAY_P85',
    stageId: stage.id,
  };
}

function growthEvidence(money: MoneyQuestion, bottleneck: Bottleneck): Evidence {
  const [low, high] = bottleneck.netFlowInterval80;
  return {
    text: `Trend of what is in ${bottleneck.stage.name}`,
    value: `${perWeek(growthOf(bottleneck))} issues more a week (80 of 100 times ${perWeek(low)} to ${perWeek(high)})`,
    rows: () => rowsByTime(money, money.view.stages.indexOf(bottleneck.stage)),
  };
}

function adviceOf(culprit: Bottleneck, growing: readonly Bottleneck[]): string {
  const { stage, occupancy } = culprit;
  const own = growing.find((bottleneck) => bottleneck.stage === stage);
  const others = listInText(growing.flatMap((bottleneck) => (bottleneck === own ? [] : bottleneck.stage.name)));
  const present = `${issuesInText(occupancy)} ${occupancy === 1 ? 'is' : 'are'} in it now`;
  const found = own
    ? `For three weeks or longer more has come into ${stage.name} than has left it: it grows by ${perWeek(growthOf(own))} issues a week, and ${present}.` +
      (others && ` It holds up ${others} too.`)
    : `For three weeks or longer more has come into ${others} than has left, because ${stage.name}, further down, does not keep up: ${present}.`;
  return `${found} ${limitOf(culprit)} Have whoever is free help to finish the oldest in it.`;
}

/** Its own limit, or what was in it when the window began and it still kept up. */
function limitOf({ stage, occupancy, arrivals, departures }: Bottleneck): string {
  const opening = occupancy - arrivals + departures;
  if (stage.wipLimit !== null)
    return `Begin nothing new before it while it holds more than ${stage.wipLimit}, which is its limit.`;
  if (opening > 0 && opening < occupancy)
    return `Begin nothing new before it while it holds more than ${opening}, as many as when the window began.`;
  return 'Begin nothing new before it until it has stopped growing.';
}
