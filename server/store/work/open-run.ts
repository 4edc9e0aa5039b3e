import type { SyncRun } from '../../domain/sync-run.ts';
import type { Checkpoint } from '../models/rows.ts';
import type { Sweep } from './sweep.ts';

/** What a worker knows of the run it carries on. */
export interface OpenRun {
  readonly run: SyncRun;
  readonly checkpoint: Checkpoint | null;
  readonly sweep: Sweep | null;
  readonly cancelRequested: boolean;
  readonly failures: number;
}
