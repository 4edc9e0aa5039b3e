import type { HistoryItem } from '../../../server/domain/history.ts';
import type { Biography, RandomWorld } from '../../support/random-world.ts';

/**
 * A slow second telling of an issue's life, straight from issue and changelog, that shares nothing with the flow table:
 * lists of spans, gone through again for every question. Seconds; Infinity for what has not ended.
 */
export interface ObviousLife {
  readonly created: number;
  readonly stays: readonly { status: string; from: number; to: number; inferred: boolean }[];
  readonly startedAt: number | null;
  readonly firstDoneAt: number | null;
  readonly doneAt: number | null;
  /** Stays in stages, those of 0 s dropped, neighbours of one stage joined; `to` is Infinity when open at asOf. */
  readonly visits: readonly { stage: string | null; kind: string; from: number; to: number }[];
  flaggedAt(second: number): boolean;
  ownerAt(second: number): string | null;
  /** Waiting for a new owner after a handoff between start and completion. */
  awaitsOwnerAt(second: number): boolean;
  /** Every second at which anything changes, ascending. */
  readonly turns: readonly number[];
}

interface Step {
  readonly ms: number;
  readonly second: number;
  readonly entry: string;
  readonly author: string | null;
  readonly item: HistoryItem;
}

export function obviousLife({ issue, history }: Biography, world: RandomWorld): ObviousLife {
  const created = Math.floor(issue.createdAt.getTime() / 1000);
  const steps: Step[] = [];
  for (const entry of [...history].sort((a, b) => a.at.getTime() - b.at.getTime() || Number(a.id) - Number(b.id)))
    for (const item of entry.items) {
      const ms = entry.at.getTime();
      steps.push({
        ms,
        second: Math.max(created, Math.floor(ms / 1000)),
        entry: entry.id,
        author: entry.authorId,
        item,
      });
    }
  const moves = steps.filter(({ item }) => item.field === 'status' && item.from !== item.to);

  const stays: { status: string; from: number; to: number; inferred: boolean }[] = [];
  const enter = (status: string, from: number, inferred: boolean): void => {
    const last = stays.at(-1);
    if (last) last.to = from;
    stays.push({ status, from, to: Number.POSITIVE_INFINITY, inferred });
  };
  enter(moves[0]?.item.from ?? issue.statusId, created, false);
  for (const { item, second } of moves) {
    if (item.from !== stays.at(-1)?.status) enter(item.from ?? '', second, true);
    enter(item.to ?? '', second, false);
  }
  if (stays.at(-1)?.status !== issue.statusId)
    enter(
      issue.statusId,
      Math.max(Math.floor(issue.updatedAt.getTime() / 1000), steps.at(-1)?.second ?? 0, created),
      true,
    );

  const visits: { stage: string | null; kind: string; from: number; to: number }[] = [];
  for (const stay of stays) {
    if (stay.from >= world.asOf || stay.from === stay.to) continue;
    const { stage, kind } = placeOf(stay.status, world);
    const to = stay.to >= world.asOf ? Number.POSITIVE_INFINITY : stay.to;
    const last = visits.at(-1);
    if (last && last.stage === stage && last.kind === kind) last.to = to;
    else visits.push({ stage, kind, from: stay.from, to });
  }

  let doneAt: number | null = null;
  for (let index = visits.length - 1; visits[index]?.kind === 'DONE'; index -= 1) doneAt = visits[index]?.from ?? null;
  let firstDoneAt = visits.find((visit) => visit.kind === 'DONE')?.from ?? null;
  if (doneAt !== null && stays.filter(({ from }) => from < world.asOf).length === 1) {
    const resolved = issue.resolvedAt && Math.floor(issue.resolvedAt.getTime() / 1000);
    doneAt = resolved && Math.min(Math.max(resolved, created), world.asOf);
    firstDoneAt = doneAt;
  }
  const startedAt = visits.find((visit) => visit.kind === 'QUEUE' || visit.kind === 'ACTIVE')?.from ?? doneAt;

  const flags = steps.filter(({ item }) => item.field === 'flagged');
  // Of several owners in one second only the last counts.
  const assignments = steps.filter(({ item }) => item.field === 'assignee' && item.from !== item.to);
  const owners = assignments.filter(({ second }, index) => second !== assignments[index + 1]?.second);
  const waits = waitsOf(issue.acts, steps, owners, assignments[0]?.item.from ?? null).filter(
    ({ from }) => startedAt !== null && from >= startedAt && (doneAt === null || from < doneAt),
  );
  return {
    created,
    stays,
    visits,
    startedAt,
    doneAt,
    firstDoneAt,
    flaggedAt(second) {
      const last = flags.filter((step) => step.second <= second).at(-1);
      if (last) return last.item.to !== '';
      return flags[0] ? flags[0].item.from !== '' : issue.flagged;
    },
    ownerAt(second) {
      const last = owners.filter((step) => step.second <= second).at(-1);
      return last ? last.item.to : assignments[0] ? assignments[0].item.from : issue.assigneeId;
    },
    awaitsOwnerAt: (second) => waits.some(({ from, to }) => from <= second && second < to),
    turns: [
      ...new Set([
        created,
        ...stays.map(({ from }) => from),
        ...steps.map(({ second }) => second),
        ...waits.flatMap(({ from, to }) => [from, to]),
      ]),
    ]
      .filter(Number.isFinite)
      .sort((a, b) => a - b),
  };
}

/** What a status means under the world's stages; without a stage, what its category says. */
export function placeOf(status: string, world: RandomWorld): { stage: string | null; kind: string; rank: number } {
  const index = world.stages.findIndex((stage) => stage.statusIds.includes(status));
  const stage = world.stages[index];
  if (stage) return { stage: stage.id, kind: stage.kind, rank: index };
  const category = world.statuses.find(({ id }) => id === status)?.category;
  if (category === 'TO_DO') return { stage: null, kind: 'BACKLOG', rank: -1 };
  if (category === 'DONE') return { stage: null, kind: 'DONE', rank: 99 };
  return { stage: null, kind: 'QUEUE', rank: Number.NaN };
}

function waitsOf(
  acts: Biography['issue']['acts'],
  steps: readonly Step[],
  owners: readonly Step[],
  firstOwner: string | null,
) {
  const waits: { from: number; to: number }[] = [];
  let lastOwner = firstOwner;
  owners.forEach((step) => {
    const person = step.item.to;
    const before = lastOwner;
    if (person) lastOwner = person;
    if (!person || !before || person === before) return;
    const place = steps.indexOf(step);
    const ends = [Number.POSITIVE_INFINITY];
    for (const other of steps) {
      const later = steps.indexOf(other) > place;
      if (later && other.item.field === 'assignee' && other.item.from !== other.item.to) ends.push(other.second);
      const moved = other.item.field === 'status' && other.item.from !== other.item.to && other.author === person;
      if (moved && (later || other.entry === step.entry)) ends.push(Math.max(other.second, step.second));
    }
    for (const act of acts)
      if (act.authorId === person && act.at.getTime() >= step.ms)
        ends.push(Math.max(step.second, Math.floor(act.at.getTime() / 1000)));
    waits.push({ from: step.second, to: Math.min(...ends) });
  });
  return waits;
}
