import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as zlib from 'node:zlib';

/** The text of a packed file; null where nothing can unpack it. Node does so itself from version 22 on. */
export function unpackZstandard(file: string): string | null {
  const bytes = readFileSync(file);
  const own = (zlib as { zstdDecompressSync?: (bytes: Uint8Array) => Uint8Array }).zstdDecompressSync;
  if (own) return new TextDecoder().decode(own(bytes));
  const { status, stdout } = spawnSync('zstd', ['-dc'], { input: bytes, maxBuffer: 2 ** 28 });
  return status === 0 ? stdout.toString() : null;
}
