import { daysInText } from '../../clocks/days-in-text.ts';
import { deliveredWithin } from '../../flow-view/delivered-within.ts';
import { measureSeconds } from '../../flow-view/measure-seconds.ts';
import { milestones } from '../../flow-view/milestones.ts';
import { costModelAtEnd } from '../../money/cost-model-at-end.ts';
import type { MoneyQuestion } from '../../money/money-question.ts';
import { durationPercentiles, fewestFor } from '../../statistics/duration-percentiles.ts';
import { issuesInText, shareInText } from '../figures-in-text.ts';
import { heaviestFirst } from '../heaviest-first.ts';
import type { Evidence, Rule } from '../rule.ts';
import { type TopClass, topClass } from '../top-class.ts';

/** Of the issues begun in the window. */
const leastShare = 0.2;
/** Below this a fifth is one issue. */
const fewestStarted = fewestFor.p85;

/**
 * R10: so much of what is begun goes before all else that it goes before nothing any more, and all other work is
 * overtaken. Judged by the cycle times of all work.
 */
export const expedite: Rule = {
  id: 'R10',
  hygiene: false,
  find({ money }) {
    const { view, rows, window } = money;
    const { startedAt, doneAt } = view.derive(milestones);
    const startOf = (row: number): number => startedAt[row] ?? 0;
    const started = rows.filter((row) => startOf(row) >= window.from && startOf(row) < window.to);
    if (started.length < fewestStarted) return [];
    const top = topClass(view, started, costModelAtEnd(money));
    if (!top) return [];
    const urgent = started.filter(top.includes);
    const severity = urgent.length / started.length;
    if (severity < leastShare) return [];
    const underWay = rows.filter((row) => startOf(row) !== 0 && doneAt[row] === 0);
    const urgentNow = underWay.filter(top.includes);
    const limit = Math.max(1, Math.floor(underWay.length * leastShare));
    const share = `${urgent.length} of ${started.length} issues, ${shareInText(severity)}`;
    return [
      {
        subject: `class:${top.name.toLowerCase()}`,
        title: `Let at most ${issuesInText(limit)} be under way as ${top.name}: ${shareInText(severity)} of all work begins as such`,
        advice:
          `${urgent.length} of ${started.length} issues begun in these ${window.dayCount} days were ${top.name}, and ` +
          `${urgentNow.length} of ${underWay.length} under way are. When so much is urgent, nothing is. Agree on what makes an ` +
          `issue ${top.name}, and that no more than ${limit} are under way at once: the next one waits until one of them is done.`,
        evidence: [
          { text: `Begun as ${top.name}`, value: share, rows: () => heaviestFirst(view, urgent, startOf) },
          {
            text: `${top.name} under way now`,
            value: `${urgentNow.length} of ${underWay.length} issues`,
            // Less is heavier: the one that began first.
            rows: () => heaviestFirst(view, urgentNow, (row) => -startOf(row)),
          },
          ...quicker(money, top),
        ],
        severity,
        // How much others are overtaken nothing measures: only a try can say it.
        expectedEffect: null,
        worth: null,
        effort: 'MEDIUM',
        cautions: [
          `${top.name} is taken for what goes before all else because ${top.because}.`,
          `An issue counts as ${top.name} by what it is called today, whatever it was called when it began.`,
          'The limit, a fifth of what is under way now, is where this advice would stop, and no measured optimum.',
          'What is urgent by law or contract would wait too: agree on when the limit does not hold.',
        ],
        guardMetrics: ['DELAY_COST', 'THROUGHPUT'],
        metric: 'CYCLE_TIME_P85',
        stageId: null,
      },
    ];
  },
};

/** How much sooner they are done than the others; nothing where too few of either were delivered. */
function quicker(money: MoneyQuestion, top: TopClass): Evidence[] {
  const { view, rows, window, clock } = money;
  const delivered = deliveredWithin(view, rows, window);
  const urgent = delivered.filter(top.includes);
  const cycleOf = (row: number): number => measureSeconds(view, row, 'CYCLE', clock);
  const p85Of = (its: Uint32Array) => durationPercentiles(Float64Array.from(its, cycleOf), clock).p85;
  const ofUrgent = p85Of(urgent);
  const ofOthers = p85Of(delivered.filter((row) => !top.includes(row)));
  if (!ofUrgent || !ofOthers) return [];
  return [
    {
      text: `Done within: 85 of 100 ${top.name}, and 85 of 100 others`,
      value: `${daysInText(ofUrgent.seconds, clock)}, and ${daysInText(ofOthers.seconds, clock)}`,
      rows: () => heaviestFirst(view, urgent, cycleOf),
    },
  ];
}
