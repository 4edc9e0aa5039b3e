import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const scripts = join(import.meta.dirname, '../../scripts');

/** A server that counts the signals it gets, and ends by itself some time after the first. */
const countingServer = `
  let signals = 0;
  process.on('SIGTERM', () => {
    signals += 1;
    setTimeout(() => { process.stdout.write('signals: ' + signals); process.exit(7); }, 300);
  });
  setInterval(() => undefined, 1000);
  process.stdout.write('ready');
`;

/** A checkout in which the server is built and fresh. */
function builtCheckout(server: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'quantum-sprout-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(scripts, join(folder, 'scripts'), { recursive: true });
  // The digest of sources that are not there.
  const digest = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  for (const [path, text] of [
    ['dist/server/main.js', server],
    ['dist/server.sha256', digest],
    ['dist/client.sha256', digest],
    ['client/dist/index.html', ''],
  ] as const) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function start(folder: string): ChildProcess & { said: () => string } {
  const child = spawn(process.execPath, [join(folder, 'scripts/start.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return Object.assign(child, { said: () => text });
}

describe('npm start', () => {
  it('tells the server once to stop, however often it is told itself, and ends with its exit code.', async () => {
    const child = start(builtCheckout(countingServer));
    if (child.stdout) await once(child.stdout, 'data');
    for (let times = 0; times < 3; times += 1) child.kill('SIGTERM');
    const [code] = await once(child, 'close');
    expect(child.said()).toBe('readysignals: 1');
    expect(code).toBe(7);
  });

  it('stops the server when what started it is gone, as when npm or its shell was killed.', async () => {
    const program = join(builtCheckout(countingServer), 'scripts/start.mjs');
    // A shell that stays between, as npm's does.
    const shell = spawn('sh', ['-c', `"${process.execPath}" "${program}"; true`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    shell.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    await once(shell.stdout, 'data');
    shell.kill('SIGKILL');
    await once(shell.stdout, 'end');
    expect(said).toBe('readysignals: 1');
  });

  it('does not leave the server behind when it is killed itself.', async () => {
    const child = start(builtCheckout(countingServer));
    if (child.stdout) await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(child.said()).toBe('readysignals: 1');
  });

  it('ends with the server when that ends by itself.', async () => {
    const [code] = await once(start(builtCheckout('process.exit(3)')), 'close');
    expect(code).toBe(3);
  });
});
