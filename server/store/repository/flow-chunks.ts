import type { FlowChunk } from '../../domain/flow-chunk.ts';
import type { FlowChunkRow } from '../models/rows.ts';
import { readColumns } from '../owned/flow-chunk-columns.ts';
import type { OwnedCollection } from '../owned/owned-collection.ts';

/** One chunk of the flow table and the version that wrote it. */
export interface VersionedChunk {
  readonly number: number;
  readonly version: number;
  readonly chunk: FlowChunk;
}

/** The stored flow table of one connection. */
export class FlowChunks {
  readonly #rows: OwnedCollection<FlowChunkRow>;

  constructor(rows: OwnedCollection<FlowChunkRow>) {
    this.#rows = rows;
  }

  /** The chunks written after `version`; all of them for 0. */
  async writtenAfter(version: number): Promise<VersionedChunk[]> {
    const rows = await this.#rows.find({ version: { $gt: version } }, { sort: { number: 1 } });
    return rows.map((row) => ({ number: row.number, version: row.version, chunk: readColumns(row.chunk) }));
  }
}
