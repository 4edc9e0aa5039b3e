import { randomUUID } from 'node:crypto';
import { type Connection, createConnection, Types } from 'mongoose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AuditLog } from '../../server/store/audit/audit-log.ts';
import { type AuditParts, AuditTrail } from '../../server/store/audit/audit-trail.ts';
import { verifyTrail } from '../../server/store/audit/verify-trail.ts';
import { openCollections } from '../../server/store/models/collections.ts';
import { databaseIn } from '../support/database-in.ts';

let connection: Connection;
let parts: AuditParts;
beforeAll(async () => {
  connection = await createConnection(databaseIn(inject('mongodbUri'), `trail-${randomUUID()}`)).asPromise();
  const collections = openCollections(connection);
  await Promise.all([collections.auditEvents.createIndexes(), collections.auditHeads.createIndexes()]);
  parts = {
    collections,
    transaction: (work) => connection.transaction(work, { writeConcern: { w: 'majority' } }),
    now: () => new Date(),
  };
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

const rows = (name: 'audit_events' | 'audit_heads') => {
  const database = connection.db;
  if (!database) throw new Error('not connected');
  return database.collection(name);
};

/** A log of five entries of somebody new. */
async function fiveEntries(): Promise<Types.ObjectId> {
  const owner = new Types.ObjectId();
  const trail = new AuditTrail(parts, owner, { address: '192.0.2.1', tokenName: null });
  for (const team of ['a', 'b', 'c', 'd', 'e']) await trail.append('TEAM_SAVED', team);
  return owner;
}

const numbersOf = async (owner: Types.ObjectId) =>
  (await new AuditLog(parts.collections, owner).before(null, 100)).map(({ number }) => number);

describe('A log', () => {
  it('numbers its entries from 1, each with the hash of the one before, and holds.', async () => {
    const owner = await fiveEntries();
    expect(await numbersOf(owner)).toEqual([5, 4, 3, 2, 1]);
    const stored = await rows('audit_events').find({ owner }).sort({ number: 1 }).toArray();
    expect(stored.map(({ previousHash }) => previousHash)).toEqual([
      '0'.repeat(64),
      ...stored.slice(0, -1).map(({ hash }) => hash),
    ]);
    expect(await verifyTrail(parts, owner)).toEqual({ holds: true, entries: 5 });
  });

  it('of nobody holds too.', async () => {
    expect(await verifyTrail(parts, new Types.ObjectId())).toEqual({ holds: true, entries: 0 });
  });

  it('says where something came from: the address, and the token that did it.', async () => {
    const owner = new Types.ObjectId();
    await new AuditTrail(parts, owner).append('PERSON_ERASED', '712020:abc');
    await new AuditTrail(parts, owner, { address: '::1', tokenName: 'CI' }).append('SETTINGS_CHANGED', 'locale');
    await new AuditTrail(parts, owner, { address: '::1', tokenName: 'CI' }).append('STAGES_CHANGED');
    expect(await new AuditLog(parts.collections, owner).before(null, 3)).toMatchObject([
      { action: 'STAGES_CHANGED', detail: 'by token "CI"', ip: '::1' },
      { action: 'SETTINGS_CHANGED', detail: 'locale, by token "CI"', ip: '::1' },
      { action: 'PERSON_ERASED', detail: '712020:abc', ip: null },
    ]);
  });

  it('keeps its chain when many write at once, the first entry included.', async () => {
    const owner = new Types.ObjectId();
    const trail = new AuditTrail(parts, owner);
    await Promise.all(Array.from({ length: 20 }, (_, n) => trail.append('TEAM_SAVED', String(n))));
    expect(await numbersOf(owner)).toEqual(Array.from({ length: 20 }, (_, n) => 20 - n));
    expect(await verifyTrail(parts, owner)).toEqual({ holds: true, entries: 20 });
  });

  it('has no entry of a transaction that was given up, and no gap after it.', async () => {
    const owner = await fiveEntries();
    const trail = new AuditTrail(parts, owner);
    const givenUp = parts.transaction(async (transaction) => {
      await trail.within(transaction).append('PASSWORD_CHANGED');
      throw new Error('something else failed');
    });
    await expect(givenUp).rejects.toThrow('something else failed');
    await trail.append('SIGNED_OUT');
    expect(await numbersOf(owner)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(await verifyTrail(parts, owner)).toEqual({ holds: true, entries: 6 });
  });

  it('is one for each viewer: the entries of another neither show nor count.', async () => {
    const [alice, bob] = [await fiveEntries(), new Types.ObjectId()];
    await new AuditTrail(parts, bob).append('SIGNED_UP');
    expect(await numbersOf(bob)).toEqual([1]);
    const [ofAlice] = await new AuditLog(parts.collections, alice).before(null, 1);
    expect(await new AuditLog(parts.collections, bob).byId(ofAlice?.id ?? '')).toBeNull();
  });

  it('lets the oldest entry go when 10,000 follow it, and keeps the hash that the rest hangs on.', async () => {
    const owner = await fiveEntries();
    const [oldest] = await rows('audit_events').find({ owner, number: 1 }).toArray();
    // As if 9,995 had been let go before: numbers go on, and what is kept is few.
    await rows('audit_events').updateMany({ owner }, { $inc: { number: 9_996 } });
    await rows('audit_heads').updateOne({ owner }, { $inc: { number: 9_996 } });
    await rows('audit_events').insertOne({ ...oldest, _id: new Types.ObjectId(), number: 1 });
    await new AuditTrail(parts, owner).append('SIGNED_IN');
    const [head] = await rows('audit_heads').find({ owner }).toArray();
    expect(head).toMatchObject({ number: 10_002, letGoNumber: 1, letGoHash: oldest?.hash });
    expect(await rows('audit_events').countDocuments({ owner, number: 1 })).toBe(0);
  });

  it('still holds when its oldest entries have been let go, and not when one more is missing.', async () => {
    const owner = await fiveEntries();
    const second = await rows('audit_events').findOne({ owner, number: 2 });
    await rows('audit_events').deleteMany({ owner, number: { $lte: 2 } });
    expect(await verifyTrail(parts, owner)).toEqual({ holds: false, number: 1, fault: 'MISSING' });
    await rows('audit_heads').updateOne({ owner }, { $set: { letGoNumber: 2, letGoHash: second?.hash } });
    expect(await verifyTrail(parts, owner)).toEqual({ holds: true, entries: 3 });
    await rows('audit_events').deleteOne({ owner, number: 3 });
    expect(await verifyTrail(parts, owner)).toEqual({ holds: false, number: 3, fault: 'MISSING' });
  });
});

describe('A log whose end was lost in the database', () => {
  it.each([
    ['gone', (owner: Types.ObjectId) => rows('audit_heads').deleteMany({ owner })],
    [
      'set back',
      async (owner: Types.ObjectId) => {
        const second = await rows('audit_events').findOne({ owner, number: 2 });
        await rows('audit_heads').updateOne({ owner }, { $set: { number: 2, hash: second?.hash } });
      },
    ],
  ])('(%s) goes on, so that nobody is locked out, and does not hold from there.', async (_how, lose) => {
    const owner = await fiveEntries();
    await lose(owner);
    await new AuditTrail(parts, owner).append('SIGNED_IN');
    expect((await numbersOf(owner))[0]).toBe(6);
    expect(await verifyTrail(parts, owner)).toEqual({ holds: false, number: 6, fault: 'ALTERED' });
  });
});

describe('Whoever changes a log in the database is found out, when', () => {
  const set = (owner: Types.ObjectId, number: number, fields: object) =>
    rows('audit_events').updateOne({ owner, number }, { $set: fields });

  it.each([
    ['an action is changed', 3, 'ALTERED', (owner) => set(owner, 3, { action: 'SIGNED_IN' })],
    ['a detail is changed', 1, 'ALTERED', (owner) => set(owner, 1, { detail: 'z' })],
    ['a time is changed', 2, 'ALTERED', (owner) => set(owner, 2, { at: new Date(0) })],
    ['an address is changed', 5, 'ALTERED', (owner) => set(owner, 5, { ip: null })],
    [
      'an entry in the middle is removed',
      3,
      'MISSING',
      (owner) => rows('audit_events').deleteOne({ owner, number: 3 }),
    ],
    ['the first one is removed', 1, 'MISSING', (owner) => rows('audit_events').deleteOne({ owner, number: 1 })],
    ['the last one is removed', 5, 'MISSING', (owner) => rows('audit_events').deleteOne({ owner, number: 5 })],
    ['all are removed', 1, 'MISSING', (owner) => rows('audit_events').deleteMany({ owner })],
    ['what was written last is forgotten', 1, 'ALTERED', (owner) => rows('audit_heads').deleteMany({ owner })],
    [
      'two are swapped',
      2,
      'ALTERED',
      async (owner) => {
        await set(owner, 2, { number: 0 });
        await set(owner, 4, { number: 2 });
        await set(owner, 0, { number: 4 });
      },
    ],
    [
      'the rest of the chain is reckoned anew after a change, without the end',
      5,
      'ALTERED',
      async (owner) => {
        const { entryHash } = await import('../../server/store/audit/entry-hash.ts');
        const last = await rows('audit_events').findOne({ owner, number: 5 });
        const entry = { number: 5, at: last?.at, action: 'SIGNED_IN' as const, detail: null, ip: null };
        const hash = entryHash(owner.toHexString(), entry, last?.previousHash);
        await set(owner, 5, { ...entry, hash });
      },
    ],
  ] satisfies [string, number, string, (owner: Types.ObjectId) => Promise<unknown>][])(
    '%s.',
    async (_what, number, fault, change) => {
      const owner = await fiveEntries();
      await change(owner);
      expect(await verifyTrail(parts, owner)).toEqual({ holds: false, number, fault });
    },
  );

  it('an entry of another log is put in.', async () => {
    const [alice, bob] = [await fiveEntries(), await fiveEntries()];
    const ofBob = await rows('audit_events').findOne({ owner: bob, number: 3 });
    if (!ofBob) throw new Error('an entry is missing');
    const { action, at, detail, ip, previousHash, hash } = ofBob;
    await set(alice, 3, { action, at, detail, ip, previousHash, hash });
    expect(await verifyTrail(parts, alice)).toEqual({ holds: false, number: 3, fault: 'ALTERED' });
  });
});
