import { readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { DatabaseFolder } from './database-folder.ts';
import { connectDirectly, shutDown } from './replica-set.ts';

const running = z.object({ parentPid: z.number().int(), port: z.number().int() });
const commandLine = z.object({ parsed: z.object({ storage: z.object({ dbPath: z.string() }) }) });

export async function writeRunning(folder: DatabaseFolder, port: number): Promise<void> {
  await writeFile(folder.runningFile, JSON.stringify({ parentPid: process.pid, port }));
}

export async function removeRunning(folder: DatabaseFolder): Promise<void> {
  await rm(folder.runningFile, { force: true });
}

/**
 * Stops a mongod whose parent is gone and that still holds the folder, in the seconds before the guard process of
 * mongodb-memory-server finds it (or for ever, when that was killed too). Only a mongod that says itself that it
 * serves this very folder is told to stop: process ids are used again, paths are not.
 * @returns whether the one that held the folder had lost its parent, so that trying again makes sense
 */
export async function stopOrphan(folder: DatabaseFolder): Promise<boolean> {
  const text = await readFile(folder.runningFile, 'utf8').catch(() => null);
  if (text === null) return false;
  const last = running.safeParse(parseJson(text));
  if (!last.success || isAlive(last.data.parentPid)) return false;
  const { port } = last.data;
  // It may have ended between the refused lock and now.
  if ((await servedFolder(port)) === resolve(folder.database)) await shutDown(port);
  return true;
}

/** The database folder of the mongod on a port; null when none is there. */
async function servedFolder(port: number): Promise<string | null> {
  const client = await connectDirectly(port).catch(() => null);
  try {
    const said = await client?.db('admin').command({ getCmdLineOpts: 1 });
    return said ? resolve(commandLine.parse(said).parsed.storage.dbPath) : null;
  } finally {
    await client?.close();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Signal 0 only asks. Another user's process refuses to answer, which is an answer. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
