import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { readEnvironment } from '../../sandbox/environment.ts';

const main = join(dirname(fileURLToPath(import.meta.url)), '../../sandbox/main.ts');

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** The sandbox as its own process on any free port, and what it prints first. */
async function start(env: Record<string, string>) {
  const child = fork(main, [], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, SANDBOX_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  const output = { text: '', errors: '' };
  child.stderr?.on('data', (bytes) => {
    output.errors += bytes;
  });
  const first = new Promise<string>((resolve) => {
    child.stdout?.on('data', (bytes) => {
      output.text += bytes;
      if (output.text.includes('\n')) resolve(output.text);
    });
  });
  const line = await Promise.race([first, exit.then(() => '')]);
  return { child, exit, line, output };
}

describe('The process of the sandbox', () => {
  it('says where it listens, answers there, and ends cleanly on SIGTERM.', async () => {
    const { child, exit, line } = await start({});
    const url = /^sandbox listening on (http:\/\/localhost:\d+)\n$/.exec(line)?.[1];
    expect(url).toBeDefined();
    expect((await fetch(`${url}/sandbox/journal`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
  }, 20_000);

  it('ends when its parent lets go of it.', async () => {
    const { child, exit } = await start({});
    child.disconnect();
    expect(await exit).toBe(0);
  }, 20_000);

  it('ends with code 1 and one clear error for a file that is not there.', async () => {
    const { exit, output } = await start({ SANDBOX_DATA: '/nowhere/sites.json' });
    expect(await exit).toBe(1);
    expect(output.errors).toContain('SANDBOX_DATA: cannot serve /nowhere/sites.json');
    expect(output.errors).not.toContain('    at ');
  }, 20_000);
});

describe('The environment', () => {
  it('has a port by itself, and a wrong one is one clear error.', () => {
    expect(readEnvironment({ SANDBOX_DATA: '' })).toEqual({ port: 4100, dataFile: undefined, stateFolder: undefined });
    expect(() => readEnvironment({ SANDBOX_PORT: 'many' })).toThrow(/SANDBOX_PORT/);
  });
});
