import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readResults } from '../../scripts/test-results.mjs';

function results(...files: readonly { status: string; tests: readonly string[] }[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'quantum-sprout-results-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'results.json');
  const testResults = files.map(({ status, tests }) => ({
    status,
    assertionResults: tests.map((each, index) => ({ status: each, fullName: `test ${index}` })),
  }));
  writeFileSync(path, JSON.stringify({ testResults }));
  return path;
}

describe('the sum of a test run', () => {
  it('counts what passed and what failed, and names what did not run.', () => {
    const path = results({ status: 'failed', tests: ['passed', 'failed', 'skipped', 'passed', 'todo'] });
    expect(readResults(path, false)).toEqual({ passed: 2, failed: 1, skipped: ['test 2', 'test 4'] });
  });

  it('counts a file that could not be loaded as one that failed.', () => {
    const path = results({ status: 'failed', tests: [] }, { status: 'passed', tests: ['passed'] });
    expect(readResults(path, false)).toEqual({ passed: 1, failed: 1, skipped: [] });
  });

  it('counts an error outside of all tests as one that failed.', () => {
    expect(readResults(results({ status: 'passed', tests: ['passed'] }), false).failed).toBe(1);
  });

  it('takes a run that left no results for a failed one.', () => {
    expect(readResults(join(tmpdir(), 'no-such-results.json'), true)).toEqual({ passed: 0, failed: 1, skipped: [] });
  });
});
