import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { filesOf } from './content-hash.mjs';
import { clientFiles } from './generate/client-files.mjs';
import { readmeFile } from './generate/readme-file.mjs';
import { schemaFile } from './generate/schema-file.mjs';
import { root } from './root.mjs';

// Usage: node scripts/generate.mjs [--check]
// Makes schema.graphql from the server, client/gql from it, and the metrics table of the README; with --check it only
// says which of them are no longer what would be made, and touches nothing.

/** @param {string} path */
function committed(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return null;
  }
}

const schema = await schemaFile();
/** @type {Map<string, string | null>} what each file is to hold; null: it is to go */
const wanted = new Map([['schema.graphql', schema]]);
let refused = false;
try {
  const files = await clientFiles(schema);
  for (const path of filesOf('client/gql', [])) wanted.set(path, null);
  for (const { filename, content } of files)
    wanted.set(relative(root, join(root, filename)).replaceAll('\\', '/'), content);
} catch (error) {
  // The schema is written all the same: it is what the client's documents are to be mended by.
  refused = true;
  process.stderr.write(
    `The client asks what the schema does not have. ${error instanceof Error ? error.message : error}\n`,
  );
}
const readme = await readmeFile(committed('README.md'));
if (readme !== null) wanted.set('README.md', readme);

const stale = [...wanted].filter(([path, text]) => committed(path) !== text);
const checking = process.argv.includes('--check');
for (const [path, text] of stale) {
  const summary = `${path}: ${summaryOf(committed(path), text)}`;
  process.stdout.write(`${checking ? 'stale' : 'written'}  ${summary}\n`);
  if (checking) continue;
  if (text === null) await rm(join(root, path));
  else {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}
if (checking && stale.length > 0) {
  process.stderr.write(
    'Generated files are not what their sources say: run `npm run generate` and commit the result.\n',
  );
  process.exitCode = 1;
}
if (refused) process.exitCode = 1;

/**
 * How many lines only one of the two texts has, and the first of each.
 * @param {string | null} before
 * @param {string | null} after
 */
function summaryOf(before, after) {
  if (before === null) return 'missing';
  if (after === null) return 'belongs to nothing any more';
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const [oldLines, freshLines] = [new Set(old), new Set(fresh)];
  const gone = old.filter((line) => !freshLines.has(line));
  const added = fresh.filter((line) => !oldLines.has(line));
  const first = [gone[0] && `- ${gone[0].trim().slice(0, 100)}`, added[0] && `+ ${added[0].trim().slice(0, 100)}`];
  return [`${added.length} lines to add, ${gone.length} to remove`, ...first.filter(Boolean)].join('\n    ');
}
