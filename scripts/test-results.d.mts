export interface TestResults {
  readonly passed: number;
  readonly failed: number;
  /** Titles of the tests that did not run. */
  readonly skipped: readonly string[];
}

/** Counts what vitest's json reporter wrote; `green` is whether vitest itself said that all is well. */
export function readResults(path: string, green: boolean): TestResults;
