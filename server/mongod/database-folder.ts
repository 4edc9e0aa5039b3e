import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { explainFailure } from './explain-failure.ts';
import { MongodError } from './mongod-error.ts';

/** Where one embedded MongoDB keeps what it has. */
export interface DatabaseFolder {
  readonly path: string;
  readonly database: string;
  readonly logFile: string;
  /** Which process started the mongod that uses the folder now, and on which port. */
  readonly runningFile: string;
}

/** Makes the folder and proves that it can be written. Throws MongodError. */
export async function openDatabaseFolder(path: string): Promise<DatabaseFolder> {
  const folder = {
    path,
    database: join(path, 'db'),
    logFile: join(path, 'mongod.log'),
    runningFile: join(path, 'running.json'),
  };
  const probe = join(path, `.writable-${process.pid}`);
  try {
    await mkdir(folder.database, { recursive: true });
    await writeFile(probe, 'x');
    await rm(probe);
  } catch (cause) {
    const output = String(cause);
    if (/ENOSPC|EACCES|EROFS|EPERM/.test(output))
      throw explainFailure({ binary: '', port: 0, dataFolder: path, logFile: folder.logFile, output, cause });
    throw new MongodError(`The data folder ${path} cannot be made: set DATA_DIR to a folder that can be written.`, {
      cause,
    });
  }
  return folder;
}
