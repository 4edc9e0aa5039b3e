// Runs before anything is installed and on any Node: no dependencies, and nothing imported before the version is checked.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19) || (major === 22 && minor < 12) || major === 21) {
  process.stderr.write(
    `Quantum Sprout needs Node 20.19 or newer (22.12 or newer, if it is 22); this is ${process.versions.node}. Get one from https://nodejs.org.\n`,
  );
  process.exit(1);
}

try {
  const { install } = await import('./install.mjs');
  install();
  if (process.argv.includes('--browser')) {
    const { prepareChromium } = await import('./prepare-chromium.mjs');
    await prepareChromium();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
