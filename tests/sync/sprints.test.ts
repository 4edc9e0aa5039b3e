import { Types } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { assembleFlowTable } from '../../server/analytics/flow-table/assemble-flow-table.ts';
import { viewFlow } from '../../server/analytics/flow-view/view-flow.ts';
import { blockedReason } from '../../server/analytics/recommendations/rules/blocked-reason.ts';
import { sprintMemberships } from '../../server/domain/sprint-membership.ts';
import type { Stage } from '../../server/domain/stage.ts';
import type { FlowChunkRow, HistoryRow, IssueRow } from '../../server/store/models/rows.ts';
import { readColumns } from '../../server/store/owned/flow-chunk-columns.ts';
import { readRows } from '../analytics/flow-table/read-rows.ts';
import { smallSite } from '../sandbox/small-site.ts';
import { askAdvice, toldEvidence } from '../support/advice.ts';
import type { DrivenSync } from '../support/driven-sync.ts';
import { type Drive, openDrive } from '../support/open-drive.ts';
import { workedWorld } from '../support/worked-world.ts';

const now = Date.UTC(2026, 3, 20, 12);
const hour = 3_600_000;
const seconds = (ms: number): number => Math.floor(ms / 1000);
/** One that has begun five days ago, and one that will in two hours. */
const starts = { 76: now - 120 * hour, 79: now + 2 * hour };

let sandbox: Sandbox;
let drive: Drive;
let sync: DrivenSync;
beforeAll(async () => {
  const sprint = (id: 76 | 79) => {
    const [startDate, endDate] = [starts[id], starts[id] + 336 * hour].map((at) => new Date(at).toISOString());
    return { id, name: `Sprint ${id}`, originBoardId: 1, startDate, endDate };
  };
  const boards = [{ id: 1, name: 'AAA', type: 'scrum', location: { projectId: 10_000 } }];
  const fields = [
    { id: 'customfield_10020', name: 'Sprint', schema: { custom: 'com.pyxis.greenhopper.jira:gh-sprint' } },
    { id: 'customfield_10021', name: 'Flagged', custom: true },
  ];
  const small = smallSite();
  const unplanned = { customfield_10020: null, customfield_10021: null };
  const issues = small.issues.map((issue) => ({ ...issue, fields: { ...issue.fields, ...unplanned } }));
  const site = { ...small, issues, boards, sprints: [sprint(76), sprint(79)], fields } as typeof small;
  sandbox = await startSandbox({ port: 0, clock: () => now, sites: [site] });
  drive = await openDrive();
  sync = await drive.connect(sandbox, 'Small', 'alice');
});
afterAll(async () => {
  await drive.close();
  await sandbox.close();
});

const stored = async <T>(name: string): Promise<T[]> =>
  (await drive
    .rows(name)
    .find({ connection: new Types.ObjectId(sync.connectionId) })
    .toArray()) as unknown as T[];
const inFlow = async () => {
  const rows = (await stored<FlowChunkRow>('flow_chunks')).flatMap(({ chunk }) => readRows(readColumns(chunk)));
  return new Map(rows.map((row) => [row.id, row]));
};

describe('sprints and the reasons of flags', () => {
  it('come into the flow table, and memberships into chunks of before they were kept once an issue of theirs changes.', async () => {
    const site = sandbox.world.site('Small');
    site.editIssue('10001', { sprints: [76] }, { by: 'bela' });
    site.editIssue('10002', { sprints: [76, 79] }, { by: 'bela' });
    site.editIssue('10003', { flagged: true, comment: 'No licence.' }, { by: 'ari' });
    sandbox.clock.advance(hour);
    site.editIssue('10002', { sprints: [79] }, { by: 'bela' });
    site.editIssue('10003', { flagged: false }, { by: 'bela' });
    await sync.run('FULL');
    const atFirst = await inFlow();
    const began = seconds(starts[76]);
    const membership = { startedAt: 0, completedAt: 0, from: seconds(now), to: 0 };
    expect(atFirst.get('10001')?.memberships).toEqual([{ ...membership, sprint: '76', startedAt: began }]);
    expect(atFirst.get('10002')?.memberships).toEqual([
      { ...membership, sprint: '76', to: seconds(now + hour) },
      { ...membership, sprint: '79' },
    ]);
    expect(atFirst.get('10003')?.flagReasons).toEqual([
      { reason: 'No licence.', from: seconds(now), to: seconds(now + hour) },
    ]);
    expect(atFirst.get('10004')).toMatchObject({ memberships: [], flagReasons: [] });

    const columns = ['membershipStart', 'membershipSprint', 'membershipFrom', 'membershipTo'];
    const more = [
      'sprintStartedAt',
      'sprintCompletedAt',
      'flagReasonStart',
      'flagReason',
      'flagReasonFrom',
      'flagReasonTo',
    ];
    await drive
      .rows('flow_chunks')
      .updateMany({}, { $unset: Object.fromEntries([...columns, ...more].map((name) => [`chunk.${name}`, ''])) });
    for (const row of (await inFlow()).values()) expect(row).toMatchObject({ memberships: [], flagReasons: [] });

    // The sprint has begun meanwhile, which is told by the one issue that is read again.
    sandbox.clock.advance(3 * hour);
    site.editIssue('10004', { sprints: [79] }, { by: 'bela' });
    await sync.run('INCREMENTAL');
    const later = await inFlow();
    expect(later.get('10001')?.memberships).toEqual([{ ...membership, sprint: '76' }]);
    expect(later.get('10002')?.memberships).toEqual(atFirst.get('10002')?.memberships);
    expect(later.get('10003')?.flagReasons).toEqual([]);
    expect(later.get('10004')?.memberships).toEqual([
      { ...membership, sprint: '79', from: seconds(now + 4 * hour), startedAt: seconds(starts[79]) },
    ]);

    await sync.run('FULL');
    const whole = await inFlow();
    expect(whole.get('10001')).toEqual(atFirst.get('10001'));
    expect(whole.get('10003')).toEqual(atFirst.get('10003'));
    const entries = new Map((await stored<HistoryRow>('histories')).map((row) => [row.issueId, row.entries]));
    for (const issue of await stored<IssueRow>('issues'))
      expect(whole.get(issue.id)?.memberships).toEqual(sprintMemberships(issue, entries.get(issue.id) ?? []));
  });

  it('are what advice rests on, of flags that are down again too.', async () => {
    const site = sandbox.world.site('Small');
    const flag = async (id: string, days: number, comment: string): Promise<void> => {
      site.editIssue(id, { flagged: true, comment }, { by: 'ari' });
      sandbox.clock.advance(days * 24 * hour);
      site.editIssue(id, { flagged: false }, { by: 'bela' });
    };
    site.editIssue('10001', { status: '2' }, { by: 'ari' });
    await flag('10001', 3, 'Waits for the vendor.');
    await flag('10002', 4, 'waits for the vendor.');
    await flag('10002', 2, 'Another thing.');
    await sync.run('INCREMENTAL');
    const chunks = (await stored<FlowChunkRow>('flow_chunks')).map(({ chunk }) => readColumns(chunk));
    const stage = (id: string, kind: Stage['kind']): Stage => ({ id, name: id, kind, statusIds: [id], wipLimit: null });
    const stages = [stage('1', 'BACKLOG'), stage('2', 'ACTIVE'), stage('3', 'DONE')];
    const world = workedWorld([], 0, { stages, statuses: [], asOf: seconds(sandbox.clock.now()) });
    const ofNothing = askAdvice(world, { days: 30 });
    const view = viewFlow(assembleFlowTable(chunks), world);
    const asked = { ...ofNothing, money: { ...ofNothing.money, view, rows: Uint32Array.from(view.table.ids.keys()) } };
    const [finding] = blockedReason.find(asked);
    expect(toldEvidence(asked, finding?.evidence ?? [])).toEqual([
      {
        text: 'Blocked time because of “Waits for the vendor”',
        value: '78 % (7.0 days of 9.0 days)',
        keys: ['AAA-2', 'AAA-1'],
      },
    ]);
  });
});
