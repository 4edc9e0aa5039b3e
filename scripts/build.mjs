import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash.mjs';
import { root } from './root.mjs';
import { runNode, toolPath } from './run-tool.mjs';

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {readonly string[]} inputs all that the output is made of
 * @property {readonly string[]} without
 * @property {readonly string[]} outputs removed before a build, so that nothing of an older one stays
 * @property {string} proof a file that is there when the output is
 * @property {() => string[]} command
 */

/** @type {readonly Part[]} */
const parts = [
  {
    name: 'server',
    inputs: ['server', 'sandbox', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
    without: [],
    outputs: ['dist/server', 'dist/sandbox'],
    proof: 'dist/server/main.js',
    command: () => [toolPath('typescript', 'tsc'), '-p', 'tsconfig.build.json'],
  },
  {
    name: 'client',
    inputs: ['client', 'tsconfig.json', 'package-lock.json'],
    without: ['client/dist'],
    outputs: ['client/dist'],
    proof: 'client/dist/index.html',
    command: () => [toolPath('vite'), 'build', 'client', '--logLevel', 'warn'],
  },
];

/**
 * Builds the server and the client where their sources have changed since the last build. The digest of the sources is
 * kept beside the output, and only after a build that went well.
 * @returns {Promise<boolean>} whether both are there now
 */
export async function build() {
  for (const part of parts) {
    const stamp = join(root, 'dist', `${part.name}.sha256`);
    const digest = contentHash(part.inputs, part.without);
    const fresh = existsSync(join(root, part.proof)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
    if (fresh) continue;
    process.stdout.write(`Building the ${part.name} …\n`);
    for (const path of [stamp, ...part.outputs.map((output) => join(root, output))])
      rmSync(path, { recursive: true, force: true });
    if ((await runNode(part.command(), { quiet: true })) !== 0) return false;
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(stamp, digest);
  }
  return true;
}
