import { execFile } from 'node:child_process';
import { MongodError } from './mongod-error.ts';

/** The oldest MongoDB the driver and the pipelines are meant for. */
const oldestMajor = 6;

/** Asks a mongod for its version ("8.2.6") without starting it. Throws MongodError when it does not run or is too old. */
export async function checkBinary(binary: string): Promise<string> {
  const said = await new Promise<string>((resolve, reject) => {
    execFile(binary, ['--version'], { timeout: 20_000 }, (error, stdout, stderr) => {
      if (error) reject(refusal(binary, error, stderr));
      else resolve(stdout);
    });
  });
  const version = /db version v(\d+\.\d+\.\d+)/.exec(said)?.[1];
  if (!version) throw new MongodError(`${binary} is not a mongod: it does not tell its version.`);
  if (Number.parseInt(version, 10) < oldestMajor)
    throw new MongodError(`${binary} is MongoDB ${version}; version ${oldestMajor} or newer is needed.`);
  return version;
}

/** `code` is a word when the program could not be run at all, its exit status when it ran. */
function refusal(
  binary: string,
  error: Error & { code?: unknown; signal?: NodeJS.Signals | null },
  stderr: string,
): MongodError {
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(stderr)?.[1];
  if (library) return new MongodError(`${binary} needs the system library ${library}: install it.`, { cause: error });
  if (error.code === 'ENOENT') return new MongodError(`There is no mongod at ${binary}.`, { cause: error });
  if (error.code === 'EACCES')
    return new MongodError(`${binary} may not be executed: chmod +x it, or name another by MONGOD_BINARY.`, {
      cause: error,
    });
  if (error.signal === 'SIGILL')
    return new MongodError(`This processor cannot run ${binary} (MongoDB 5 and later need AVX): set MONGODB_URI.`, {
      cause: error,
    });
  return new MongodError(`${binary} is broken: it does not run. Delete it, or name another by MONGOD_BINARY.`, {
    cause: error,
  });
}
