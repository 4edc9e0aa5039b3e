import type { ClientSession, Types } from 'mongoose';
import { done, type Outcome, refused } from '../../domain/user-error.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import { newErasure, newExport } from '../erasure/new-request.ts';
import type { ConnectionRow, DataRequestRow } from '../models/rows.ts';
import { collectionsOfConnection, collectionsOfOwner } from '../owned/bound-collections.ts';
import type { Stored } from '../owned/owned-collection.ts';
import type { StoreParts } from '../store-parts.ts';
import { fromNow } from '../work/from-now.ts';
import { People } from './people.ts';

/** Requests that wait, or whose archive can be fetched. */
const mostOpen = 20;

const notConnected = refused('NOT_CONNECTED', 'Connect a Jira site first.');
const nobody = refused('NOT_FOUND', 'There is no such person.', ['input', 'personId']);

/** Takes up what a viewer asks for about personal data; workers do it. Answers with the id of the request. */
export class DataRequestWriter {
  readonly #parts: StoreParts;
  readonly #owner: Types.ObjectId;
  readonly #audit: AuditTrail;

  constructor(parts: StoreParts, owner: Types.ObjectId, audit: AuditTrail) {
    this.#parts = parts;
    this.#owner = owner;
    this.#audit = audit;
  }

  /** Everything that is kept of the viewer. CONFLICT while there are 20 requests under way or to be fetched. */
  exportOwn(): Promise<Outcome<string>> {
    return this.#parts.transaction((txn) =>
      this.#queueExport(newExport({ of: 'VIEWER' }, null, this.#parts.now()), 'me', txn),
    );
  }

  /** The same of a person of the connected Jira. NOT_CONNECTED without one, NOT_FOUND for nobody of it. */
  exportPerson(personId: string | null): Promise<Outcome<string>> {
    return this.#parts.transaction(async (txn): Promise<Outcome<string>> => {
      const row = await this.#connection(txn);
      if (!row) return notConnected;
      const person = personId === null ? null : await this.#people(row, txn).findOne({ id: personId });
      if (!person) return nobody;
      const request = newExport({ of: 'PERSON', personId: person.id }, row._id, this.#parts.now());
      return this.#queueExport(request, person.id, txn);
    });
  }

  /** Makes a person unrecognisable. INVALID unless `confirm` is what they are called now. */
  erasePerson(personId: string | null, confirm: string): Promise<Outcome<string>> {
    return this.#parts.transaction(async (txn): Promise<Outcome<string>> => {
      const row = await this.#connection(txn);
      if (!row) return notConnected;
      const place = { owner: this.#owner.toHexString(), connection: row._id.toHexString() };
      const people = new People(this.#people(row, txn), () => this.#parts.cipherOf(this.#owner), place);
      const person = personId === null ? null : await people.byId(personId);
      if (!person) return nobody;
      if (confirm.trim() !== person.displayName.trim())
        return refused('INVALID', 'Type the name as it is shown.', ['input', 'confirm']);
      const { dataRequests } = collectionsOfOwner(this.#parts.collections, this.#owner, txn);
      if (await this.#isFull(txn)) return tooMany;
      const { _id } = await dataRequests.insert(newErasure(person.id, row._id, this.#parts.now()));
      await this.#parts.collections.dueConnections.updateOne(
        { _id: row._id },
        [{ $set: { owner: this.#owner, dueAt: fromNow(0) } }],
        { upsert: true, updatePipeline: true, session: txn },
      );
      await this.#audit.within(txn).append('ERASURE_REQUESTED', person.id);
      return done(_id.toHexString());
    });
  }

  async #queueExport(request: DataRequestRow, detail: string, txn: ClientSession): Promise<Outcome<string>> {
    if (await this.#isFull(txn)) return tooMany;
    const { dataRequests } = collectionsOfOwner(this.#parts.collections, this.#owner, txn);
    const { _id } = await dataRequests.insert(request);
    await this.#parts.collections.dueRequests.updateOne(
      { _id },
      [{ $set: { owner: this.#owner, work: 'EXPORT', dueAt: fromNow(0), connections: [], passes: 0 } }],
      { upsert: true, updatePipeline: true, session: txn },
    );
    await this.#audit.within(txn).append('EXPORT_REQUESTED', detail);
    return done(_id.toHexString());
  }

  /** Of two requests at once one is repeated: both write the log. */
  async #isFull(txn: ClientSession): Promise<boolean> {
    const { dataRequests } = collectionsOfOwner(this.#parts.collections, this.#owner, txn);
    const waiting = await dataRequests.count({ status: { $in: ['QUEUED', 'RUNNING'] } });
    const toFetch = await dataRequests.count({ downloadExpiresAt: { $gt: this.#parts.now() } });
    return waiting + toFetch >= mostOpen;
  }

  #connection(txn: ClientSession): Promise<Stored<ConnectionRow> | null> {
    const { connections } = collectionsOfOwner(this.#parts.collections, this.#owner, txn);
    return connections.findOne({ current: true, status: { $in: ['CONNECTED', 'NEEDS_RECONNECT'] } });
  }

  #people(row: Stored<ConnectionRow>, txn: ClientSession) {
    return collectionsOfConnection(this.#parts.collections, this.#owner, row._id, txn).people;
  }
}

const tooMany = refused(
  'CONFLICT',
  `There can be ${mostOpen} requests under way or to be fetched. Fetch or await one first.`,
);
