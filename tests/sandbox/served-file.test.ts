/** The test of the AVRO file needs the shared folder; it is reported as skipped without it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { validateResponse } from '../support/openapi.ts';
import { type AnyJson, ask, letIn } from './authorized.ts';
import { smallSite } from './small-site.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const avro = join(process.env.QS_SHARED ?? join(root, '../shared'), 'data/avro-status-history.jsonl.zst');
const folder = mkdtempSync(join(tmpdir(), 'served-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('A served file', () => {
  it('shows its sites to all three accounts, with what it leaves out inferred from the issues.', async () => {
    const { statuses: _, users: __, ...bare } = smallSite();
    const sandbox = await startSandbox({ port: 0, dataFile: file('small.json', { sites: [bare] }) });
    for (const account of ['alice', 'bob', 'carla']) {
      const tokens = await letIn(sandbox, account);
      const path = '/rest/api/3/project/search';
      const { body } = await ask(sandbox, tokens, 'small-site', path);
      expect(body.values.map((project: AnyJson) => project.key)).toEqual(['AAA', 'BBB']);
    }
    const tokens = await letIn(sandbox, 'bob');
    const statuses = await ask(sandbox, tokens, 'small-site', '/rest/api/3/status');
    expect(statuses.body.map((status: AnyJson) => status.id).sort()).toEqual(['1', '2', '3']);
    const people = await ask(sandbox, tokens, 'small-site', '/rest/api/3/users/search');
    expect(people.body.map((user: AnyJson) => user.displayName).sort()).toEqual(['Ari Alder', 'Bela Birch']);
    await sandbox.close();
  });

  it('is refused with one clear error when it is not what it should be.', async () => {
    const dateless = { ...smallSite(), issues: [{ id: '1', key: 'A-1', fields: {} }] };
    for (const [path, part] of [
      [file('dateless.json', { sites: [dateless] }), 'sites[0].issues[0].fields.created'],
      [file('no.json', '{"sites":'), 'JSON'],
      [join(folder, 'missing.json'), 'ENOENT'],
      [file('lines.jsonl', '{"id":"1"}\n'), 'key'],
    ] as const) {
      const message = await startSandbox({ port: 0, dataFile: path }).then(
        () => 'started',
        (error: Error) => `${error.name}: ${error.message}`,
      );
      expect(message).toContain(`SandboxFileError: SANDBOX_DATA: cannot serve ${path}`);
      expect(message).toContain(part);
    }
  });

  it.runIf(existsSync(avro))(
    'of genuine issues is served whole: 2,166 issues and 4,094 status changes (DATA.md).',
    async () => {
      const lines = execFileSync('zstd', ['-dc', avro], { maxBuffer: 100_000_000, encoding: 'utf8' });
      const sandbox = await startSandbox({ port: 0, dataFile: file('AVRO.jsonl', lines) });
      const tokens = await letIn(sandbox, 'carla');
      const siteId = sandbox.world.sites[0]?.id ?? '';
      const original = new Map<string, AnyJson>();
      for (const line of lines.trim().split('\n')) original.set(JSON.parse(line).id, JSON.parse(line));
      let nextPageToken: string | undefined;
      let [issues, changes] = [0, 0];
      do {
        const token = nextPageToken === undefined ? {} : { nextPageToken };
        const query = {
          jql: 'project = AVRO ORDER BY updated',
          maxResults: 500,
          fields: ['summary', 'status', 'created'],
          ...token,
        };
        const page = (await ask(sandbox, tokens, siteId, '/rest/api/3/search/jql', query)).body;
        expect(validateResponse('POST', '/rest/api/3/search/jql', 200, page)).toEqual([]);
        const issueIdsOrKeys = page.issues.map((issue: AnyJson) => issue.id);
        const bulk = { issueIdsOrKeys, maxResults: 10_000, fieldIds: ['status'] };
        const logs = (await ask(sandbox, tokens, siteId, '/rest/api/3/changelog/bulkfetch', bulk)).body;
        expect(validateResponse('POST', '/rest/api/3/changelog/bulkfetch', 200, logs)).toEqual([]);
        for (const issue of page.issues) expect(issue.fields.status).toEqual(original.get(issue.id).fields.status);
        issues += page.issues.length;
        for (const log of logs.issueChangeLogs)
          changes += log.changeHistories.flatMap((entry: AnyJson) => entry.items).length;
        nextPageToken = page.nextPageToken;
      } while (nextPageToken !== undefined);
      expect([issues, changes]).toEqual([2166, 4094]);
      await sandbox.close();
    },
  );
});
