import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { root } from './root.mjs';

if (!(await build())) {
  process.stderr.write('The build failed, so there is nothing to start.\n');
  process.exit(1);
}

const endWithParent = new URL('end-with-parent.mjs', import.meta.url).href;
const server = spawn(process.execPath, ['--enable-source-maps', '--import', endWithParent, 'dist/server/main.js'], {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});

/** A terminal gives Ctrl-C to the server itself; told twice, it would think the second one is impatience. */
const fromTerminal = process.stdin.isTTY === true;
let told = false;

/** @param {NodeJS.Signals} signal */
function stop(signal) {
  if (told) return;
  told = true;
  server.kill(signal);
}

process.on('SIGTERM', () => stop('SIGTERM'));
process.on('SIGINT', () => {
  if (fromTerminal) told = true;
  else stop('SIGINT');
});

// npm gives a signal to the shell between us, which dies of it and tells nobody: being adopted is the only sign.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) stop('SIGTERM');
}, 500).unref();

server.once('error', (error) => {
  process.stderr.write(`The server could not be started: ${error.message}\n`);
  process.exit(1);
});
server.once('exit', (code) => process.exit(code ?? 1));
