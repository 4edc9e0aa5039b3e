import { expect } from 'vitest';
import { isDiscarding } from '../../../server/analytics/flow-view/is-discarding.ts';
import { issueInvestigation } from '../../../server/analytics/metrics/issue-investigation.ts';
import { runningCost } from '../../../server/analytics/money/sequence/running-cost.ts';
import type { Biography, RandomWorld } from '../../support/random-world.ts';
import { obviousWaits } from './obvious-delay.ts';
import { type ObviousLife, obviousLife, placeOf } from './obvious-life.ts';
import type { ObviousQuestion } from './obvious-question.ts';
import { obviousPercentile } from './obvious-time.ts';
import { obviousWorth, productValues } from './obvious-worth.ts';

/** Goes through an issue's life second change by second change and expects the product to find the same sums. */
export function expectIssue(asked: ObviousQuestion, biography: Biography): void {
  const { world, question, lives, w0, w1, seconds } = asked;
  const life = obviousLife(biography, world);
  const row = question.view.table.rowOfId(biography.issue.id);
  if (row === undefined) throw new Error('an issue without a row');
  const found = issueInvestigation(question, row);
  const end = life.doneAt ?? world.asOf;
  const started = life.startedAt ?? Number.POSITIVE_INFINITY;
  /** Time between creation and completion of what passes the test, each piece tested at its beginning. */
  const sumOf = (passes: (turn: number, kind: string) => boolean): number => {
    const turns = life.turns.filter((turn) => turn < end);
    return turns
      .map((turn, index) => {
        const stay = life.stays.find(({ from, to }) => from <= turn && turn < to);
        const { kind } = placeOf(stay?.status ?? '', world);
        return passes(turn, kind) ? seconds(turn, turns[index + 1] ?? end) : 0;
      })
      .reduce((sum, piece) => sum + piece, 0);
  };
  const active = sumOf((turn, kind) => turn >= started && kind === 'ACTIVE' && !life.flaggedAt(turn));
  expect(found.activeTime.seconds).toBe(active);
  const underWay = life.startedAt === null ? 0 : seconds(life.startedAt, end);
  expect(found.waitingTime.seconds).toBe(underWay - active);
  expect(found.blockedTime.seconds).toBe(sumOf((turn, kind) => kind !== 'DONE' && life.flaggedAt(turn)));
  expect(found.reworkTime.seconds).toBe(reworkOf(life, end, asked));
  expect(found.handoffs).toBe(handoffsOf(life, started, end));

  const delivered = lives.filter(
    (other) =>
      other.doneAt !== null && other.doneAt >= w0 && other.doneAt < w1 && !isDiscarding(other.issue.resolution ?? ''),
  );
  const shorter = delivered.filter((other) => seconds(other.startedAt ?? 0, other.doneAt ?? 0) < underWay).length;
  expect(found.comparedWith).toBe(delivered.length);
  expect(found.slowerThanPercent).toBe(
    life.startedAt === null || delivered.length < 10 ? null : (100 * shorter) / delivered.length,
  );
  const isUnderWay = life.startedAt !== null && life.doneAt === null;
  const lasted = isUnderWay
    ? delivered
        .map((other) => (other.doneAt ?? 0) - (other.startedAt ?? 0))
        .filter((time) => time >= world.asOf - started)
    : [];
  const at = (p: number, fewest: number): number | null => {
    const time = obviousPercentile(lasted, p, fewest);
    return time === null ? null : started + time;
  };
  expect(found.outlasting).toBe(lasted.length);
  expect(found.forecastP50).toBe(at(50, 5));
  expect(found.forecastP85).toBe(at(85, 10));
  const value = life.startedAt === null ? null : obviousWorth(asked, { ...biography, ...life });
  const waited = obviousWaits({ ...biography, ...life }, world).reduce((sum, { from, to }) => sum + to - from, 0);
  const cost = runningCost(question.view, row, productValues(asked));
  expect(cost === null).toBe(value === null);
  expect(cost?.base.toNumber() ?? 0).toBeCloseTo(((value?.perWeek ?? 0) * waited) / 604_800, 5);
  expect(found.basis).toMatchObject({ n: 1, window: { from: life.created, to: Math.max(life.created, end) } });
}

function reworkOf(life: ObviousLife, end: number, { world, seconds }: ObviousQuestion): number {
  let highest = Number.NEGATIVE_INFINITY;
  let rework = 0;
  for (const { status, from, to } of life.stays) {
    const { rank } = placeOf(status, world);
    const until = Math.min(to, end);
    if (rank < highest && until > from) rework += seconds(from, until);
    if (to > from && from < world.asOf && rank > highest) highest = rank;
  }
  return rework;
}

function handoffsOf(life: ObviousLife, started: number, end: number): number {
  let owner: string | null = null;
  let count = 0;
  for (const turn of life.turns.filter((second) => second < end)) {
    const now = life.ownerAt(turn);
    if (now === null) continue;
    if (owner !== null && now !== owner && turn >= started) count += 1;
    owner = now;
  }
  return count;
}

export const everyBiography = (world: RandomWorld): readonly Biography[] =>
  world.biographies.filter(({ issue }) => issue.createdAt.getTime() / 1000 <= world.asOf);
