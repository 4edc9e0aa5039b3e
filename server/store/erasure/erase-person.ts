import type { ClientSession, Types } from 'mongoose';
import type { DataRequestStep } from '../../domain/data-request.ts';
import type { ConnectionRow } from '../models/rows.ts';
import { type ConnectionCollections, collectionsOfConnection, collectionsOfOwner } from '../owned/bound-collections.ts';
import type { Change, Stored } from '../owned/owned-collection.ts';
import { People } from '../repository/people.ts';
import type { StoreParts } from '../store-parts.ts';
import type { ConnectionLease } from '../work/connection-lease.ts';
import { chunkWithout } from './erased-chunk.ts';
import type { ErasedNames } from './erased-names.ts';
import { changeOf, rowsNaming, rowsOf, type TextStore, textStores } from './erased-texts.ts';
import { withdrawExports } from './withdraw-exports.ts';

/** Where somebody is erased: a connection that is leased, as it was last read. */
export interface ErasureGround {
  readonly parts: StoreParts;
  readonly owner: Types.ObjectId;
  readonly lease: ConnectionLease;
  readonly row: Stored<ConnectionRow>;
}

export interface Erasure {
  readonly steps: readonly DataRequestStep[];
  /** The connection as the last step left it. */
  readonly row: Stored<ConnectionRow>;
}

const chunksAtOnce = 20;
/** Answers are kept by these versions. */
const asChanged = { increase: { settingsVersion: 1, catalogVersion: 1 } } as const;

/**
 * Puts a pseudonym in place of a person's name in every store of a connection, and a fresh one of "Former colleague" where
 * none is given. The account id stays, so that figures do. Each step is whole or not done; done again, it finds what is
 * left. Throws LeaseLost.
 */
export async function erasePerson(
  ground: ErasureGround,
  personId: string,
  pseudonym: string | null,
  told: (steps: readonly DataRequestStep[]) => Promise<void> = async () => undefined,
): Promise<Erasure> {
  const { parts, owner } = ground;
  const rows = collectionsOfConnection(parts.collections, owner, ground.row._id);
  const place = { owner: owner.toHexString(), connection: ground.row._id.toHexString() };
  const people = new People(rows.people, () => parts.cipherOf(owner), place);
  let row = ground.row;
  const write: Write = async (work, change) => {
    const written = await ground.lease.write(work, change);
    row = written.row;
    return written.result;
  };
  const stores = textStores.filter((store) => rowsOf(rows, store));
  const names = ['people', ...stores.map(({ store }) => store), 'flow', 'teams and stages', 'exports'];
  const steps: DataRequestStep[] = names.map((store) => ({ store, rows: 0, done: false }));
  const step = async (store: string, work: () => Promise<number>): Promise<void> => {
    const count = await work();
    steps[names.indexOf(store)] = { store, rows: count, done: true };
    await told(steps);
  };

  // First, and with the connection touched: whatever is written from now on knows the name to leave out.
  await step('people', () =>
    write(async (txn) => {
      const erased = await people.erase(personId, pseudonym ?? (await people.freshPseudonym(txn)), txn);
      return erased ? 1 : 0;
    }, asChanged),
  );
  const erased = await people.erasedNames();
  for (const store of stores) await step(store.store, () => eraseTexts(rows, store, erased, write, ground.lease));
  await step('flow', () => eraseFlow(rows, erased, write, () => row.flowVersion + 1));
  await step('teams and stages', () => write((txn) => eraseNamed(parts, owner, row._id, erased, txn)));
  // Answers that were kept meanwhile may still hold the names of teams.
  await step('exports', () => write((txn) => withdrawExports(parts, owner, txn), asChanged));
  return { steps, row };
}

type Write = <T>(work: (transaction: ClientSession) => Promise<T>, change?: Change<ConnectionRow>) => Promise<T>;

async function eraseTexts(
  rows: ConnectionCollections,
  store: TextStore,
  names: ErasedNames,
  write: Write,
  lease: ConnectionLease,
): Promise<number> {
  const collection = rowsOf(rows, store);
  if (!collection) return 0;
  let count = 0;
  for await (const ids of rowsNaming(collection, store, names)) {
    await lease.extend();
    if (ids.length === 0) continue;
    await write(async (txn) => {
      const inside = collection.within(txn);
      const changes = (await inside.find({ _id: { $in: ids } } as never)).map((row) => ({
        key: { _id: row._id } as never,
        change: { set: changeOf(store, row, names) ?? {} },
      }));
      await inside.upsertMany(changes.filter(({ change }) => Object.keys(change.set).length > 0));
    });
    count += ids.length;
  }
  return count;
}

async function eraseFlow(
  rows: ConnectionCollections,
  names: ErasedNames,
  write: Write,
  nextVersion: () => number,
): Promise<number> {
  let count = 0;
  for (let last = -1; ; ) {
    const page = await rows.flowChunks.find(
      { number: { $gt: last } },
      { sort: { number: 1 }, limit: chunksAtOnce, select: ['number', 'chunk'] },
    );
    const changed = page
      .map(({ number, chunk }) => ({ number, chunk, after: chunkWithout(chunk, names) }))
      .filter(({ chunk, after }) => after !== chunk);
    const version = nextVersion();
    if (changed.length > 0)
      await write(
        (txn) =>
          rows.flowChunks
            .within(txn)
            .upsertMany(
              changed.map(({ number, after }) => ({ key: { number }, change: { set: { version, chunk: after } } })),
            ),
        { set: { flowVersion: version } },
      );
    count += changed.length;
    const end = page.at(-1);
    if (!end || page.length < chunksAtOnce) return count;
    last = end.number;
  }
}

async function eraseNamed(
  parts: StoreParts,
  owner: Types.ObjectId,
  _id: Types.ObjectId,
  names: ErasedNames,
  txn: ClientSession,
): Promise<number> {
  const { connections } = collectionsOfOwner(parts.collections, owner, txn);
  const row = await connections.findOne({ _id }, { select: ['teams', 'stages'] });
  if (!row) return 0;
  const teams = row.teams.map((team) => ({ ...team, name: names.without(team.name) }));
  const stages = row.stages.map((stage) => ({ ...stage, name: names.without(stage.name) }));
  const changed = [
    ...teams.filter(({ name }, place) => name !== row.teams[place]?.name),
    ...stages.filter(({ name }, place) => name !== row.stages[place]?.name),
  ].length;
  if (changed > 0) await connections.updateOne({ _id }, { set: { teams, stages } });
  return changed;
}
