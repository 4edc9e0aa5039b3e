import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * The program an installed package brings along, as a path Node can run: no shell, so the same on every system.
 * @param {string} packageName
 * @param {string} [tool] its name, where the package brings several
 * @returns {string}
 */
export function toolPath(packageName, tool = packageName) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[tool]);
}

/**
 * Runs a Node program in the repository and waits for its end.
 * @param {readonly string[]} args the program and what it is told
 * @param {{ quiet?: boolean, timeoutMs?: number }} [options] quiet: what it says is shown only when it fails
 * @returns {Promise<number>} its exit code; 1 when it was ended by a signal
 */
export function runNode(args, { quiet = false, timeoutMs } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      ...(timeoutMs && { timeout: timeoutMs, killSignal: 'SIGKILL' }),
    });
    /** @type {Buffer[]} */
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });
}
