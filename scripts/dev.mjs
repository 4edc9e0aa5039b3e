import { spawn } from 'node:child_process';
import { root } from './root.mjs';
import { toolPath } from './run-tool.mjs';

/** In development browsers reach the client's own server, which hands /graphql on; Jira sends them back there too. */
const clientUrl = 'http://127.0.0.1:5173';
const env = { ...process.env, APP_URL: process.env.APP_URL ?? clientUrl };

const children = [
  [toolPath('tsx'), 'watch', '--clear-screen=false', 'server/main.ts'],
  [toolPath('vite'), 'dev', 'client', '--port', '5173', '--strictPort'],
].map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env }));

const fromTerminal = process.stdin.isTTY === true;
let stopping = false;

/**
 * One that ends takes the other with it.
 * @param {NodeJS.Signals} signal
 */
function stop(signal) {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill(signal);
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => {
    if (signal === 'SIGINT' && fromTerminal) stopping = true;
    else stop(signal);
  });
// As in start.mjs: npm's shell dies of a signal and hands on none.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) stop('SIGTERM');
}, 500).unref();
for (const child of children)
  child.once('exit', (code) => {
    process.exitCode ??= code ?? 0;
    stop('SIGTERM');
  });
process.stdout.write(`With reload: ${env.APP_URL}\n`);
