import type { FlowChunk } from '../../domain/flow-chunk.ts';
import type { Act } from '../../domain/issue.ts';
import { loggedWork } from '../../domain/logged-work.ts';
import type { FlowChunkRow } from '../models/rows.ts';
import type { ConnectionCollections } from './bound-collections.ts';
import { hasWorklogs, readColumns } from './flow-chunk-columns.ts';

/** A chunk as it is stored. One that was written before logged work was kept takes it from the stored issues. */
export async function readChunk(rows: ConnectionCollections, { chunk: stored }: FlowChunkRow): Promise<FlowChunk> {
  const chunk = readColumns(stored);
  if (hasWorklogs(stored)) return chunk;
  const issues = await rows.issues.find({ id: { $in: chunk.ids } }, { select: ['id', 'acts'] });
  return withLoggedWork(chunk, new Map(issues.map(({ id, acts }) => [id, acts])));
}

function withLoggedWork(chunk: FlowChunk, actsOf: ReadonlyMap<string, readonly Act[]>): FlowChunk {
  const strings = [...chunk.strings];
  const places = new Map(strings.map((text, place) => [text, place]));
  const worklogs = chunk.ids.map((id) => loggedWork(actsOf.get(id) ?? []));
  const worklogStart = new Uint32Array(chunk.ids.length + 1);
  worklogs.forEach((own, row) => {
    worklogStart[row + 1] = (worklogStart[row] ?? 0) + own.length;
  });
  const all = worklogs.flat();
  const worklogAuthor = Uint32Array.from(all, ({ author }) => {
    const known = places.get(author) ?? strings.push(author) - 1;
    places.set(author, known);
    return known;
  });
  const worklogAt = Uint32Array.from(all, ({ at }) => at);
  const worklogSeconds = Uint32Array.from(all, ({ seconds }) => seconds);
  return { ...chunk, strings, worklogStart, worklogAuthor, worklogAt, worklogSeconds };
}
