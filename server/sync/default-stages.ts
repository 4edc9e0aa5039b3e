import type { FlowChunk } from '../domain/flow-chunk.ts';
import type { Stage, StageKind } from '../domain/stage.ts';
import type { Status } from '../domain/status.ts';
import { firstVisits } from './first-visits.ts';

const waiting =
  /^(ready|awaiting|waiting|pending|to be|queued?|next|selected|planned|approved|committed)\b|\b(waiting|pending|on hold|paused|stalled|blocked|queue|available|wartet|warten|bereit)\b/i;
const committed = /^(ready|selected|next|planned|approved|committed|queued?|bereit)\b|\bready (for|to)\b/i;

/**
 * A first guess at the viewer's workflow from Jira's own: statuses of one name and category are one stage, those
 * before commitment share a backlog, those that finish share the end. To-do statuses whose names say that work is
 * committed, and statuses whose names say that it waits, are queues. The stages between stand in the order in which
 * issues first reach them. Deleted statuses and those of no category are left to the viewer.
 */
export function defaultStages(
  statuses: readonly Status[],
  chunks: Iterable<FlowChunk>,
  present: readonly Stage[],
): Stage[] {
  const groups = new Map<string, { name: string; kind: StageKind; statuses: Status[] }>();
  for (const status of statuses) {
    const kind = kindOf(status);
    if (kind === null) continue;
    const name = kind === 'BACKLOG' ? 'Backlog' : kind === 'DONE' ? 'Done' : status.name;
    const key = `${kind} ${name.toLowerCase()}`;
    const group = groups.get(key) ?? { name, kind, statuses: [] };
    group.statuses.push(status);
    groups.set(key, group);
  }
  const order = firstVisits(chunks);
  const phase = { BACKLOG: 0, QUEUE: 1, ACTIVE: 1, DONE: 2 } as const;
  const entries = [...groups.entries()].map(([key, group]) => ({
    key,
    ...group,
    phase:
      phase[group.kind] + (group.kind === 'QUEUE' && group.statuses.every((s) => s.category === 'TO_DO') ? -0.5 : 0),
    rank: order.rankOf(group.statuses.map((status) => status.id)),
  }));
  entries.sort((a, b) => a.phase - b.phase || ascending(a.rank, b.rank) || a.name.localeCompare(b.name, 'en'));
  const idByName = new Map(present.map((stage) => [`${stage.kind} ${stage.name.toLowerCase()}`, stage.id]));
  return entries.map(({ key, name, kind, statuses: members }) => ({
    id: idByName.get(key) ?? key.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase(),
    name,
    kind,
    statusIds: members.map((status) => status.id),
    wipLimit: null,
  }));
}

/** Infinity less itself is no number. */
const ascending = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

function kindOf(status: Status): StageKind | null {
  if (status.deleted) return null;
  switch (status.category) {
    case 'TO_DO':
      return committed.test(status.name) ? 'QUEUE' : 'BACKLOG';
    case 'IN_PROGRESS':
      return waiting.test(status.name) ? 'QUEUE' : 'ACTIVE';
    case 'DONE':
      return 'DONE';
    case 'UNKNOWN':
      return null;
  }
}
