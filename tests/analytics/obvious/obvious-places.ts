import type { Biography, RandomWorld } from '../../support/random-world.ts';
import { type ObviousLife, placeOf } from './obvious-life.ts';

/** An unbroken time in one place; `to` is Infinity when open at asOf. */
export interface ObviousVisit {
  readonly place: string;
  readonly isDone: boolean;
  readonly from: number;
  to: number;
}

export type ObviousGroup = 'STATUS' | 'STAGE' | 'TYPE' | 'TEAM';

/** Walks an issue's life from turn to turn, looks up where it was at each, and joins what is the same. */
export function obviousPlaces(life: Biography & ObviousLife, world: RandomWorld, group: ObviousGroup): ObviousVisit[] {
  const visits: ObviousVisit[] = [];
  let before: string | null = null;
  life.turns.forEach((turn, index) => {
    if (turn >= world.asOf) return;
    const next = life.turns[index + 1] ?? Number.POSITIVE_INFINITY;
    const to = next >= world.asOf ? Number.POSITIVE_INFINITY : next;
    const status = life.stays.find((stay) => stay.from <= turn && turn < stay.to)?.status ?? '';
    const { stage, kind } = placeOf(status, world);
    const isDone = kind === 'DONE';
    const places: Record<ObviousGroup, string | null> = {
      STATUS: status,
      STAGE: stage ?? `NO_STAGE_${kind}`,
      TYPE: isDone ? null : life.issue.type,
      TEAM: isDone ? null : teamAt(life, world, turn),
    };
    const place = places[group];
    const last = visits.at(-1);
    if (place !== null && place === before && last) last.to = to;
    else if (place !== null) visits.push({ place, isDone, from: turn, to });
    before = place;
  });
  return visits;
}

/** The team that an issue belonged to at a second. */
export function teamAt(
  { issue, history, created }: Biography & ObviousLife,
  world: RandomWorld,
  second: number,
): string {
  const moves = [...history]
    .sort((a, b) => a.at.getTime() - b.at.getTime() || Number(a.id) - Number(b.id))
    .flatMap(({ at, items }) => items.map((item) => ({ item, at: Math.max(created, Math.floor(at.getTime() / 1000)) })))
    .filter(({ item }) => item.field === 'project');
  const last = moves.filter(({ at }) => at <= second).at(-1);
  const project = (last ? last.item.to : moves[0] ? moves[0].item.from : issue.projectId) ?? '';
  return world.teams.find((team) => team.projectIds.includes(project))?.id ?? project;
}
