import { expect } from 'vitest';
import { isDiscarding } from '../../../server/analytics/flow-view/is-discarding.ts';
import { teamComparison } from '../../../server/analytics/metrics/team-comparison.ts';
import type { Biography } from '../../support/random-world.ts';
import { type ObviousLife, placeOf } from './obvious-life.ts';
import type { ObviousQuestion } from './obvious-question.ts';
import { obviousPercentile } from './obvious-time.ts';

type Life = Biography & ObviousLife;

/** Adds up each team's work by hand, over the days that end with asOf's date, and expects the product to find the same. */
export function expectTeamComparison(asked: ObviousQuestion, asDays: number | null = null): void {
  const { world, question, lives, seconds, scope } = asked;
  const outcome = teamComparison(question, asDays);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  const report = outcome.value;
  const days = asDays ?? asked.days;
  const w1 = world.asOf;
  const w0 = (Math.floor(world.asOf / 86_400) - days + 1) * 86_400;
  const p0 = w0 - days * 86_400;
  const teamOf = (project: string): string =>
    world.teams.find(({ projectIds }) => projectIds.includes(project))?.id ?? project;
  const teams = world.projects
    .map(({ id }) => id)
    .filter((id) => !scope?.projectIds || scope.projectIds.includes(id))
    .map(teamOf)
    .filter((id) => !scope?.teamIds || scope.teamIds.includes(id));
  expect(report.days).toBe(days);
  expect(report.rows.map(({ team }) => team.id).sort()).toEqual([...new Set(teams)].sort());

  const delivered = (from: number, to: number): Life[] =>
    lives.filter(
      ({ doneAt, issue }) => doneAt !== null && doneAt >= from && doneAt < to && !isDiscarding(issue.resolution ?? ''),
    );
  expect(report.basis.n).toBe(delivered(w0, w1).filter(({ issue }) => teams.includes(teamOf(issue.projectId))).length);
  for (const row of report.rows) {
    const mine = ({ issue }: Life): boolean => teamOf(issue.projectId) === row.team.id;
    const now = delivered(w0, w1).filter(mine);
    const before = delivered(p0, w0).filter(mine);
    const hasAny = lives.some(mine);
    const perWeek = (count: number): number | null => (hasAny ? (count * 7) / days : null);
    expect(row.throughputPerWeek.current).toBe(perWeek(now.length));
    expect(row.throughputPerWeek.previous).toBe(perWeek(before.length));
    const cycles = (all: readonly Life[]) => all.map((life) => seconds(life.startedAt ?? 0, life.doneAt ?? 0));
    expect(row.cycleTime.current.p85?.seconds ?? null).toBe(obviousPercentile(cycles(now), 85, 10));
    expect(row.cycleTime.previous.p50?.seconds ?? null).toBe(obviousPercentile(cycles(before), 50, 5));
    const efficiencyOf = (all: readonly Life[]): number | null => {
      const whole = cycles(all).reduce((sum, cycle) => sum + cycle, 0);
      const active = all.reduce((sum, life) => sum + activeSeconds(life, asked), 0);
      return whole === 0 ? null : active / whole;
    };
    same(row.flowEfficiency.current, efficiencyOf(now));
    same(row.flowEfficiency.previous, efficiencyOf(before));
    const reworked = (all: readonly Life[]): number | null =>
      all.length === 0 ? null : all.filter((life) => hasRework(life, asked)).length / all.length;
    same(row.reworkRate.current, reworked(now));
    same(row.reworkRate.previous, reworked(before));
    const wipOf = (from: number, to: number): number | null => {
      const spells = lives.map((life) => spellsIn(life, row.team.id, teamOf, world.asOf));
      const inside = spells.map((each) =>
        each.reduce((sum, spell) => sum + Math.max(0, Math.min(spell.to, to) - Math.max(spell.from, from)), 0),
      );
      const total = inside.reduce((sum, part) => sum + part, 0);
      return (hasAny || total > 0) && to > from ? total / (to - from) : null;
    };
    same(row.wip.current, wipOf(w0, w1));
    same(row.wip.previous, wipOf(p0, w0));
    const mondays = Array.from({ length: days }, (_, day) => w0 + day * 86_400).filter(
      (midnight) => new Date(midnight * 1000).getUTCDay() === 1 && midnight + 7 * 86_400 <= w1,
    );
    expect(row.trend).toEqual(
      mondays.map((monday) => ({
        date: new Date(monday * 1000).toISOString().slice(0, 10),
        value: delivered(monday, monday + 7 * 86_400).filter(mine).length,
      })),
    );
    expect(row.comparable).toBe(row.reasons.length === 0);
    if (now.length < 10) expect(row.comparable).toBe(false);
    for (const signal of [row.throughputPerWeek.signal, row.cycleTime.signal])
      if (now.length < 10 || before.length < 10) expect(signal).toBe('TOO_FEW');
  }
}

function same(found: number | null, expected: number | null): void {
  if (expected === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(expected, 9);
}

function activeSeconds(life: Life, { world, seconds }: ObviousQuestion): number {
  const doneAt = life.doneAt ?? 0;
  const turns = life.turns.filter((turn) => turn >= (life.startedAt ?? 0) && turn < doneAt);
  return turns.reduce((sum, turn, index) => {
    const stay = life.stays.find(({ from, to }) => from <= turn && turn < to);
    const isActive = placeOf(stay?.status ?? '', world).kind === 'ACTIVE' && !life.flaggedAt(turn);
    return sum + (isActive ? seconds(turn, turns[index + 1] ?? doneAt) : 0);
  }, 0);
}

/** Whether it ever went, between start and done, to a place before the furthest one it had been to. */
function hasRework(life: Life, { world }: ObviousQuestion): boolean {
  const lasting = life.stays.filter(({ from, to }) => to > from);
  return lasting.some((stay, place) => {
    const { rank } = placeOf(stay.status, world);
    const furthest = lasting
      .slice(0, place)
      .map(({ status }) => placeOf(status, world).rank)
      .filter((other) => !Number.isNaN(other));
    const isUnderWay = stay.from >= (life.startedAt ?? 0) && stay.from < (life.doneAt ?? 0);
    return isUnderWay && furthest.some((other) => rank < other);
  });
}

/** When an issue was under way in a project of the team. */
function spellsIn(life: Life, team: string, teamOf: (project: string) => string, asOf: number) {
  if (life.startedAt === null) return [];
  const moves = life.history
    .flatMap(({ id, at, items }) =>
      items
        .filter(({ field }) => field === 'project')
        .map((item) => ({ id: Number(id), at: at.getTime(), from: item.from ?? '', to: item.to ?? '' })),
    )
    .sort((a, b) => a.at - b.at || a.id - b.id);
  const began = life.startedAt;
  const ended = life.doneAt ?? asOf;
  const spells: { from: number; to: number }[] = [];
  let project = moves[0]?.from ?? life.issue.projectId;
  let since = began;
  const close = (at: number): void => {
    const to = Math.min(Math.max(at, since), ended);
    if (teamOf(project) === team && to > since) spells.push({ from: since, to });
    since = Math.max(since, to);
  };
  for (const move of moves) {
    close(Math.floor(move.at / 1000));
    project = move.to;
  }
  close(ended);
  return spells;
}
