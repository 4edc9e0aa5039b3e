import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'chromium-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
  'microsoft-edge',
];

/**
 * A Chromium that is installed on this machine, in this order: CHROMIUM_PATH, the PATH, the usual places, Playwright's
 * own downloads. Throws when CHROMIUM_PATH names nothing.
 * @param {Readonly<Record<string, string | undefined>>} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {string | null}
 */
export function findInstalledChromium(env = process.env, platform = process.platform) {
  if (env.CHROMIUM_PATH) {
    if (isExecutable(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH names ${env.CHROMIUM_PATH}, where there is nothing that can be run.`);
  }
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
  const suffix = platform === 'win32' ? '.exe' : '';
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, `${name}${suffix}`))),
    ...usualPlaces(env, platform),
    ...playwrightDownloads(env, platform),
  ];
  return candidates.find(isExecutable) ?? null;
}

/**
 * A Chromium for the browser tests: an installed one, or the one the npm package @sparticuz/chromium carries for Linux
 * on x64 (unpacked into the temporary folder on first use). Throws when there is none.
 * @returns {Promise<string>}
 */
export async function findChromium() {
  const installed = findInstalledChromium();
  if (installed) return installed;
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  }
  throw new Error('No Chromium was found for the browser tests: install Chromium or Chrome, or set CHROMIUM_PATH.');
}

/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {NodeJS.Platform} platform
 * @returns {string[]}
 */
function usualPlaces(env, platform) {
  if (platform === 'darwin')
    return ['', homedir()].flatMap((base) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (app) => `${base}/Applications/${app}.app/Contents/MacOS/${app}`,
      ),
    );
  if (platform === 'win32')
    return [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA]
      .filter((base) => base !== undefined)
      .flatMap((base) => [
        join(base, 'Google/Chrome/Application/chrome.exe'),
        join(base, 'Chromium/Application/chrome.exe'),
        join(base, 'Microsoft/Edge/Application/msedge.exe'),
      ]);
  return ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'];
}

/**
 * The newest revision first.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {NodeJS.Platform} platform
 * @returns {string[]}
 */
function playwrightDownloads(env, platform) {
  const caches = { darwin: 'Library/Caches', win32: 'AppData/Local' };
  const cache = caches[/** @type {keyof typeof caches} */ (platform)] ?? '.cache';
  const folder = env.PLAYWRIGHT_BROWSERS_PATH || join(homedir(), cache, 'ms-playwright');
  if (!existsSync(folder)) return [];
  const inside = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-headless-shell-linux64/chrome-headless-shell',
    'chrome-linux/headless_shell',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ];
  return readdirSync(folder)
    .filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name))
    .sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]))
    .flatMap((name) => inside.map((path) => join(folder, name, path)));
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
