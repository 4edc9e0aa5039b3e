import type { FlowChunk } from '../../domain/flow-chunk.ts';

/** A time during which a link to an issue that was not done blocked another. Unix seconds; `to` is infinite while it does. */
export interface LinkSpan {
  /** Row of the blocker. */
  readonly blocker: number;
  readonly from: number;
  readonly to: number;
}

/**
 * All issues of a connection as columns: the chunks joined into one, with one list of texts. Rows keep the order of the
 * chunks. Immutable; what is looked up by id or key is indexed when it is first asked for.
 */
export interface FlowTable extends FlowChunk {
  readonly rowCount: number;
  /** Row of an issue by native id. */
  rowOfId(id: string): number | undefined;
  /** Row of an issue by its key today, upper or lower case. */
  rowOfKey(key: string): number | undefined;
  /** Place of a text in `strings`; undefined when no issue holds it. */
  placeOf(text: string): number | undefined;
  /** Row of each row's parent, −1 where it has none or the parent is not in the table. */
  parentRows(): Int32Array;
  /** What links blocked, by row, where they block as flags do; nothing where flags alone do. */
  readonly blockedByLinks: ReadonlyMap<number, readonly LinkSpan[]>;
}
