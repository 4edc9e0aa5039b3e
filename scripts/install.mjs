import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Beside what it vouches for, so that it goes when node_modules goes. */
const stampFile = join(root, 'node_modules', '.quantum-sprout-installed');

/** Installs what package-lock.json names, unless it is installed already. Throws with what npm said. */
export function install() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest) return;
  if (!isInstalled(JSON.parse(lock.toString()))) {
    process.stdout.write('Installing dependencies (once; a minute or two) …\n');
    // Building the client takes the development packages, also where NODE_ENV says production.
    const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    if (!npm(['ci', ...flags], false)) npm(['install', ...flags], true);
  }
  writeFileSync(
    stampFile,
    createHash('sha256')
      .update(readFileSync(join(root, 'package-lock.json')))
      .digest('hex'),
  );
}

/**
 * Compares with npm's own list of what it installed last. Optional packages are for other systems and may be absent.
 * @param {{ packages: Record<string, { version?: string, optional?: boolean }> }} lock
 */
function isInstalled(lock) {
  const listFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(listFile)) return false;
  const installed = JSON.parse(readFileSync(listFile, 'utf8')).packages;
  return Object.entries(lock.packages).every(
    ([path, { version, optional }]) => path === '' || optional === true || installed[path]?.version === version,
  );
}

/**
 * @param {string[]} args
 * @param {boolean} mustWork
 * @returns {boolean}
 */
function npm(args, mustWork) {
  const running = process.env.npm_execpath;
  const [program, first] = running?.endsWith('npm-cli.js') ? [process.execPath, [running]] : ['npm', []];
  const result = spawnSync(program, [...first, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: program === 'npm' && process.platform === 'win32',
  });
  if (result.status === 0) return true;
  if (mustWork) throw new Error(`npm could not install the dependencies:\n${result.stderr || result.error?.message}`);
  return false;
}
