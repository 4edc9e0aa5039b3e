import { deliveredWithin } from '../../flow-view/delivered-within.ts';
import { milestones } from '../../flow-view/milestones.ts';
import type { MoneyQuestion } from '../../money/money-question.ts';
import { rowFlaw, rowFlaws } from '../../quality/row-flaws.ts';
import { fewestFor } from '../../statistics/duration-percentiles.ts';
import { listInText, shareInText } from '../figures-in-text.ts';
import { heaviestFirst } from '../heaviest-first.ts';
import type { Rule } from '../rule.ts';

/** Of the issues delivered in the window. */
const leastShare = 0.1;
/** Below this a tenth is a single issue. */
const fewestDelivered = fewestFor.p85;

/** What makes a history useless, what it is called in evidence and in the title, and what mends it. */
const flaws = [
  {
    // Done as soon as started: of these the cycle time is 0, whoever worked on them for however long.
    bits: rowFlaw.CLOSED_FROM_BACKLOG | rowFlaw.CLOSED_WITHOUT_HISTORY,
    text: 'Closed without having been begun',
    title: 'were closed without having been begun',
    fix: 'Move an issue to a status of work when somebody begins with it.',
  },
  {
    bits: rowFlaw.SHORT_STAY,
    text: 'Moved on from a stage in less than a minute',
    title: 'were moved on from a stage in less than a minute',
    fix: 'Move issues when work moves, not afterwards.',
  },
  {
    bits: rowFlaw.BATCH_CLOSING,
    text: 'Closed in batches of ten or more in one minute',
    title: 'were closed in batches',
    fix: 'Close each issue when it is done, not many on one day.',
  },
] as const;

/**
 * R12: so much of what was delivered has a history that does not say when it was worked on that every other figure, and
 * every other advice, rests on guesses. Three ways of it, each by itself; one finding.
 */
export const hygiene: Rule = {
  id: 'R12',
  hygiene: true,
  find({ money }) {
    const { view, rows, window } = money;
    const delivered = deliveredWithin(view, rows, window);
    if (delivered.length < fewestDelivered) return [];
    const found = view.derive(rowFlaws);
    const parts = flaws
      .map((flaw) => ({ ...flaw, count: delivered.filter((row) => ((found[row] ?? 0) & flaw.bits) !== 0).length }))
      .filter(({ count }) => count / delivered.length >= leastShare)
      .sort((a, b) => b.count - a.count);
    const [worst] = parts;
    if (!worst) return [];
    const shareOf = (count: number): string => shareInText(count / delivered.length);
    return [
      {
        subject: 'issues',
        title: `Move issues when work moves: ${shareOf(worst.count)} ${worst.title}`,
        advice:
          `Of ${delivered.length} issues delivered in these ${window.dayCount} days ` +
          `${listInText(parts.map(({ count, title }) => `${count} ${title}`))}: their history does not say when they were ` +
          `worked on. ${parts.map(({ fix }) => fix).join(' ')} Look at the other recommendations again after that.`,
        evidence: parts.map(({ text, count, bits }) => ({
          text,
          value: `${count} of ${delivered.length} issues, ${shareOf(count)}`,
          rows: () => latestFirst(money, delivered, bits),
        })),
        severity: worst.count / delivered.length,
        expectedEffect: null,
        worth: null,
        effort: 'MEDIUM',
        cautions: [
          'All other recommendations stand on the same history: follow them only once this is mended.',
          'Cycle times will look longer when issues are moved as work moves: they are the true ones.',
          'Issues that were imported, or closed by a tool, are better left out by project or label than mended.',
        ],
        guardMetrics: ['WIP', 'THROUGHPUT'],
        metric: 'CYCLE_TIME_P85',
        stageId: null,
      },
    ];
  },
};

/** Those with one of the flaws, the one delivered last first. */
function latestFirst({ view }: MoneyQuestion, delivered: Uint32Array, bits: number): Uint32Array {
  const found = view.derive(rowFlaws);
  const { doneAt } = view.derive(milestones);
  const rows = delivered.filter((row) => ((found[row] ?? 0) & bits) !== 0);
  return heaviestFirst(view, rows, (row) => doneAt[row] ?? 0);
}
