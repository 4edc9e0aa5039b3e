import { expect, it } from 'vitest';
import { bannedSentences } from './banned-sentences.ts';
import { sourceFiles } from './source-files.ts';

it('Nothing in the server goes past the owner of what it reads or writes.', () => {
  const server = sourceFiles().filter(({ path }) => path.startsWith('server/'));
  expect(server.flatMap(bannedSentences)).toEqual([]);
});

it.each([
  ['issueModel.collection.find({})', '.collection'],
  ["connection.collection('issues')", '.collection'],
  ["issueModel['collection']", '.collection'],
  ['issueModel?.collection?.find()', '.collection'],
  ['const { collection } = issueModel', '.collection'],
  ['issueModel.watch([])', '.watch'],
  ['issueModel.bulkSave(rows)', '.bulkSave'],
  ['issueModel.estimatedDocumentCount()', '.estimatedDocumentCount'],
  ['connection.getClient()', '.getClient'],
  ['collections.auditEvents.updateMany({}, {})', '.auditEvents'],
  ['const { auditHeads } = collections', '.auditHeads'],
  ["issueModel.aggregate([{ $lookup: { from: 'issues' } }])", '$lookup'],
  ["const stage = { '$graphLookup': {} }", '$graphLookup'],
  ["const stage = { ['$unionWith']: 'issues' }", '$unionWith'],
  ["const name = '$out'", '$out'],
  ['const name = `$merge`', '$merge'],
])('A planted one is found: %s.', (text, word) => {
  expect(bannedSentences({ path: 'server/store/a.ts', text })).toEqual([`server/store/a.ts: ${word}`]);
});

it('A comment, and a collection of another kind, are none.', () => {
  const text = '/** never $lookup, never model.collection */\nconst collection = 1;\nexport const a = { collection };';
  expect(bannedSentences({ path: 'server/store/a.ts', text })).toEqual([]);
});
