import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleFlowTable } from '../../../server/analytics/flow-table/assemble-flow-table.ts';
import { flowRowOf } from '../../../server/analytics/flow-table/flow-row.ts';
import { writeFlow } from '../../../server/analytics/flow-table/write-flow.ts';
import { writeRows } from '../../../server/analytics/flow-table/write-rows.ts';
import { buildIssue } from '../../support/build-issue.ts';
import { randomWorld } from '../../support/random-world.ts';
import { readRows } from './read-rows.ts';

const seeds = fc.integer({ min: 0, max: 1e9 });
const rowsOf = (seed: number, count = 30) =>
  randomWorld(seed, count, 0.2).biographies.map(({ issue, history }) => flowRowOf(issue, history));

describe('a chunk of the flow table', () => {
  it('gives back the rows it was written from.', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const rows = rowsOf(seed);
        expect(readRows(writeRows(null, rows))).toEqual(rows);
      }),
    );
  });

  it('is the same whether rows were written at once or one after the other, over older ones.', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const rows = rowsOf(seed);
        let chunk = writeRows(
          null,
          rows.map((row) => ({ ...row, type: 'Older', assignee: 'gone' })),
        );
        for (const row of rows) chunk = writeRows(chunk, [row]);
        expect(chunk).toEqual(writeRows(null, rows));
        expect(chunk.strings).not.toContain('gone');
      }),
    );
  });

  it('keeps of all acts the work that was logged: whose, from when, and how long.', () => {
    const at = (second: number) => new Date(1_700_000_000_000 + second * 1000);
    const issue = buildIssue({
      acts: [
        { kind: 'WORKLOG', at: at(0), authorId: 'ann', seconds: 5_400 },
        { kind: 'COMMENT', at: at(60), authorId: 'bo', seconds: 0 },
        { kind: 'WORKLOG', at: at(120), authorId: null, seconds: 60 },
        { kind: 'WORKLOG', at: at(180), authorId: 'bo', seconds: 0 },
      ],
    });
    const [row] = readRows(writeFlow(null, [{ issue, history: [] }]));
    expect(row?.worklogs).toEqual([
      { author: 'ann', at: 1_700_000_000, seconds: 5_400 },
      { author: '', at: 1_700_000_120, seconds: 60 },
    ]);
  });

  it('keeps nothing of removed issues.', () => {
    const rows = rowsOf(1).map((row, index) => ({ ...row, labels: [`only ${index}`] }));
    const chunk = writeRows(writeRows(null, rows), [], [rows[3]?.id ?? '', 'unknown']);
    expect(chunk.ids).toEqual(rows.filter((_, index) => index !== 3).map(({ id }) => id));
    expect(chunk.strings).not.toContain('only 3');
    expect(chunk).toEqual(
      writeRows(
        null,
        rows.filter((_, index) => index !== 3),
      ),
    );
  });

  it('has room for no issues at all.', () => {
    expect(readRows(writeRows(null, []))).toEqual([]);
    expect(assembleFlowTable([]).rowCount).toBe(0);
    expect(assembleFlowTable([writeRows(null, [])]).rowCount).toBe(0);
  });
});

describe('assembleFlowTable', () => {
  it('holds the rows of all chunks in order, as if they were one.', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 12 }), (seed, size) => {
        const rows = rowsOf(seed);
        const chunks = Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
          writeRows(null, rows.slice(index * size, (index + 1) * size)),
        );
        expect(readRows(assembleFlowTable(chunks))).toEqual(rows);
      }),
    );
  });

  it('finds rows by id and by key of either case, and parents by row.', () => {
    const { biographies } = randomWorld(5, 40, 0);
    const table = assembleFlowTable([
      writeFlow(null, biographies.slice(0, 25)),
      writeFlow(null, biographies.slice(25)),
    ]);
    biographies.forEach(({ issue }, row) => {
      expect(table.rowOfId(issue.id)).toBe(row);
      expect(table.rowOfKey(issue.key.toLowerCase())).toBe(row);
      expect(table.parentRows()[row]).toBe(issue.parentId === null ? -1 : Number(issue.parentId) - 10_000);
    });
    expect([table.rowOfId('nobody'), table.rowOfKey('NO-1'), table.placeOf('nothing')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
