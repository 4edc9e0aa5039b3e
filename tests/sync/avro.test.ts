// Needs the data folder beside the repository (avro-status-history.jsonl.zst) and something that unpacks Zstandard;
// without them it reports itself as skipped.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mongoose';
import { afterAll, describe, expect, it } from 'vitest';
import { sharedFile } from '../support/shared-folder.ts';
import { changeText, type IssueFacts } from '../support/site-facts.ts';
import { storedFacts } from '../support/stored-facts.ts';
import { unpackZstandard } from '../support/unpack-zstandard.ts';
import { openWorld, type World } from '../support/world.ts';

const packed = sharedFile('data/avro-status-history.jsonl.zst');
const lines = packed && unpackZstandard(packed);

let world: World | null = null;
let folder: string | null = null;
afterAll(async () => {
  await world?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

interface RealIssue {
  readonly id: string;
  readonly key: string;
  readonly fields: {
    readonly project: { readonly id: string };
    readonly status: { readonly id: string };
    readonly assignee?: { readonly accountId: string } | null;
    readonly labels?: readonly string[];
    readonly updated: string;
  };
  readonly changelog: {
    readonly histories: readonly {
      readonly id: string;
      readonly created: string;
      readonly items: readonly {
        readonly fieldId: string;
        readonly from: string;
        readonly fromString: string;
        readonly to: string;
        readonly toString: string;
      }[];
    }[];
  };
}

/** The offset of Jira's dates has no colon, without which they are no ISO dates. */
const instant = (text: string): Date => new Date(text.replace(/(\d\d)(\d\d)$/, '$1:$2'));

/** What the file says, past all code of ours but the comparison. */
function factsOf({ key, fields, changelog }: RealIssue): IssueFacts {
  return {
    key,
    project: fields.project.id,
    status: fields.status.id,
    assignee: fields.assignee?.accountId ?? 'nobody',
    flagged: false,
    labels: [...(fields.labels ?? [])].sort().join(' '),
    updated: instant(fields.updated).toISOString(),
    changes: changelog.histories
      .flatMap(({ id, created, items }) =>
        items.map((item, place) =>
          changeText(id, place, instant(created).getTime(), item.fieldId, {
            ids: [item.from, item.to],
            names: [item.fromString, item.toString],
          }),
        ),
      )
      .sort(),
  };
}

const query = `{ viewer { jiraConnection { id syncStatus { issueCount quarantined { key reason } }
  syncHistory(first: 1) { nodes { state issuesDone issuesTotal quarantined { key } error } } } } }`;

describe('2,166 real issues', () => {
  it.runIf(lines)(
    'come through with every entry and item of their history.',
    async () => {
      if (!lines) return;
      const issues = lines
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as RealIssue);
      folder = await mkdtemp(join(tmpdir(), 'avro-'));
      const dataFile = join(folder, 'avro.jsonl');
      await writeFile(dataFile, lines);
      world = await openWorld({ sandbox: { dataFile } });
      const alice = await world.signUp('alice');
      await alice.connectJira('avro');
      await alice.synced(120);
      const { id, syncStatus, syncHistory } = (await alice.get(query)).viewer.jiraConnection;
      expect(syncStatus).toEqual({ issueCount: 2_166, quarantined: [] });
      expect(syncHistory.nodes).toEqual([
        { state: 'SUCCEEDED', issuesDone: 2_166, issuesTotal: 2_166, quarantined: [], error: null },
      ]);

      const database = await createConnection(world.databaseUri).asPromise();
      const stored = await storedFacts((name) => database.collection(name), id.split('.')[1]);
      await database.close();
      expect(stored).toEqual(new Map(issues.map((issue) => [issue.id, factsOf(issue)])));
      // DATA.md counts 4,094 changes of status.
      const changes = [...stored.values()].flatMap((facts) => facts.changes);
      expect(changes.filter((change) => change.includes(' status '))).toHaveLength(4_094);
    },
    180_000,
  );
});
