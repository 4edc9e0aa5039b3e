/** A Chromium that is installed on this machine; null when there is none. Throws when CHROMIUM_PATH names nothing. */
export function findInstalledChromium(
  env?: Readonly<Record<string, string | undefined>>,
  platform?: NodeJS.Platform,
): string | null;

/** A Chromium for the browser tests, as a path for `executablePath`. Throws when there is none. */
export function findChromium(): Promise<string>;
