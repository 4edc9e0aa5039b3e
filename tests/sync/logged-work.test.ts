import { Types } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import type { FlowChunk } from '../../server/domain/flow-chunk.ts';
import { loggedWork } from '../../server/domain/logged-work.ts';
import type { FlowChunkRow, IssueRow } from '../../server/store/models/rows.ts';
import { readColumns } from '../../server/store/owned/flow-chunk-columns.ts';
import { smallSite } from '../sandbox/small-site.ts';
import type { DrivenSync } from '../support/driven-sync.ts';
import { type Drive, openDrive } from '../support/open-drive.ts';

let sandbox: Sandbox;
let drive: Drive;
let sync: DrivenSync;
beforeAll(async () => {
  const clock = () => Date.UTC(2026, 3, 20, 12);
  sandbox = await startSandbox({ port: 0, clock, sites: [smallSite()] });
  drive = await openDrive();
  sync = await drive.connect(sandbox, 'Small', 'alice');
});
afterAll(async () => {
  await drive.close();
  await sandbox.close();
});

/** What the flow table says was logged, by issue: whose seconds. */
async function inFlow(): Promise<Record<string, string[]>> {
  const rows = await drive
    .rows('flow_chunks')
    .find({ connection: new Types.ObjectId(sync.connectionId) })
    .toArray();
  return Object.fromEntries((rows as unknown as FlowChunkRow[]).flatMap(({ chunk }) => logged(readColumns(chunk))));
}

const logged = (chunk: FlowChunk) =>
  chunk.ids.map((id, row) => {
    const places = Array.from(chunk.worklogSeconds.keys()).slice(chunk.worklogStart[row], chunk.worklogStart[row + 1]);
    return [id, places.map((at) => `${chunk.strings[chunk.worklogAuthor[at] ?? 0]} ${chunk.worklogSeconds[at]}`)];
  });

describe('logged work', () => {
  it('comes into the flow table, and into chunks that were written before it was kept once one issue of theirs changes.', async () => {
    const site = sandbox.world.site('Small');
    site.editIssue('10002', { worklogSeconds: 5_400 }, { by: 'bela' });
    site.editIssue('10002', { worklogSeconds: 600 }, { by: 'ari' });
    site.editIssue('10003', { worklogSeconds: 60 }, { by: 'ari' });
    await sync.run('FULL');
    const atFirst = { '10001': [], '10002': ['bela 5400', 'ari 600'], '10003': ['ari 60'], '10004': [] };
    expect(await inFlow()).toEqual(atFirst);
    const columns = ['Start', 'Author', 'At', 'Seconds'].map((name) => [`chunk.worklog${name}`, '']);
    await drive.rows('flow_chunks').updateMany({}, { $unset: Object.fromEntries(columns) });
    expect(await inFlow()).toEqual({ '10001': [], '10002': [], '10003': [], '10004': [] });
    sandbox.clock.advance(3_600_000);
    site.editIssue('10004', { worklogSeconds: 1_800 }, { by: 'bela' });
    await sync.run('INCREMENTAL');
    expect(await inFlow()).toEqual({ ...atFirst, '10004': ['bela 1800'] });
    const issues = (await drive.rows('issues').find({}).toArray()) as unknown as IssueRow[];
    for (const { id, acts } of issues)
      expect((await inFlow())[id]).toEqual(loggedWork(acts).map(({ author, seconds }) => `${author} ${seconds}`));
  });
});
