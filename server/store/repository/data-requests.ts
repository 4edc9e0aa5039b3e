import { isObjectIdOrHexString, Types } from 'mongoose';
import type { DataRequest } from '../../domain/data-request.ts';
import { secretPlace } from '../exports/download-secret.ts';
import type { TenantCipher } from '../keys/keyring.ts';
import type { DataRequestRow } from '../models/rows.ts';
import type { OwnedCollection, Stored } from '../owned/owned-collection.ts';

/** A request with what its owner can fetch the archive by, once: the end of an address; null without one. */
export interface OwnDataRequest extends DataRequest {
  readonly downloadPath: string | null;
}

/** Reads a viewer's requests about personal data. */
export class DataRequests {
  readonly #rows: OwnedCollection<DataRequestRow>;
  readonly #owner: Types.ObjectId;
  readonly #cipher: () => Promise<TenantCipher>;
  readonly #now: () => Date;

  constructor(
    rows: OwnedCollection<DataRequestRow>,
    owner: Types.ObjectId,
    cipher: () => Promise<TenantCipher>,
    now: () => Date,
  ) {
    this.#rows = rows;
    this.#owner = owner;
    this.#cipher = cipher;
    this.#now = now;
  }

  /** Up to `limit` requests, newest first, before the one with this id; from the newest one without. */
  async before(id: string | null, limit: number): Promise<OwnDataRequest[]> {
    if (id !== null && !isObjectIdOrHexString(id)) return [];
    const where = id === null ? {} : { _id: { $lt: new Types.ObjectId(id) } };
    return this.#told(await this.#rows.find(where, { sort: { _id: -1 }, limit }));
  }

  async byId(id: string): Promise<OwnDataRequest | null> {
    const row = isObjectIdOrHexString(id) ? await this.#rows.findOne({ _id: new Types.ObjectId(id) }) : null;
    const [told = null] = row ? await this.#told([row]) : [];
    return told;
  }

  async #told(rows: readonly Stored<DataRequestRow>[]): Promise<OwnDataRequest[]> {
    const now = this.#now();
    const isThere = ({ downloadExpiresAt, sealedSecret }: DataRequestRow): boolean =>
      sealedSecret !== null && downloadExpiresAt !== null && downloadExpiresAt > now;
    const cipher = rows.some(isThere) ? await this.#cipher() : null;
    return rows.map((row) => {
      const { _id, kind, subject, status, requestedAt, dueBy, steps, receipt, reason, sealedSecret } = row;
      const id = _id.toHexString();
      const secret =
        cipher && sealedSecret && isThere(row) ? cipher.open(sealedSecret, secretPlace(this.#owner, _id)) : null;
      const downloadExpiresAt = secret === null ? null : row.downloadExpiresAt;
      const downloadPath = secret === null ? null : `/exports/${id}/${secret}`;
      return {
        id,
        kind,
        subject,
        status,
        requestedAt,
        dueBy,
        steps,
        receipt,
        reason,
        downloadExpiresAt,
        downloadPath,
      };
    });
  }
}
