import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { cacheFolder as usersCacheFolder } from './cache-folder.ts';
import { checkBinary } from './check-binary.ts';
import { fetchMongod } from './fetch-mongod.ts';
import { mongodPackage } from './mongod-package.ts';

export interface FindMongodOptions {
  readonly cacheFolder?: string;
  /** Takes the cache's place where that cannot be written (a read-only home). */
  readonly fallbackFolder: string;
  readonly log: (line: string) => void;
  readonly fetch?: typeof globalThis.fetch;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** As `linux-x64`. */
  readonly platform?: string;
  readonly pack?: (folder: string) => Promise<string>;
}

/** Finds a mongod: on the PATH, in the cache, or by fetching it. Throws MongodError when there is none to be had. */
export async function findMongod(options: FindMongodOptions): Promise<string> {
  const environment = options.environment ?? process.env;
  const platform = options.platform ?? `${process.platform}-${process.arch}`;
  const name = platform.startsWith('win32') ? 'mongod.exe' : 'mongod';
  const installed = await onPath(name, environment);
  if (installed) return installed;
  const wanted = options.cacheFolder ?? usersCacheFolder(environment);
  const folder = (await isWritable(wanted)) ? wanted : options.fallbackFolder;
  const cached = join(folder, `mongod-${mongodPackage.version}${name.slice('mongod'.length)}`);
  if (await isExecutable(cached)) return cached;
  await fetchMongod({
    target: cached,
    platform,
    log: options.log,
    fetch: options.fetch ?? globalThis.fetch,
    ...(options.pack && { pack: options.pack }),
  });
  return cached;
}

/** The first usable one; one that does not run, or is too old, is passed over. */
async function onPath(
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  for (const folder of (environment.PATH ?? '').split(delimiter).filter(Boolean)) {
    const binary = join(folder, name);
    if (!(await isExecutable(binary))) continue;
    const version = await checkBinary(binary).catch(() => null);
    if (version) return binary;
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  return await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function isWritable(folder: string): Promise<boolean> {
  return await mkdir(folder, { recursive: true })
    .then(() => access(folder, constants.W_OK))
    .then(
      () => true,
      () => false,
    );
}
