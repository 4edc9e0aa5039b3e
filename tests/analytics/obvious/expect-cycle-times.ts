import { expect } from 'vitest';
import { isDiscarding } from '../../../server/analytics/flow-view/is-discarding.ts';
import type { CycleMeasure } from '../../../server/analytics/flow-view/measure-seconds.ts';
import { cycleTimes } from '../../../server/analytics/metrics/cycle-times.ts';
import { placeOf } from './obvious-life.ts';
import type { ObviousQuestion } from './obvious-question.ts';
import { obviousPercentile } from './obvious-time.ts';

/** Adds up times by hand and expects the product to find the same. */
export function expectCycleTimes(asked: ObviousQuestion, measure: CycleMeasure): void {
  const { world, question, lives, w0, w1, p0, seconds } = asked;
  const report = cycleTimes(question, measure);
  const timeOf = (life: (typeof lives)[number]): number => {
    const doneAt = life.doneAt ?? 0;
    const startedAt = life.startedAt ?? 0;
    if (measure === 'LEAD') return seconds(life.created, doneAt);
    if (measure === 'CYCLE') return seconds(startedAt, doneAt);
    let active = 0;
    const turns = life.turns.filter((turn) => turn >= startedAt && turn < doneAt);
    turns.forEach((turn, index) => {
      const stay = life.stays.find(({ from, to }) => from <= turn && turn < to);
      if (placeOf(stay?.status ?? '', world).kind === 'ACTIVE' && !life.flaggedAt(turn))
        active += seconds(turn, turns[index + 1] ?? doneAt);
    });
    return active;
  };
  const delivered = (from: number, to: number) =>
    lives.filter(
      (life) =>
        life.doneAt !== null && life.doneAt >= from && life.doneAt < to && !isDiscarding(life.issue.resolution ?? ''),
    );
  const times = delivered(w0, w1).map(timeOf);
  expect(report.basis.n).toBe(times.length);
  expect(new Map(report.points.map((point) => [point.key, point.time.seconds]))).toEqual(
    new Map(delivered(w0, w1).map((life) => [life.issue.key, timeOf(life)])),
  );
  expect(report.percentiles.p50?.seconds ?? null).toBe(obviousPercentile(times, 50, 5));
  expect(report.percentiles.p70?.seconds ?? null).toBe(obviousPercentile(times, 70, 5));
  expect(report.percentiles.p85?.seconds ?? null).toBe(obviousPercentile(times, 85, 10));
  expect(report.percentiles.p95?.seconds ?? null).toBe(obviousPercentile(times, 95, 20));
  if (times.length === 0) expect(report.percentiles.mean).toBeNull();
  else
    expect(report.percentiles.mean?.seconds).toBeCloseTo(times.reduce((sum, time) => sum + time, 0) / times.length, 6);
  const promise = obviousPercentile(delivered(p0, w0).map(timeOf), 85, 10);
  const kept = times.filter((time) => promise !== null && time <= promise).length;
  expect(report.target?.attained ?? null).toBe(promise === null || times.length === 0 ? null : kept / times.length);
  expect(report.histogram.reduce((sum, bin) => sum + bin.count, 0)).toBe(times.length);
  expect(report.byType.reduce((sum, type) => sum + type.n, 0)).toBe(times.length);
  const secondsPerDay = asked.clock === 'WORKING' ? 8 * 3600 : 86_400;
  for (let day = 0; day < asked.days; day += 1) {
    const midnight = w0 + day * 86_400;
    const month = delivered(midnight - 29 * 86_400, Math.min(midnight + 86_400, w1)).map(timeOf);
    const p85 = obviousPercentile(month, 85, 10);
    const date = new Date(midnight * 1000).toISOString().slice(0, 10);
    const value = report.rollingP85.find((point) => point.date === date)?.value ?? null;
    expect(value).toBe(p85 === null ? null : p85 / secondsPerDay);
  }
}
