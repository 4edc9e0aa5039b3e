import type { OpenRun } from '../store/work/open-run.ts';
import type { SliceContext } from './slice-context.ts';

/** Begins a run: the projects and statuses of today. */
export async function readCatalog(context: SliceContext, { run }: OpenRun): Promise<void> {
  const { work, source, now, signal } = context;
  const startedAt = run.startedAt ?? now();
  await work.update({ set: { state: 'RUNNING', phase: 'METADATA', startedAt, waitingUntil: null } });
  const catalog = await source.catalog(signal);
  await work.saveCatalog(catalog.projects, catalog.statuses);
}
