import { describe, expect, it } from 'vitest';
import { crossings } from './crossings.ts';
import { importCycles } from './import-cycles.ts';
import { importsOf } from './imports-of.ts';
import { readText, sourceFiles } from './source-files.ts';

const files = sourceFiles();

describe('the house', () => {
  it('keeps its boundaries: nobody imports what its place may not know.', () => {
    expect(files.flatMap(crossings)).toEqual([]);
  });

  it('has no circles of files that load one another.', () => {
    expect(importCycles(files)).toEqual([]);
  });

  it('has no file that only hands on what another exports.', () => {
    const handedOn = files.flatMap((file) => importsOf(file).reExports.map((name) => `${file.path} hands on ${name}`));
    expect(handedOn).toEqual([]);
  });

  it('lets nobody at the rows of the log but the files that write and read it.', () => {
    const rows = 'server/store/audit/audit-collections.ts';
    const readers = files.filter((file) => importsOf(file).targets.includes(rows)).map(({ path }) => path);
    const strangers = readers.filter((path) => !/^(server\/store\/audit|tests)\//.test(path));
    expect(strangers).toEqual([]);
    expect(readers.length).toBeGreaterThan(2);
  });

  it('names every package it runs on among the dependencies, so that it starts without the development ones.', () => {
    const manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> } = JSON.parse(
      readText('package.json'),
    );
    const missing = files.flatMap((file) => {
      const isServed = /^(server|sandbox)\//.test(file.path);
      const named = isServed ? manifest.dependencies : { ...manifest.dependencies, ...manifest.devDependencies };
      const packages = importsOf(file).targets.filter((target) => /^(@[\w-]+\/)?[\w-]+(\.js)?$/.test(target));
      return packages.filter((name) => !(name in named)).map((name) => `${file.path} imports ${name}`);
    });
    expect(missing).toEqual([]);
  });
});

describe('a planted crossing is found', () => {
  it.each([
    ['server/domain/issue.ts', "import { z } from 'zod';", 'zod'],
    ['server/analytics/a.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
    ['server/analytics/metrics/a.ts', "import type { Store } from '../../store/store.ts';", 'server/store/store.ts'],
    ['server/graphql/a.ts', "import { Schema } from 'mongoose';", 'mongoose'],
    ['server/main.ts', "const { Schema } = await import('mongoose');", 'mongoose'],
    ['server/jira/a.ts', "type Lease = import('../sync/lease.ts').Lease;", 'server/sync/lease.ts'],
    ['server/jira/a.ts', "export { open } from '../store/open-store.ts';", 'server/store/open-store.ts'],
    ['server/sync/a.ts', "export * from '../jira/jira-source.ts';", 'server/jira/jira-source.ts'],
    ['server/graphql/a.ts', "import { issueModel } from '../store/models/issue.ts';", 'server/store/models/issue.ts'],
    ['client/main.tsx', "import { Issue } from '../server/domain/issue.ts';", 'server/domain/issue.ts'],
    ['client/ui/Card.tsx', "import { useQuery } from 'urql';", 'urql'],
    ['client/ui/Card.tsx', "import { graphql } from '../gql/gql.ts';", 'client/gql/gql.ts'],
    ['client/features/a.ts', "import { Page } from '../pages/Page.tsx';", 'client/pages/Page.tsx'],
    ['sandbox/main.ts', "import { readConfig } from '../server/config.ts';", 'server/config.ts'],
    ['server/config.ts', "import { world } from '../tests/support/world.ts';", 'tests/support/world.ts'],
  ])('in %s: %s', (path, text, target) => {
    expect(crossings({ path, text })).toEqual([`${path} imports ${target}`]);
  });

  it('and a rightful import is none.', () => {
    const text =
      "import mongoose from 'mongoose';\nimport { Session } from '../auth/session.ts';\nimport './models/a.ts';";
    expect(crossings({ path: 'server/store/a.ts', text })).toEqual([]);
  });

  it('and so is a circle of three.', () => {
    const files = ['b', 'c', 'a'].map((next, index) => ({
      path: `server/${'abc'[index]}.ts`,
      text: `import { X } from './${next}.ts';`,
    }));
    expect(importCycles(files)).toEqual(['server/a.ts → server/b.ts → server/c.ts → server/a.ts']);
  });

  it('and so is a name that is imported only to be exported again.', () => {
    const text = "import { a } from './a.ts';\nexport { a };\nexport const b = a;\nexport { c } from './c.ts';";
    expect(importsOf({ path: 'server/b.ts', text }).reExports.toSorted()).toEqual(['a', 'c']);
  });
});
