import type { SyncWork } from '../store/work/sync-work.ts';
import type { WriteFlow } from './flow-writer.ts';
import type { IssueSource } from './source.ts';
import type { UsageMeter } from './usage-meter.ts';

/** What a slice of work for one connection has at hand. */
export interface SliceContext {
  readonly work: SyncWork;
  readonly source: IssueSource;
  readonly usage: UsageMeter;
  readonly writeFlow: WriteFlow;
  /** Where this application receives webhooks: a connection's address follows. */
  readonly webhookUrl: string;
  /** How long a turn may take, so that tenants share the workers fairly. */
  readonly sliceMs: number;
  readonly now: () => Date;
  readonly random: () => number;
  /** Told of what should not have happened. */
  readonly onError: (error: unknown) => void;
  readonly signal: AbortSignal;
}
