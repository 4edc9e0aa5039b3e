// Needs zstd and the folder of real payloads (QS_SHARED or ../shared); without them its tests are reported as skipped.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { issueJson, signal, sourceOn } from './fake-jira.ts';

interface RealIssue {
  readonly id: string;
  readonly fields: object;
  readonly changelog?: { readonly histories: readonly object[] };
}

const sharedFolder = process.env.QS_SHARED ?? resolve(import.meta.dirname, '../../../shared');
const file = (name: string) => resolve(sharedFolder, 'data', name);
const avro = file('avro-status-history.jsonl.zst');
const daemon = file('tidev-DAEMON.jsonl.zst');

function linesOf(path: string): RealIssue[] {
  const unpacked = spawnSync('zstd', ['-dc', path], { maxBuffer: 1 << 30, encoding: 'utf8' });
  if (unpacked.status !== 0) throw new Error(`zstd: ${unpacked.stderr}`);
  return unpacked.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RealIssue);
}

/** A site that serves these issues a hundred a page, and their histories newest first as the file has them. */
function siteOf(issues: readonly RealIssue[], fields: readonly object[] = []) {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  return sourceOn(({ path, body }) => {
    if (path === 'field') return fields;
    const { nextPageToken = '0', issueIdsOrKeys = [] } = body as { nextPageToken?: string; issueIdsOrKeys?: string[] };
    if (path === 'changelog/bulkfetch')
      return {
        issueChangeLogs: issueIdsOrKeys.map((id) => ({
          issueId: id,
          changeHistories: byId.get(id)?.changelog?.histories ?? [],
        })),
      };
    const at = Number(nextPageToken);
    const next = at + 100 < issues.length ? { nextPageToken: String(at + 100) } : {};
    return { issues: issues.slice(at, at + 100).map(({ changelog, ...issue }) => issue), ...next };
  });
}

async function readAll({ source }: ReturnType<typeof sourceOn>) {
  const all = { issues: 0, flagged: 0, comments: 0, rejected: 0, entries: 0, statusChanges: 0, unordered: 0 };
  let token: string | null = null;
  do {
    const page = await source.page(new Date(0), token, signal);
    const histories = await source.histories(
      page.issues.map(({ id }) => id),
      signal,
    );
    all.issues += page.issues.length;
    all.rejected += page.rejected.length;
    for (const issue of page.issues) {
      if (issue.flagged) all.flagged += 1;
      all.comments += issue.acts.length;
    }
    for (const entries of histories.values()) {
      all.entries += entries.length;
      all.statusChanges += entries
        .flatMap(({ items }) => items)
        .filter(({ field, from, to }) => field === 'status' && from && to).length;
      all.unordered += entries.filter((entry, index) => entry.at < (entries[index - 1]?.at ?? entry.at)).length;
    }
    token = page.nextPageToken;
  } while (token !== null);
  return all;
}

describe('real payloads', () => {
  it.runIf(existsSync(avro))('of AVRO all become issues with every status change.', async () => {
    // 2,166 issues and 4,094 status changes: DATA.md.
    expect(await readAll(siteOf(linesOf(avro)))).toMatchObject({
      issues: 2_166,
      rejected: 0,
      statusChanges: 4_094,
      unordered: 0,
    });
  });

  it.runIf(existsSync(daemon))('of a board become issues with flags and comments.', async () => {
    const issues = linesOf(daemon);
    // Counted in the file itself.
    const comments = issues.flatMap(
      (issue) => (issue.fields as { comment?: { comments?: object[] } }).comment?.comments ?? [],
    );
    const found = await readAll(siteOf(issues, [{ id: 'flagged', name: 'Flagged' }]));
    expect(found).toMatchObject({ issues: 317, rejected: 0, comments: comments.length });
    expect(comments.length).toBeGreaterThan(100);
  });

  it('are stood in for by an issue of our own where they are absent.', async () => {
    expect(await readAll(siteOf([issueJson(1)]))).toMatchObject({ issues: 1, rejected: 0 });
  });
});
