import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { scratchFolder } from './scratch-folder.ts';
import { startedMongod } from './started-mongod.ts';

vi.setConfig({ testTimeout: 120_000 });

async function client(uri: string): Promise<MongoClient> {
  const connected = await MongoClient.connect(uri);
  onTestFinished(() => connected.close());
  return connected;
}

describe('the embedded MongoDB', () => {
  it('keeps its data over a restart, on whatever port it gets.', async () => {
    const folder = scratchFolder();
    const first = await startedMongod(folder);
    const before = await client(first.uri);
    await before.db().collection('kept').insertOne({ word: 'sprout' });
    await before.close();
    await first.close();

    const second = await startedMongod(folder);
    expect(new URL(second.uri).port).not.toBe(new URL(first.uri).port);
    const after = await client(second.uri);
    expect(
      await after
        .db()
        .collection('kept')
        .findOne({}, { projection: { _id: 0 } }),
    ).toEqual({ word: 'sprout' });
  });

  it('is a replica set: what a transaction wrote is gone when it is given up, and there when it is kept.', async () => {
    const mongod = await startedMongod(scratchFolder());
    const connected = await client(mongod.uri);
    const rows = connected.db().collection('rows');
    const session = connected.startSession();
    session.startTransaction();
    await rows.insertOne({ word: 'given up' }, { session });
    await session.abortTransaction();
    await session.withTransaction(() => rows.insertOne({ word: 'kept' }, { session }));
    await session.endSession();
    expect(await rows.distinct('word')).toEqual(['kept']);
  });

  it('is bound to this machine, and in what it takes of its memory.', async () => {
    const mongod = await startedMongod(scratchFolder());
    const { parsed } = await (await client(mongod.uri)).db('admin').command({ getCmdLineOpts: 1 });
    expect(parsed.net.bindIp).toBe('127.0.0.1');
    expect(parsed.storage.wiredTiger.engineConfig.cacheSizeGB).toBe(0.5);
  });

  it('leaves a log that ends with a clean shutdown.', async () => {
    const folder = scratchFolder();
    const mongod = await startedMongod(folder);
    await mongod.close();
    expect(readFileSync(join(folder, 'mongod.log'), 'utf8')).toContain('"Shutting down","attr":{"exitCode":0}');
  });
});
