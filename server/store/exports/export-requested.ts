import { randomBytes } from 'node:crypto';
import type { DataRequestStep } from '../../domain/data-request.ts';
import { receiptOf } from '../erasure/receipt.ts';
import type { DueRequestRow } from '../models/due-request.ts';
import type { DataRequestRow } from '../models/rows.ts';
import { collectionsOfOwner } from '../owned/bound-collections.ts';
import type { Stored } from '../owned/owned-collection.ts';
import type { StoreParts } from '../store-parts.ts';
import { type RequestLease, RequestLost } from '../work/request-lease.ts';
import { writeCsv } from './csv.ts';
import { hashOfSecret, partPlace, secretPlace } from './download-secret.ts';
import type { ExportedStore } from './exported-store.ts';
import { personStores } from './person-stores.ts';
import { viewerStores } from './viewer-stores.ts';
import { type ArchivedFile, writeZip } from './zip.ts';

const mostFailures = 5;
const goodForMs = 86_400_000;
/** Of the archive; sealed it is not twice as long, and a document of MongoDB has 16 MiB. */
const partBytes = 6 * 1024 * 1024;
const open = ['QUEUED', 'RUNNING'] as const;

/** Makes the archive that was asked for, and takes the request off the queue. Throws what broke it off; it comes back then. */
export async function exportRequested(parts: StoreParts, due: DueRequestRow, lease: RequestLease): Promise<void> {
  const { dataRequests } = collectionsOfOwner(parts.collections, due.owner);
  const request = await dataRequests.updateOne(
    { _id: due._id, status: { $in: open } },
    { set: { status: 'RUNNING' }, increase: { attempt: 1 } },
  );
  if (!request) return lease.release(null);
  try {
    // What was read did not hold any more: once again.
    await lease.release((await makeArchive(parts, due, request, lease)) ? null : 0);
  } catch (error) {
    if (error instanceof RequestLost) throw error;
    const isOver = request.failures + 1 >= mostFailures;
    const reason = 'It could not be done. Ask for it again.';
    await dataRequests.updateOne(
      { _id: due._id, status: { $in: open } },
      { set: isOver ? { status: 'FAILED', reason } : {}, increase: { failures: 1 } },
    );
    throw error;
  }
}

async function makeArchive(
  parts: StoreParts,
  { owner }: DueRequestRow,
  request: Stored<DataRequestRow>,
  lease: RequestLease,
): Promise<boolean> {
  const { _id, attempt, subject, connectionId } = request;
  const { dataRequests, exportParts } = collectionsOfOwner(parts.collections, owner);
  const hold = () => lease.hold();
  const stores: ExportedStore[] =
    subject.of === 'PERSON' && connectionId
      ? personStores(parts, { owner, connection: connectionId, personId: subject.personId }, hold)
      : viewerStores(parts, owner);
  const steps: DataRequestStep[] = stores.map(({ store }) => ({ store, rows: 0, done: false }));
  const files: ArchivedFile[] = [];
  for (const [place, { store, read }] of stores.entries()) {
    const rows = await read();
    files.push({ name: `${store}.json`, content: Buffer.from(`${JSON.stringify(rows, null, 2)}\n`) });
    files.push({ name: `${store}.csv`, content: Buffer.from(writeCsv(rows)) });
    steps[place] = { store, rows: rows.length, done: true };
    await hold();
    if (!(await dataRequests.updateOne({ _id, attempt }, { set: { steps } }))) return false;
  }
  const now = parts.now();
  const archive = writeZip(files, now);
  const expiresAt = new Date(now.getTime() + goodForMs);
  const cipher = await parts.cipherOf(owner);
  await exportParts.deleteMany({ request: _id });
  for (let number = 0; number * partBytes < archive.length; number += 1) {
    const piece = archive.subarray(number * partBytes, (number + 1) * partBytes);
    const sealed = cipher.seal(piece.toString('base64'), partPlace(owner, _id, number));
    await exportParts.insert({ request: _id, number, sealed, expiresAt });
    await hold();
  }
  const secret = Buffer.concat([Buffer.from(owner.toHexString(), 'hex'), randomBytes(32)]).toString('base64url');
  const finished = await dataRequests.updateOne(
    { _id, attempt, status: 'RUNNING' },
    {
      set: {
        status: 'COMPLETED',
        receipt: receiptOf(_id.toHexString(), steps, now, archive),
        downloadExpiresAt: expiresAt,
        secretHash: hashOfSecret(secret),
        sealedSecret: cipher.seal(secret, secretPlace(owner, _id)),
      },
    },
  );
  if (!finished) await exportParts.deleteMany({ request: _id });
  return finished !== null;
}
