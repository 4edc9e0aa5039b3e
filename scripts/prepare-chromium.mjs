import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, findInstalledChromium } from './find-chromium.mjs';

/** Makes sure that the browser tests find a Chromium that runs. Throws with what to do. */
export async function prepareChromium() {
  if (!findInstalledChromium() && mayInstall()) {
    process.stdout.write('Installing Chromium for the browser tests (once) …\n');
    if (!apt('install', '-y', '--no-install-recommends', 'chromium')) {
      apt('update');
      apt('install', '-y', '--no-install-recommends', 'chromium');
    }
  }
  const chromium = await findChromium();
  // Windows opens a window instead of answering.
  if (process.platform === 'win32') return;
  const said = spawnSync(chromium, ['--version', '--no-sandbox'], { encoding: 'utf8', timeout: 60_000 });
  if (said.status === 0) return;
  throw new Error(
    `The Chromium at ${chromium} does not run: install Chromium or Chrome, or set CHROMIUM_PATH.\n${said.stderr || said.error?.message || ''}`,
  );
}

/** Only as root on Debian and its kin, and only where nobody minds (CI) or nothing else can work: Chromium needs libnss3. */
function mayInstall() {
  const debian = process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (!debian) return false;
  const libraries = ['x86_64', 'aarch64'].map((cpu) => `/usr/lib/${cpu}-linux-gnu/libnss3.so`);
  return Boolean(process.env.CI) || !libraries.some(existsSync);
}

/** @param {string[]} args */
function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-qq', ...args], { env, stdio: 'ignore', timeout: 300_000 }).status === 0;
}
