import type { Types } from 'mongoose';
import type { ExportedRow } from './csv.ts';

/** A part of what is kept, and how its rows are read. */
export interface ExportedStore {
  readonly store: string;
  read(): Promise<readonly ExportedRow[]>;
}

/** A stored row without whose it is, its id as text. */
export function plainRow(row: object): ExportedRow {
  const { _id, owner, connection, ...fields } = row as Record<string, unknown>;
  return { id: (_id as Types.ObjectId).toHexString(), ...fields };
}
