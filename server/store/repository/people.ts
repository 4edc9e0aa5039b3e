import { randomBytes } from 'node:crypto';
import type { ClientSession } from 'mongoose';
import type { Person } from '../../domain/person.ts';
import { ErasedNames, nameWords } from '../erasure/erased-names.ts';
import type { TenantCipher } from '../keys/keyring.ts';
import type { PersonRow } from '../models/rows.ts';
import type { OwnedCollection, Stored } from '../owned/owned-collection.ts';
import { RowsById } from './rows-by-id.ts';
import { openPerson, type PersonPlace, sealPerson } from './sealed-person.ts';
import { wordsOf } from './words.ts';

/**
 * The people of a connection: the one place where their names are, and these are sealed. Ordered by id, since the database
 * cannot order by what it cannot read.
 */
export class People extends RowsById<Person, PersonRow> {
  readonly #rows: OwnedCollection<PersonRow>;
  readonly #cipher: () => Promise<TenantCipher>;
  readonly #place: PersonPlace;
  readonly #open: Open;

  /** `askCipher` is asked once. */
  constructor(rows: OwnedCollection<PersonRow>, askCipher: () => Promise<TenantCipher>, place: PersonPlace) {
    const cipher = once(askCipher);
    const open = opener(cipher, place);
    super(rows, open);
    this.#rows = rows;
    this.#cipher = cipher;
    this.#place = place;
    this.#open = open;
  }

  /** Up to `limit` people whose account id comes after `after`. */
  async after(after: string | null, limit: number): Promise<Person[]> {
    return this.#open(await this.#rows.find(after === null ? {} : { id: { $gt: after } }, { sort: { id: 1 }, limit }));
  }

  /** Those of `ids` that there are, in the same order and limits. */
  async among(ids: readonly string[], after: string | null, limit: number): Promise<Person[]> {
    const rest = after === null ? ids : ids.filter((id) => id > after);
    return this.#open(await this.#rows.find({ id: { $in: rest } }, { sort: { id: 1 }, limit }));
  }

  /** People whose name has, for every word of `text`, a word that begins with it. */
  async named(text: string): Promise<Person[]> {
    const wanted = wordsOf(text);
    const people = await this.#open(await this.#rows.find({}, { sort: { id: 1 } }));
    return people.filter(({ displayName }) => {
      const words = wordsOf(displayName);
      return wanted.length > 0 && wanted.every((word) => words.some((one) => one.startsWith(word)));
    });
  }

  async count(): Promise<number> {
    return this.#rows.count({});
  }

  /** Writes people over what is known of them, as read at `now`. Those who have been erased stay so. */
  async save(people: readonly Person[], now: Date, transaction: ClientSession): Promise<void> {
    if (people.length === 0) return;
    const rows = this.#rows.within(transaction);
    const gone = await rows.find({ id: { $in: people.map(({ id }) => id) }, erased: true }, { select: ['id'] });
    const erased = new Set(gone.map(({ id }) => id));
    const cipher = await this.#cipher();
    await rows.upsertMany(
      people
        .filter(({ id }) => !erased.has(id))
        .map((person) => ({
          key: { id: person.id },
          change: {
            set: { ...sealPerson(cipher, person, this.#place), erased: false, former: null, fetchedAt: now },
            setOnInsert: { reportDueAt: firstReport(now) },
          },
        })),
    );
  }

  /**
   * Puts a pseudonym in the place of everything that tells who it is, for good: later syncs do not bring it back. Of the name
   * a fingerprint stays, to know it by where it comes again. False when there is no such person. Who has been erased before
   * keeps the first pseudonym.
   */
  async erase(id: string, pseudonym: string, transaction: ClientSession): Promise<boolean> {
    const rows = this.#rows.within(transaction);
    const row = await rows.findOne({ id });
    if (!row || row.erased) return row !== null;
    const cipher = await this.#cipher();
    const words = nameWords(openPerson(cipher, row, this.#place).displayName);
    const former = words.length > 0 ? { words: words.length, print: this.#print(cipher, words) } : null;
    const nobody = { id, displayName: pseudonym, active: false, avatarUrl: null };
    await rows.updateOne({ id }, { set: { ...sealPerson(cipher, nobody, this.#place), former, erased: true } });
    return true;
  }

  /** A pseudonym that nobody here has. */
  async freshPseudonym(transaction: ClientSession): Promise<string> {
    const taken = await this.#open(await this.#rows.within(transaction).find({ erased: true }));
    const names = new Set(taken.map(({ displayName }) => displayName));
    for (let tries = 0; ; tries += 1) {
      const name = `Former colleague ${randomBytes(tries < 20 ? 2 : 4).toString('hex')}`;
      if (!names.has(name)) return name;
    }
  }

  /** The names that have been erased, as what they can be found by in texts. */
  async erasedNames(transaction?: ClientSession): Promise<ErasedNames> {
    const rows = transaction ? this.#rows.within(transaction) : this.#rows;
    const erased = await rows.find({ erased: true });
    const people = await this.#open(erased);
    const names = erased.flatMap(({ former }, place) =>
      former ? [{ ...former, pseudonym: people[place]?.displayName ?? '' }] : [],
    );
    const cipher = names.length > 0 ? await this.#cipher() : null;
    return new ErasedNames(names, (words) => (cipher ? this.#print(cipher, words) : ''));
  }

  #print(cipher: TenantCipher, words: readonly string[]): string {
    return cipher.fingerprint(words.join(' '), { ...this.#place, field: 'erased name' });
  }
}

/** What has just been read is known not to be out of date for as long as Atlassian's cycle is. */
const cycleMs = 7 * 86_400_000;
/** People who came within the same hours are reported together. */
const togetherMs = 6 * 3_600_000;

const firstReport = (now: Date): Date => new Date(Math.ceil((now.getTime() + cycleMs) / togetherMs) * togetherMs);

type Open = (rows: readonly Stored<PersonRow>[]) => Promise<Person[]>;

/** A failure is not kept: whoever asks after it asks again. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = null;
      throw error;
    });
    return asked;
  };
}

function opener(askCipher: () => Promise<TenantCipher>, place: PersonPlace): Open {
  return async (rows) => {
    if (rows.length === 0) return [];
    const cipher = await askCipher();
    return rows.map((row) => openPerson(cipher, row, place));
  };
}
