import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * One digest of many files: their paths and their contents, in a fixed order. What does not exist counts as empty.
 * @param {readonly string[]} paths files or folders, relative to the repository
 * @param {readonly string[]} [without] folders left out, relative to the repository
 * @returns {string}
 */
export function contentHash(paths, without = []) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((each) => filesOf(each, without)).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * The files at or below a path; none when it does not exist.
 * @param {string} path relative to the repository
 * @param {readonly string[]} without
 * @returns {string[]}
 */
export function filesOf(path, without) {
  if (without.includes(path)) return [];
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesOf(`${path}/${name}`, without));
}
