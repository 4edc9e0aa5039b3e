import type { ClientSession } from 'mongoose';
import type { Project } from '../../domain/project.ts';
import type { Status } from '../../domain/status.ts';
import type { ConnectionCollections } from '../owned/bound-collections.ts';
import { upsertNamed } from './store-page.ts';

/**
 * Writes today's projects and statuses inside the caller's transaction. Statuses that Jira no longer lists stay, as
 * deleted; an empty list says nothing, since no Jira is without statuses.
 */
export async function storeCatalog(
  rows: ConnectionCollections,
  projects: readonly Project[],
  statuses: readonly Status[],
  transaction: ClientSession,
): Promise<void> {
  const listed = statuses.map((status) => status.id);
  await upsertNamed(rows.projects.within(transaction), projects);
  await upsertNamed(rows.statuses.within(transaction), statuses);
  if (listed.length > 0)
    await rows.statuses
      .within(transaction)
      .updateMany({ id: { $nin: listed }, deleted: false }, { set: { deleted: true } });
}
