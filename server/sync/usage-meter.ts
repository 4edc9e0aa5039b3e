import { syncFaultKinds } from '../domain/sync-run.ts';
import type { Usage } from '../store/work/store-page.ts';
import type { IssueSource } from './source.ts';

/** What a source has been asked, in parts: each part is charged to one page or one end. */
export class UsageMeter {
  readonly #source: Pick<IssueSource, 'usage'>;
  #charged: Usage = { requests: 0, retries: 0, faults: {} };

  constructor(source: Pick<IssueSource, 'usage'>) {
    this.#source = source;
  }

  /** What has come since this was asked last. */
  take(): Usage {
    const { requests, retries, faults } = this.#source.usage;
    const before = this.#charged;
    this.#charged = { requests, retries, faults: { ...faults } };
    const since = syncFaultKinds.map((kind) => [kind, (faults[kind] ?? 0) - (before.faults[kind] ?? 0)] as const);
    return {
      requests: requests - before.requests,
      retries: retries - before.retries,
      faults: Object.fromEntries(since.filter(([, count]) => count > 0)),
    };
  }
}
