import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Parser } from 'tar';
import { MongodError } from './mongod-error.ts';

export interface UnpackOptions {
  readonly tarball: string;
  /** Path of the wanted file inside the tarball. */
  readonly entry: string;
  /** Hexadecimal digest the file must have. */
  readonly sha256: string;
  readonly target: string;
}

/**
 * Takes one file out of a tarball, executable, and reads nothing else of it. A file with another digest than the known
 * one is removed again. Throws MongodError.
 */
export async function unpackFile({ tarball, entry, sha256, target }: UnpackOptions): Promise<void> {
  const hash = createHash('sha256');
  const written: Promise<void>[] = [];
  const parser = new Parser({
    filter: (path) => path === entry,
    onReadEntry: (found) => {
      found.on('data', (chunk: Buffer) => hash.update(chunk));
      const file = createWriteStream(target, { mode: 0o755 });
      written.push(
        new Promise((resolve, reject) => {
          file.once('finish', resolve);
          file.once('error', reject);
        }),
      );
      found.pipe(file);
    },
  });
  const parsed = new Promise<void>((resolve, reject) => {
    parser.once('end', resolve);
    parser.once('error', reject);
  });
  await Promise.all([pipeline(createReadStream(tarball), parser), parsed]);
  await Promise.all(written);
  if (written.length === 0) throw new MongodError(`The fetched package does not carry ${entry}.`);
  const digest = hash.digest('hex');
  if (digest === sha256) return;
  await rm(target, { force: true });
  throw new MongodError(`The fetched mongod is not the known one (its sha256 is ${digest}), so it was thrown away.`);
}
