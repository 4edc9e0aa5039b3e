import { randomUUID } from 'node:crypto';
import { type Connection, createConnection, Types } from 'mongoose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Collections, openCollections } from '../../server/store/models/collections.ts';
import { OwnerMissing } from '../../server/store/owned/owner-plugin.ts';
import { databaseIn } from '../support/database-in.ts';

const owner = new Types.ObjectId();
const connection = new Types.ObjectId();
let database: Connection;
let collections: Collections;

beforeAll(async () => {
  database = await createConnection(databaseIn(inject('mongodbUri'), `owner-plugin-${randomUUID()}`)).asPromise();
  collections = openCollections(database);
});
afterAll(async () => {
  await database.dropDatabase();
  await database.close();
});

/** Statements as they would be written by mistake: the casts are what the types forbid. */
const sentences: Record<string, (model: Collections['statuses']) => PromiseLike<unknown>> = {
  countDocuments: (model) => model.countDocuments({}),
  deleteMany: (model) => model.deleteMany({}),
  deleteOne: (model) => model.deleteOne({ id: '1' }),
  distinct: (model) => model.distinct('id'),
  exists: (model) => model.exists({ id: '1' }),
  find: (model) => model.find({}),
  findById: (model) => model.findById(owner),
  findOne: (model) => model.findOne({ id: '1' }),
  findOneAndDelete: (model) => model.findOneAndDelete({ id: '1' }),
  findOneAndReplace: (model) => model.findOneAndReplace({ id: '1' }, { id: '2' }),
  findOneAndUpdate: (model) => model.findOneAndUpdate({ id: '1' }, { $set: { name: 'x' } }),
  replaceOne: (model) => model.replaceOne({ id: '1' }, { id: '2' }),
  updateMany: (model) => model.updateMany({}, { $set: { name: 'x' } }),
  updateOne: (model) => model.updateOne({ id: '1' }, { $set: { name: 'x' } }),
  'find with the owner inside $or': (model) => model.find({ $or: [{ owner }] } as object),
  'find with an owner that is an operator': (model) => model.find({ owner: { $ne: null }, connection } as object),
  'find with the owner but no connection': (model) => model.find({ owner } as object),
  aggregate: (model) => model.aggregate([{ $group: { _id: '$owner' } }]),
  'aggregate that matches the owner too late': (model) =>
    model.aggregate([{ $sort: { id: 1 } }, { $match: { owner, connection } }]),
  'aggregate with $lookup': (model) =>
    model.aggregate([
      { $match: { owner, connection } },
      { $lookup: { from: 'people', localField: 'id', foreignField: 'id', as: 'people' } },
    ]),
  'aggregate with $unionWith inside $facet': (model) =>
    model.aggregate([{ $match: { owner, connection } }, { $facet: { all: [{ $unionWith: 'people' } as never] } }]),
  insertMany: (model) => model.insertMany([{ id: '1', name: 'x', category: 'DONE', deleted: false }]),
  create: (model) => model.create({ id: '1', name: 'x', category: 'DONE', deleted: false }),
  'bulkWrite updateOne': (model) =>
    model.bulkWrite([{ updateOne: { filter: { id: '1' }, update: { $set: { name: 'x' } } } }]),
  'bulkWrite deleteMany': (model) => model.bulkWrite([{ deleteMany: { filter: {} } }]),
  'bulkWrite insertOne': (model) => model.bulkWrite([{ insertOne: { document: { id: '1' } as never } }]),
  'bulkWrite replaceOne': (model) =>
    model.bulkWrite([{ replaceOne: { filter: { owner, connection } as object, replacement: { id: '1' } as never } }]),
  'bulkWrite in which only the second lacks it': (model) =>
    model.bulkWrite([
      { deleteOne: { filter: { owner, connection, id: '1' } as object } },
      { deleteOne: { filter: { id: '1' } } },
    ]),
  'an update that changes the owner': (model) =>
    model.updateOne({ owner, connection } as object, { $set: { owner: new Types.ObjectId() } } as object),
  'an update pipeline that changes the connection': (model) =>
    model.updateOne({ owner, connection } as object, [{ $set: { connection: null } }], { updatePipeline: true }),
  watch: async (model) => model.watch(),
  bulkSave: async (model) => model.bulkSave([]),
  estimatedDocumentCount: async (model) => model.estimatedDocumentCount(),
};

describe('The owner plugin', () => {
  for (const [name, sentence] of Object.entries(sentences)) {
    it(`refuses ${name} without an owner, before MongoDB sees it.`, async () => {
      await expect((async () => sentence(collections.statuses))()).rejects.toThrow(OwnerMissing);
    });
  }

  it('lets through what names owner and connection.', async () => {
    const mine = { owner, connection } as object;
    await collections.statuses.bulkWrite([
      { updateOne: { filter: { ...mine, id: '1' }, update: { $set: { name: 'Open' } }, upsert: true } },
    ]);
    expect(await collections.statuses.find(mine).lean()).toMatchObject([{ id: '1', name: 'Open', owner, connection }]);
    expect(await collections.statuses.aggregate([{ $match: mine }, { $count: 'n' }])).toEqual([{ n: 1 }]);
  });

  it('guards every collection but accounts and the queues of what is due.', () => {
    const unguarded = Object.entries(collections)
      .filter(([, model]) => !model.schema.path('owner')?.isRequired)
      .map(([name]) => name);
    expect(unguarded).toEqual(['accounts', 'dueConnections', 'dueRequests']);
  });
});
