import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { endOfKnowledge } from '../server/analytics/flow-view/end-of-knowledge.ts';
import { analyticsCases, benchAnalytics } from './analytics-bench.ts';
import { isBroken, resultRows } from './report/result-rows.ts';
import { table } from './report/table.ts';
import { type BenchStore, openBenchStore } from './stored/bench-store.ts';
import { connect, signUp, type Tenant } from './stored/tenant.ts';
import { benchWorld } from './world/made-issue.ts';

// Usage: npm run bench [-- --issues 20000] [--only cycleTimes]
// Measures what docs/operations.md promises, prints a table, writes bench-results.json, and fails when a limit is broken.

const resultsFile = 'bench-results.json';
const others = { bob: 4_000, carla: 1_000 };

const startedAt = performance.now();
const log = (line: string): void => {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0).padStart(4);
  process.stderr.write(`${seconds} s  ${line}\n`);
};

const { values } = parseArgs({
  options: { issues: { type: 'string', default: '100000' }, only: { type: 'string', default: '' } },
});
const world = benchWorld(Number(values.issues));
const store = await openBenchStore(log);
try {
  const alice = await settle(store);
  const measured = await benchAnalytics(
    store,
    alice,
    analyticsCases(endOfKnowledge(new Date(world.asOf * 1000)), values.only),
    log,
  );
  const rows = measured.flatMap(resultRows);
  await writeFile(resultsFile, `${JSON.stringify({ rows }, null, 2)}\n`);
  process.stdout.write(`\n${table(measured)}\n`);
  const disagree = measured.flatMap(({ name, differences }) => differences.map((line) => `${name}: ${line}`));
  for (const line of disagree) process.stdout.write(`another answer: ${line}\n`);
  process.exitCode = rows.some(isBroken) || disagree.length > 0 ? 1 : 0;
} finally {
  await store.close();
}

/** Alice with the whole world, among others with small ones whose ids are the same. */
async function settle({ store }: BenchStore): Promise<Tenant> {
  for (const [name, issues] of Object.entries(others))
    await connect(store, await signUp(store, name), { ...benchWorld(issues), seed: issues });
  const alice = await signUp(store, 'alice');
  log(`storing ${world.issueCount} issues with their histories`);
  await connect(store, alice, world);
  log('stored');
  return alice;
}
