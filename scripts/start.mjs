import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { root } from './root.mjs';

if (!(await build())) {
  process.stderr.write('The build failed, so there is nothing to start.\n');
  process.exit(1);
}

const server = spawn(process.execPath, ['--enable-source-maps', 'dist/server/main.js'], { cwd: root, stdio: 'inherit' });

/** A terminal gives Ctrl-C to the server itself; told twice, it would think the second one is impatience. */
const fromTerminal = process.stdin.isTTY === true;
let told = false;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => {
    if (told || (signal === 'SIGINT' && fromTerminal)) return;
    told = true;
    server.kill(signal);
  });

server.once('error', (error) => {
  process.stderr.write(`The server could not be started: ${error.message}\n`);
  process.exit(1);
});
server.once('exit', (code) => process.exit(code ?? 1));
