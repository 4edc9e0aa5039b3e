import type { ClientSession } from 'mongoose';
import type { Person } from '../../domain/person.ts';
import type { PersonRow } from '../models/rows.ts';
import type { OwnedCollection } from '../owned/owned-collection.ts';
import type { People } from '../repository/people.ts';

/** Of whom personal fields are kept, and as of when. */
export interface KeptPerson {
  readonly id: string;
  readonly fetchedAt: Date;
}

/** As Jira shows an account that has been deleted. */
const erasedName = 'Former user';

type LeasedWrite = (work: (transaction: ClientSession) => Promise<void>) => Promise<void>;

/** What the provider of people's accounts is to be told about the people of a connection. Writes go under the lease. */
export class KeptPeople {
  readonly #rows: OwnedCollection<PersonRow>;
  readonly #people: People;
  readonly #write: LeasedWrite;

  constructor(rows: OwnedCollection<PersonRow>, people: People, write: LeasedWrite) {
    this.#rows = rows;
    this.#people = people;
    this.#write = write;
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

  /** Makes somebody unrecognisable, for good. */
  async erase(id: string): Promise<void> {
    await this.#write(async (transaction) => {
      await this.#people.erase(id, erasedName, transaction);
    });
  }

  /** Writes people over what is known of them, as read at `now`. */
  async save(people: readonly Person[], now: Date): Promise<void> {
    await this.#write((transaction) => this.#people.save(people, now, transaction));
  }
}
