import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/**
 * Runs a bundled program (CommonJS) with what V8 has compiled of it before: reading it costs a process more than all
 * the work it does. What is compiled by the end of the first orderly run is kept for the next ones.
 * Usage: node start-compiled.mjs <bundle> <a file to resolve packages from> <JSON>
 */
const [bundle, from] = process.argv.slice(2);
const kept = `${bundle}.compiled`;
const isKept = existsSync(kept);
const text = `(function (exports, require, module, __filename, __dirname) {${readFileSync(bundle, 'utf8')}\n})`;
const script = new Script(text, { filename: bundle, ...(isKept && { cachedData: readFileSync(kept) }) });
if (!isKept)
  process.once('exit', () => {
    writeFileSync(`${kept}.${process.pid}`, script.createCachedData());
    renameSync(`${kept}.${process.pid}`, kept);
  });
const module = { exports: {} };
script.runInThisContext()(module.exports, createRequire(from), module, bundle, dirname(bundle));
