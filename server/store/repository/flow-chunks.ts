import type { FlowChunk } from '../../domain/flow-chunk.ts';
import type { ConnectionCollections } from '../owned/bound-collections.ts';
import { readChunk } from '../owned/read-chunk.ts';

/** One chunk of the flow table and the version that wrote it. */
export interface VersionedChunk {
  readonly number: number;
  readonly version: number;
  readonly chunk: FlowChunk;
}

/** The stored flow table of one connection. */
export class FlowChunks {
  readonly #rows: ConnectionCollections;

  constructor(rows: ConnectionCollections) {
    this.#rows = rows;
  }

  /** The chunks written after `version`; all of them for 0. */
  async writtenAfter(version: number): Promise<VersionedChunk[]> {
    const rows = await this.#rows.flowChunks.find({ version: { $gt: version } }, { sort: { number: 1 } });
    const chunks: VersionedChunk[] = [];
    for (const row of rows)
      chunks.push({ number: row.number, version: row.version, chunk: await readChunk(this.#rows, row) });
    return chunks;
  }
}
