import 'reflect-metadata';
import { setDefaultAutoSelectFamilyAttemptTimeout } from 'node:net';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// As in server/main.ts: a test process is busy with server, sandbox and browser at once.
setDefaultAutoSelectFamilyAttemptTimeout(2_000);

/** Nothing may complain behind a test's back: an unexpected console.error or console.warn fails it. */
beforeEach(() => {
  vi.spyOn(console, 'error');
  vi.spyOn(console, 'warn');
});

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls).toEqual([]);
  expect(vi.mocked(console.warn).mock.calls).toEqual([]);
  vi.restoreAllMocks();
});
