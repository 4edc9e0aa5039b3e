import { type SyncFaults, syncFaultKinds } from '../../domain/sync-run.ts';

/** Both counts, added up. */
export function mergedFaults(a: SyncFaults, b: SyncFaults): SyncFaults {
  const sums = syncFaultKinds.map((kind) => [kind, (a[kind] ?? 0) + (b[kind] ?? 0)] as const);
  return Object.fromEntries(sums.filter(([, count]) => count > 0));
}
