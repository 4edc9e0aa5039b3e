import { AuditTrail } from '../audit/audit-trail.ts';
import type { ConnectionRow, DataRequestRow } from '../models/rows.ts';
import { collectionsOfOwner } from '../owned/bound-collections.ts';
import type { Stored } from '../owned/owned-collection.ts';
import { LeaseLost } from '../work/connection-lease.ts';
import { type ErasureGround, erasePerson } from './erase-person.ts';
import { receiptOf } from './receipt.ts';

const mostFailures = 5;
const open = ['QUEUED', 'RUNNING'] as const;

/**
 * Works off what has been asked for about the people of a connection, oldest first, while the connection is leased: no sync
 * writes meanwhile. Answers the connection as it is after that. Throws LeaseLost, and what broke a request off, which is
 * then tried again up to five times.
 */
export async function eraseRequested(ground: ErasureGround): Promise<Stored<ConnectionRow>> {
  const { dataRequests } = collectionsOfOwner(ground.parts.collections, ground.owner);
  const requests = await dataRequests.find(
    { kind: 'ERASE', connectionId: ground.row._id, status: { $in: open } },
    { sort: { _id: 1 } },
  );
  let { row } = ground;
  for (const request of requests) row = await erase({ ...ground, row }, request);
  return row;
}

async function erase(ground: ErasureGround, request: Stored<DataRequestRow>): Promise<Stored<ConnectionRow>> {
  const { parts, owner } = ground;
  const { _id, subject, failures } = request;
  if (subject.of !== 'PERSON') return ground.row;
  const { dataRequests } = collectionsOfOwner(parts.collections, owner);
  await dataRequests.updateOne({ _id }, { set: { status: 'RUNNING' } });
  try {
    const { steps, row } = await erasePerson(ground, subject.personId, null, async (so) => {
      await dataRequests.updateOne({ _id }, { set: { steps: [...so] } });
    });
    await parts.transaction(async (txn) => {
      const receipt = receiptOf(_id.toHexString(), steps, parts.now());
      const change = { status: 'COMPLETED', steps: [...steps], receipt } as const;
      await dataRequests.within(txn).updateOne({ _id }, { set: change });
      await new AuditTrail(parts, owner).within(txn).append('PERSON_ERASED', subject.personId);
    });
    return row;
  } catch (error) {
    if (!(error instanceof LeaseLost)) {
      const isOver = failures + 1 >= mostFailures;
      const reason = 'It could not be done. Ask for it again; what has been erased stays so.';
      await dataRequests.updateOne(
        { _id },
        { set: isOver ? { status: 'FAILED', reason } : {}, increase: { failures: 1 } },
      );
    }
    throw error;
  }
}
