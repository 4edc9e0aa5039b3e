import type { FlowChunk } from '../../domain/flow-chunk.ts';
import { loggedWork } from '../../domain/logged-work.ts';
import { sprintMemberships } from '../../domain/sprint-membership.ts';
import type { FlowChunkRow, HistoryRow } from '../models/rows.ts';
import type { ConnectionCollections } from './bound-collections.ts';
import { hasPart, readColumns } from './flow-chunk-columns.ts';
import type { Stored } from './owned-collection.ts';
import type { Where } from './where.ts';

/**
 * A chunk as it is stored. One that was written before logged work was kept takes it from the stored issues, and
 * memberships of sprints likewise from the stored histories. Reasons of flags, of which sync used to leave the texts
 * behind, come when the issues are read again.
 */
export async function readChunk(rows: ConnectionCollections, { chunk: stored }: FlowChunkRow): Promise<FlowChunk> {
  let chunk = readColumns(stored);
  if (!hasPart(stored, 'worklogStart')) chunk = await withLoggedWork(rows, chunk);
  if (!hasPart(stored, 'membershipStart')) chunk = await withMemberships(rows, chunk);
  return chunk;
}

async function withLoggedWork(rows: ConnectionCollections, chunk: FlowChunk): Promise<FlowChunk> {
  const issues = await rows.issues.find({ id: { $in: chunk.ids } }, { select: ['id', 'acts'] });
  const actsOf = new Map(issues.map(({ id, acts }) => [id, acts]));
  const worklogs = chunk.ids.map((id) => loggedWork(actsOf.get(id) ?? []));
  const all = worklogs.flat();
  const { strings, placeOf } = textsAfter(chunk);
  return {
    ...chunk,
    strings,
    worklogStart: startsOf(worklogs),
    worklogAuthor: Uint32Array.from(all, ({ author }) => placeOf(author)),
    worklogAt: Uint32Array.from(all, ({ at }) => at),
    worklogSeconds: Uint32Array.from(all, ({ seconds }) => seconds),
  };
}

/** When the sprints were started, only issues that have been read since can tell. */
async function withMemberships(rows: ConnectionCollections, chunk: FlowChunk): Promise<FlowChunk> {
  const histories = await rows.histories.find(withSprints(chunk.ids), { select: ['issueId', 'entries'] });
  const entriesOf = new Map(histories.map(({ issueId, entries }) => [issueId, entries]));
  const memberships = chunk.ids.map((id, row) =>
    sprintMemberships({ createdAt: new Date((chunk.createdAt[row] ?? 0) * 1000) }, entriesOf.get(id) ?? []),
  );
  const all = memberships.flat();
  const { strings, placeOf } = textsAfter(chunk);
  return {
    ...chunk,
    strings,
    membershipStart: startsOf(memberships),
    membershipSprint: Uint32Array.from(all, ({ sprint }) => placeOf(sprint)),
    membershipFrom: Uint32Array.from(all, ({ from }) => from),
    membershipTo: Uint32Array.from(all, ({ to }) => to),
    sprintStartedAt: new Uint32Array(all.length),
    sprintCompletedAt: new Uint32Array(all.length),
  };
}

/** Histories in which a sprint is named. The cast: filters are typed by the fields of a row, and not by theirs. */
const withSprints = (ids: readonly string[]) =>
  ({ issueId: { $in: ids }, 'entries.items.field': 'sprint' }) as Where<Stored<HistoryRow>>;

/** The texts of a chunk, and the place of any text among them, where it is appended when it is new. */
function textsAfter(chunk: FlowChunk) {
  const strings = [...chunk.strings];
  const places = new Map(strings.map((text, place) => [text, place]));
  const placeOf = (text: string): number => {
    const place = places.get(text) ?? strings.push(text) - 1;
    places.set(text, place);
    return place;
  };
  return { strings, placeOf };
}

/** Where each row's part begins, and behind the last where all of it ends. */
function startsOf(parts: readonly (readonly unknown[])[]): Uint32Array {
  const starts = new Uint32Array(parts.length + 1);
  parts.forEach((part, row) => {
    starts[row + 1] = (starts[row] ?? 0) + part.length;
  });
  return starts;
}
