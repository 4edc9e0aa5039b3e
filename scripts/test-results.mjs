import { existsSync, readFileSync } from 'node:fs';

/**
 * Counts what vitest wrote. A file that could not be loaded counts as one failed test, and so does a run that is not
 * green although no test failed: an error outside of any test, a crash, no results at all.
 * @param {string} path of the json reporter's file
 * @param {boolean} green whether vitest said that all is well
 * @returns {{ passed: number, failed: number, skipped: string[] }}
 */
export function readResults(path, green) {
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: [] };
  /** @type {{ testResults: { status: string, assertionResults: { status: string, fullName: string }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(path, 'utf8'));
  const tests = testResults.flatMap((file) => file.assertionResults);
  const failedTests = tests.filter((test) => test.status === 'failed').length;
  const unloadable = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = failedTests + unloadable;
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: failed === 0 && !green ? 1 : failed,
    skipped: tests.filter((test) => test.status !== 'passed' && test.status !== 'failed').map((test) => test.fullName),
  };
}
