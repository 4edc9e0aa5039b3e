import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { runNode, toolPath } from './run-tool.mjs';
import { readResults } from './test-results.mjs';

// Usage: npm test [-- <filter for vitest> …]
// Without a filter: everything that must hold. Each step runs even when one before it failed, so that one run tells all;
// the very last line is the sum, in which a failed step counts as one failed test.

const filter = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'quantum-sprout-results-'));
const resultsFile = join(folder, 'results.json');
/** A hang must end before the machine's patience does. */
const vitestTimeoutMs = 18 * 60_000;

/** @type {readonly [heading: string, run: () => Promise<boolean>][]} */
const checks = [
  ['Types of server, sandbox and tests', () => node(toolPath('typescript', 'tsc'), '-p', 'tsconfig.json')],
  ['Types of the client', () => node(toolPath('typescript', 'tsc'), '-p', 'client/tsconfig.json')],
  ['Format and lint', () => node(toolPath('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.')],
  ['Generated files', () => node('scripts/generate.mjs', '--check')],
];

/** @param {string[]} args */
async function node(...args) {
  return (await runNode(args)) === 0;
}

/**
 * @param {string} heading
 * @param {() => Promise<boolean>} run
 */
async function step(heading, run) {
  process.stdout.write(`\n── ${heading}\n`);
  const startedAt = performance.now();
  const passed = await run().catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    return false;
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`── ${heading}: ${passed ? 'passed' : 'FAILED'} in ${seconds} s\n`);
  return passed;
}

/** @type {string[]} */
const failedSteps = [];
if (filter.length > 0)
  process.stdout.write(
    `Only the tests that match ${filter.join(' ')}: types, lint and generated files are not looked at.\n`,
  );
for (const [heading, run] of filter.length > 0 ? [] : checks)
  if (!(await step(heading, run))) failedSteps.push(heading);
if (!(await step('Build', build))) failedSteps.push('Build');

const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultsFile}`];
const vitest = [toolPath('vitest'), 'run', ...reporters, ...filter];
const green = await step('Tests', async () => (await runNode(vitest, { timeoutMs: vitestTimeoutMs })) === 0);
const { passed, failed, skipped } = readResults(resultsFile, green);
rmSync(folder, { recursive: true, force: true });

for (const title of skipped) process.stdout.write(`skipped: ${title}\n`);
for (const heading of failedSteps) process.stdout.write(`failed step: ${heading}\n`);
const failures = failed + failedSteps.length;
process.exitCode = failures > 0 || passed === 0 ? 1 : 0;
process.stdout.write(`\ntests: ${passed} passed, ${failures} failed, ${skipped.length} skipped\n`);
