import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findInstalledChromium } from '../../scripts/find-chromium.mjs';

/** A folder with programs in it; no system has its browsers in a platform of this name. */
function folderWith(...paths: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'quantum-sprout-browsers-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '', { mode: 0o755 });
  }
  return folder;
}

describe('a Chromium', () => {
  it('is the one CHROMIUM_PATH names, before any other.', () => {
    const folder = folderWith('mine', 'chromium');
    const env = { CHROMIUM_PATH: join(folder, 'mine'), PATH: folder };
    expect(findInstalledChromium(env, 'linux')).toBe(join(folder, 'mine'));
  });

  it('that CHROMIUM_PATH names and that is not there is said, not passed over.', () => {
    const env = { CHROMIUM_PATH: join(folderWith(), 'mine'), PATH: folderWith('chromium') };
    expect(() => findInstalledChromium(env, 'linux')).toThrow(/^CHROMIUM_PATH names .*, where there is nothing/);
  });

  it('is found on the PATH, Chromium before Chrome.', () => {
    const [first, second] = [folderWith('google-chrome'), folderWith('chromium')];
    expect(findInstalledChromium({ PATH: `${first}:${second}` }, 'linux')).toBe(join(second, 'chromium'));
  });

  it('is found among what Playwright downloaded, the newest first.', () => {
    const cache = folderWith('chromium-999/chrome-linux/chrome', 'chromium-1200/chrome-linux/chrome');
    const found = findInstalledChromium({ PATH: '', PLAYWRIGHT_BROWSERS_PATH: cache }, 'freebsd');
    // A machine with a browser in the usual places has it before.
    expect([join(cache, 'chromium-1200/chrome-linux/chrome'), '/usr/lib/chromium/chromium']).toContain(found);
  });
});
