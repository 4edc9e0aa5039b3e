import type { FlowChunk } from '../domain/flow-chunk.ts';
import type { IssueToQuarantine, IssueToStore } from '../store/work/store-page.ts';
import type { StoredVersion, SyncWork } from '../store/work/sync-work.ts';
import { type Biography, chunkSize, type WriteFlow } from './flow-writer.ts';

/** What one row of the database may hold of a history, in characters: MongoDB takes 16 MB. */
const mostHistory = 12_000_000;

/** Issues with their places in the flow table, the chunks written with them, and those that cannot be stored. */
export interface IntoFlow {
  readonly issues: readonly IssueToStore[];
  readonly chunks: ReadonlyMap<number, FlowChunk>;
  readonly unsound: readonly IssueToQuarantine[];
}

/**
 * Gives each issue its place in the flow table and writes it there. An issue that cannot be stored is set aside, with a
 * reason that quotes nothing of it, and costs nobody but itself.
 */
export async function intoFlow(
  work: Pick<SyncWork, 'flowPlaces' | 'flowChunks'>,
  writeFlow: WriteFlow,
  changed: readonly Biography[],
  stored: ReadonlyMap<string, StoredVersion>,
): Promise<IntoFlow> {
  const bounded = changed.filter((biography) => sizeOf(biography) <= mostHistory);
  const tooLarge = without(changed, bounded, 'changelog: is too large to be stored');
  const present = await work.flowChunks([
    ...new Set(place(bounded, stored, work.flowPlaces).map(({ chunk }) => chunk)),
  ]);
  const written = attempt(bounded, stored, work.flowPlaces, present, writeFlow);
  if (written) return { ...written, unsound: tooLarge };
  const sound = bounded.filter((biography) => attempt([biography], new Map(), 0, new Map(), writeFlow) !== null);
  const rest = attempt(sound, stored, work.flowPlaces, present, writeFlow);
  // Each can be written, but not all of them together: that is a fault of ours, to be told of.
  if (!rest) throw new Error('the flow table cannot be written');
  return { ...rest, unsound: [...tooLarge, ...without(bounded, sound, 'changelog: makes no sense as a history')] };
}

/** Null when something in these issues cannot be written. */
function attempt(
  biographies: readonly Biography[],
  stored: ReadonlyMap<string, StoredVersion>,
  firstFree: number,
  present: ReadonlyMap<number, FlowChunk>,
  writeFlow: WriteFlow,
): Omit<IntoFlow, 'unsound'> | null {
  const issues = place(biographies, stored, firstFree);
  const byChunk = new Map<number, IssueToStore[]>();
  for (const issue of issues) byChunk.set(issue.chunk, [...(byChunk.get(issue.chunk) ?? []), issue]);
  try {
    const chunks = [...byChunk].map(
      ([number, rows]) => [number, writeFlow(present.get(number) ?? null, rows)] as const,
    );
    return { issues, chunks: new Map(chunks) };
  } catch {
    return null;
  }
}

function place(
  biographies: readonly Biography[],
  stored: ReadonlyMap<string, StoredVersion>,
  firstFree: number,
): IssueToStore[] {
  let free = firstFree;
  return biographies.map((biography) => {
    const chunk = stored.get(biography.issue.id)?.chunk;
    if (chunk !== undefined) return { ...biography, chunk };
    const taken = free;
    free += 1;
    return { ...biography, chunk: Math.floor(taken / chunkSize) };
  });
}

function without(all: readonly Biography[], kept: readonly Biography[], reason: string): IssueToQuarantine[] {
  const keptOnes = new Set(kept);
  return all.filter((biography) => !keptOnes.has(biography)).map(({ issue: { id, key } }) => ({ id, key, reason }));
}

/** Roughly what it takes as BSON; only long histories are looked at. */
function sizeOf({ history }: Biography): number {
  return history.length < 1_000 ? 0 : JSON.stringify(history).length;
}
