import type { Biography } from '../../support/random-world.ts';
import { type ObviousLife, placeOf } from './obvious-life.ts';
import type { ObviousQuestion } from './obvious-question.ts';
import { obviousPercentile } from './obvious-time.ts';

type Life = Biography & ObviousLife;

/** One issue under way, with everything that is asked of it, counted by going through all lives again. */
export interface ObviousStuck {
  readonly key: string;
  readonly kinds: readonly string[];
  readonly age: number;
  readonly timeInStage: number;
  readonly pace: number | null;
  readonly chance: number | null;
  /** What each order sorts by, calendar seconds. */
  readonly waited: number;
  readonly calendarAge: number;
  readonly calendarStay: number;
}

const week = 7 * 86_400;

/** Every started, unfinished issue. `delivered` and `before` are those of the window and of the one before. */
export function obviousStuck(
  { world, lives, w0, w1, seconds }: ObviousQuestion,
  delivered: readonly Life[],
  before: readonly Life[],
): ObviousStuck[] {
  const { asOf } = world;
  const cycles = delivered.map((life) => seconds(life.startedAt ?? 0, life.doneAt ?? 0));
  const oldest = obviousPercentile(cycles, 85, 10);
  const target = obviousPercentile(
    before.map((life) => seconds(life.startedAt ?? 0, life.doneAt ?? 0)),
    85,
    10,
  );
  const ended = lives.flatMap(({ visits }) => visits).filter(({ to }) => to >= w0 && to < w1);
  return lives
    .filter(({ startedAt, doneAt }) => startedAt !== null && doneAt === null)
    .map((life) => {
      const began = life.startedAt ?? 0;
      const present = life.visits.at(-1);
      if (!present) throw new Error('started without a visit');
      const isThere = (visit: { stage: string | null; kind: string }): boolean =>
        visit.stage === present.stage && visit.kind === present.kind;
      const age = seconds(began, asOf);
      const stays = ended.filter(isThere).map((visit) => seconds(visit.from, visit.to));
      const own = Math.floor(life.issue.updatedAt.getTime() / 1000);
      const subtasks = world.biographies
        .filter(({ issue }) => issue.subtask && issue.parentId === life.issue.id)
        .map(({ issue }) => Math.floor(issue.updatedAt.getTime() / 1000));
      const touched = Math.max(own, ...subtasks);
      const isStale =
        asOf - touched > week &&
        seconds(touched, asOf) > (obviousPercentile(stays, 85, 10) ?? Number.NEGATIVE_INFINITY);
      const exits = delivered.flatMap(({ visits, startedAt, doneAt }) => {
        const left = visits
          .filter((visit) => isThere(visit) && visit.to > (startedAt ?? 0) && visit.to <= (doneAt ?? 0))
          .map(({ to }) => to);
        return left.length === 0 ? [] : [seconds(startedAt ?? 0, Math.max(...left))];
      });
      const lasted = cycles.filter((cycle) => cycle >= age);
      const chance = lasted.length < 10 ? null : lasted.filter((cycle) => cycle > (target ?? 0)).length / lasted.length;
      const kinds = [
        oldest !== null && age > oldest && 'AGING',
        life.flaggedAt(asOf - 1) && 'BLOCKED',
        isStale && 'STALE',
        present.kind === 'ACTIVE' && !life.ownerAt(asOf - 1) && 'UNASSIGNED',
        loopsOf(life).some((loop, place, all) => all.indexOf(loop) !== place) && 'PING_PONG',
      ];
      const turns = life.turns.filter((turn) => turn >= began && turn < asOf);
      const waits = turns.map((turn, index) => {
        const status = life.stays.find(({ from, to }) => from <= turn && turn < to)?.status ?? '';
        const { kind } = placeOf(status, world);
        const isWaiting =
          kind === 'QUEUE' ||
          (kind !== 'DONE' && life.flaggedAt(turn)) ||
          (kind === 'ACTIVE' && life.awaitsOwnerAt(turn));
        return isWaiting ? (turns[index + 1] ?? asOf) - turn : 0;
      });
      return {
        key: life.issue.key,
        kinds: kinds.filter((kind) => kind !== false),
        age,
        timeInStage: seconds(present.from, asOf),
        pace: exits.length < 10 ? null : (100 * exits.filter((exit) => exit <= age).length) / exits.length,
        chance: target === null ? null : age > target ? 1 : chance,
        waited: waits.reduce((sum, wait) => sum + wait, 0),
        calendarAge: asOf - began,
        calendarStay: asOf - present.from,
      };
    });
}

/** Every way from a stage to another and straight back that ends after the start, as "A B". */
function loopsOf({ visits, startedAt }: Life): string[] {
  const nameOf = (visit: Life['visits'][number] | undefined): string => `${visit?.stage}/${visit?.kind}`;
  return visits.flatMap((visit, place) => {
    const isLoop = place >= 2 && nameOf(visits[place - 2]) === nameOf(visit) && visit.from >= (startedAt ?? 0);
    return isLoop ? [`${nameOf(visit)} ${nameOf(visits[place - 1])}`] : [];
  });
}
