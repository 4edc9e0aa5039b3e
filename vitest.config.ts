import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Vite would resolve `graphql` to index.mjs for our sources while dependencies load index.js: two realms. One alias, one realm. */
const oneGraphql = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

export default defineConfig({
  resolve: oneGraphql,
  test: {
    // A process loads server and sandbox once for all the files it runs: with a world per file that is most of the work.
    // Most tests wait for a database, a worker or a clock: two at once are welcome on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        resolve: oneGraphql,
        test: {
          name: 'unit',
          include: ['tests/{analytics,auth,domain,house,jira,mongod,sandbox,scripts,client}/**/*.test.ts'],
          setupFiles: ['tests/support/setup.ts'],
          pool: 'forks',
          isolate: false,
          // Properties over random worlds take seconds, and longer on a busy machine.
          testTimeout: 60_000,
        },
      },
      {
        resolve: oneGraphql,
        test: {
          name: 'integration',
          include: ['tests/{bench,graphql,isolation,store,sync}/**/*.test.ts'],
          setupFiles: ['tests/support/setup.ts'],
          globalSetup: ['tests/support/global-mongod.ts'],
          pool: 'forks',
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: oneGraphql,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          setupFiles: ['tests/support/setup.ts'],
          globalSetup: ['tests/support/global-mongod.ts'],
          pool: 'forks',
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
