import type { ClientSession } from 'mongoose';
import type { Person } from '../../domain/person.ts';
import type { ErasureGround } from '../erasure/erase-person.ts';
import { eraseRequested } from '../erasure/erase-requested.ts';
import { newErasure } from '../erasure/new-request.ts';
import type { ConnectionRow, PersonRow } from '../models/rows.ts';
import { collectionsOfConnection, collectionsOfOwner } from '../owned/bound-collections.ts';
import type { OwnedCollection, Stored } from '../owned/owned-collection.ts';
import type { People } from '../repository/people.ts';

/** Of whom personal fields are kept, and as of when. */
export interface KeptPerson {
  readonly id: string;
  readonly fetchedAt: Date;
}

/** As Jira shows an account that has been deleted. */
const erasedName = 'Former user';

/** What the provider of people's accounts is to be told about the people of a connection. Writes go under the lease. */
export class KeptPeople {
  readonly #people: People;
  readonly #ground: () => ErasureGround;
  readonly #wrote: (row: Stored<ConnectionRow>) => void;

  /** `wrote` is told of the connection as a write has left it. */
  constructor(people: People, ground: () => ErasureGround, wrote: (row: Stored<ConnectionRow>) => void) {
    this.#people = people;
    this.#ground = ground;
    this.#wrote = wrote;
  }

  /** Up to `limit` people whose report is due at `now`, those first that have waited longest. */
  async due(now: Date, limit: number): Promise<KeptPerson[]> {
    return this.#rows.find(
      { erased: false, reportDueAt: { $lte: now } },
      { sort: { reportDueAt: 1 }, limit, select: ['id', 'fetchedAt'] },
    );
  }

  /** When the next report is due; null while nobody is kept. */
  async nextDueAt(): Promise<Date | null> {
    const next = await this.#rows.findOne({ erased: false }, { sort: { reportDueAt: 1 }, select: ['reportDueAt'] });
    return next?.reportDueAt ?? null;
  }

  /** These have been reported, or could not be: come back at `dueAt`. */
  async reportAgain(ids: readonly string[], dueAt: Date): Promise<void> {
    await this.#write(async (transaction) => {
      await this.#rows.within(transaction).updateMany({ id: { $in: ids } }, { set: { reportDueAt: dueAt } });
    });
  }

  /** Makes somebody unrecognisable in every store, for good. Broken off, the next turn goes on. */
  async erase(id: string): Promise<void> {
    await this.#write(async (transaction) => {
      const { parts, owner, row } = this.#ground();
      if (!(await this.#people.erase(id, erasedName, transaction))) return;
      const { dataRequests } = collectionsOfOwner(parts.collections, owner, transaction);
      await dataRequests.insert(newErasure(id, row._id, parts.now()));
    });
    this.#wrote(await eraseRequested(this.#ground()));
  }

  /** Writes people over what is known of them, as read at `now`. */
  async save(people: readonly Person[], now: Date): Promise<void> {
    await this.#write((transaction) => this.#people.save(people, now, transaction));
  }

  get #rows(): OwnedCollection<PersonRow> {
    const { parts, owner, row } = this.#ground();
    return collectionsOfConnection(parts.collections, owner, row._id).people;
  }

  async #write(work: (transaction: ClientSession) => Promise<void>): Promise<void> {
    this.#wrote((await this.#ground().lease.write(work)).row);
  }
}
