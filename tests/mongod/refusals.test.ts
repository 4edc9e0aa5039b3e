import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { explainFailure } from '../../server/mongod/explain-failure.ts';
import { MongodError } from '../../server/mongod/mongod-error.ts';
import { scratchFolder } from './scratch-folder.ts';
import { startedMongod } from './started-mongod.ts';

vi.setConfig({ testTimeout: 120_000 });

function program(text: string, mode: number): string {
  const path = join(scratchFolder(), 'mongod');
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

describe('an embedded MongoDB that cannot start says in one sentence', () => {
  it('that the port is in use.', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(async () => {
      await new Promise((resolve) => server.close(resolve));
    });
    const { port } = server.address() as { port: number };
    await expect(startedMongod(scratchFolder(), { port })).rejects.toThrow(
      new MongodError(`Port ${port} on 127.0.0.1 is in use by another program, so MongoDB cannot listen there.`),
    );
  });

  it('that the folder belongs to another mongod.', async () => {
    const folder = scratchFolder();
    await startedMongod(folder);
    await expect(startedMongod(folder)).rejects.toThrow(
      new MongodError(
        `Another MongoDB already uses the data folder ${folder}: stop it, or set DATA_DIR to another folder.`,
      ),
    );
  });

  it('that the folder cannot be made.', async () => {
    const file = join(scratchFolder(), 'a-file');
    writeFileSync(file, '');
    await expect(startedMongod(join(file, 'below'))).rejects.toThrow(/^The data folder .* cannot be made: /);
  });

  it.each([
    ['is not there', () => join(scratchFolder(), 'nothing'), /^There is no mongod at /],
    ['may not be executed', () => program('#!/bin/sh\n', 0o644), / may not be executed: /],
    ['crashes', () => program('#!/bin/sh\nkill -SEGV $$\n', 0o755), / is broken: it does not run\./],
    ['is cut off', () => program('\x7fELF\x02\x01\x01', 0o755), / is broken: it does not run\./],
    ['is another program', () => program('#!/bin/sh\necho hello\n', 0o755), / is not a mongod: /],
    ['is too old', () => program('#!/bin/sh\necho db version v4.4.29\n', 0o755), / is MongoDB 4\.4\.29; version 6 /],
    [
      'lacks a library',
      () =>
        program('#!/bin/sh\necho "x: error while loading shared libraries: libcurl.so.4: no" >&2; exit 127\n', 0o755),
      / needs the system library libcurl\.so\.4: /,
    ],
    [
      'knows its version and no more',
      () => program('#!/bin/sh\necho db version v8.2.6\n', 0o755),
      /did not start; the reason is in /,
    ],
  ])('that the binary %s.', async (_what, binary, sentence) => {
    const attempt = startedMongod(scratchFolder(), { binary: binary() });
    await expect(attempt).rejects.toThrow(MongodError);
    await expect(attempt).rejects.toThrow(sentence);
  });

  // The words are mongod 8's own, from src/mongo/db/storage and WiredTiger's error strings.
  it.each([
    ['WiredTiger error message: No space left on device', /^The disk that holds \/data is full/],
    [
      'IllegalOperation: Attempted to create a lock file on a read-only directory: /data',
      /may not write into .*\/data/,
    ],
    ['Failed to unlink socket file: Address already in use', /^Port 27017 on 127\.0\.0\.1 is in use/],
    ['UPGRADE PROBLEM: Found an invalid featureCompatibilityVersion document', /written by another version/],
    ['WT_TRY_SALVAGE: database corruption detected', /are damaged/],
  ])('what “%s” means.', (output, sentence) => {
    const failure = { binary: 'mongod', port: 27017, dataFolder: '/data', logFile: '/data/mongod.log', cause: null };
    expect(explainFailure({ ...failure, output }).message).toMatch(sentence);
  });
});
