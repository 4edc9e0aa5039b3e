import { severalPeople } from '../../flow-view/several-people.ts';
import type { Bottleneck } from '../../metrics/bottlenecks.ts';
import { exitsByOwner, type StageExits } from '../../stage-flow/exits-by-owner.ts';

import type { AdviceQuestion } from '../advice-question.ts';
import { shareInText } from '../figures-in-text.ts';
import type { Finding, Rule } from '../rule.ts';
import { shorterStays } from '../shorter-stays.ts';
import { stayEvidence } from '../stage-evidence.ts';
import { rowsByStay } from '../stage-rows.ts';

/** Of the exits from a stage, by one person. */
const leastShare = 0.5;
/** Fewer say nothing of how a stage is worked on. */
const fewestExits = 10;

const how =
  'What it cost in the window to wait in the stage, flagged or for a new owner to act, × the share by which its stays are ' +
  'thought to get shorter: a quarter, a tenth to two fifths, which is an assumption. What waits before the stage for ' +
  'that person is not in it.';

/**
 * R7: a stage that one person carries. It is the stage that is at risk, so neither the advice nor the issues behind it say
 * who that is.
 */
export const singleExpert: Rule = {
  id: 'R7',
  hygiene: false,
  find(question) {
    const { money } = question;
    const exits = exitsByOwner(money);
    const isCarried = exits.map((each) => each.exits >= fewestExits && each.mostByOne >= leastShare * each.exits);
    if (!isCarried.includes(true) || !severalPeople(money.view, money.window)) return [];
    return question
      .bottlenecks()
      .bottlenecks.map((bottleneck) => ({ bottleneck, index: money.view.stages.indexOf(bottleneck.stage) }))
      .filter(({ index }) => isCarried[index])
      .sort((a, b) => a.index - b.index)
      .flatMap(({ bottleneck, index }) => {
        const its = exits[index];
        return its ? findingOf(question, bottleneck, index, its) : [];
      })
      .sort((a, b) => b.severity - a.severity);
  },
};

function findingOf({ money }: AdviceQuestion, bottleneck: Bottleneck, index: number, exits: StageExits): Finding {
  const { stage, stay } = bottleneck;
  const { name } = stage;
  const severity = exits.mostByOne / exits.exits;
  const { share, effect, caution } = shorterStays(stay);
  return {
    subject: `stage:${stage.id}`,
    title: `Let more people do the work in ${name}`,
    advice:
      `One person made ${shareInText(severity)} of the ${exits.exits} exits from ${name}: work waits there whenever that ` +
      'person is away or busy. Let others do the next issues there, at first together and then alone, until nobody makes ' +
      'more than half of them.',
    evidence: [
      {
        text: `Exits from ${name} made by one person`,
        value: `${shareInText(severity)} of ${exits.exits}`,
        rows: () => rowsByStay(money, index),
      },
      ...stayEvidence(money, bottleneck),
    ],
    severity,
    expectedEffect: effect,
    worth: bottleneck.savedBy(share, how),
    effort: 'LARGE',
    cautions: [
      'Who made an exit is read from the assignee at that moment: where issues keep one assignee whoever works on them, this says nothing.',
      `While others learn, ${name} gets slower before it gets faster.`,
      caution,
    ],
    guardMetrics: ['REOPEN_RATE', 'REWORK_RATE', 'THROUGHPUT'],
    metric: 'STAGE_STAY_P85',
    stageId: stage.id,
  };
}
