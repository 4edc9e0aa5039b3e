import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { scratchFolder } from './scratch-folder.ts';
import { startedMongod } from './started-mongod.ts';

vi.setConfig({ testTimeout: 120_000 });

const program = join(import.meta.dirname, 'main-of-a-killed-server.ts');

/** A server process on the folder whose mongod is up. */
async function serverOn(folder: string): Promise<{ process: ChildProcess; uri: string; mongodPid: number }> {
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    env: { ...process.env, SCRATCH_FOLDER: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [uri] = await once(child.stdout, 'data');
  const mongodPid = Number(readFileSync(join(folder, 'db', 'mongod.lock'), 'utf8'));
  return { process: child, uri: String(uri).trim(), mongodPid };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function killAtOnce(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

describe('a server that is killed without warning', () => {
  it('leaves no mongod for ever.', async () => {
    const server = await serverOn(scratchFolder());
    expect(isAlive(server.mongodPid)).toBe(true);
    await killAtOnce(server.process);
    await vi.waitFor(() => expect(isAlive(server.mongodPid)).toBe(false), { timeout: 20_000, interval: 100 });
  });

  it('leaves nothing that stops the next start, and all that was written.', async () => {
    const folder = scratchFolder();
    const server = await serverOn(folder);
    const before = await MongoClient.connect(server.uri);
    await before
      .db()
      .collection('kept')
      .insertOne({ word: 'sprout' }, { writeConcern: { w: 1, j: true } });
    await before.close();
    await killAtOnce(server.process);

    const next = await startedMongod(folder);
    const after = await MongoClient.connect(next.uri);
    expect(await after.db().collection('kept').countDocuments()).toBe(1);
    await after.close();
  });

  it('leaves no obstacle when its mongod was killed with it.', async () => {
    const folder = scratchFolder();
    const server = await serverOn(folder);
    process.kill(server.mongodPid, 'SIGKILL');
    await killAtOnce(server.process);
    expect(readFileSync(join(folder, 'db', 'mongod.lock'), 'utf8')).toBe(`${server.mongodPid}\n`);
    await expect(startedMongod(folder)).resolves.toMatchObject({ uri: expect.stringContaining('127.0.0.1') });
  });
});
