import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { World } from './world.ts';

export interface ServerProcess {
  /** Ends it the hard way. */
  kill(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void;
  readonly ended: Promise<unknown>;
  /** Ends it as an operator does. */
  close(): Promise<void>;
}

/** A worker of the same world as a process of its own, so that it can be killed. */
export async function startServerProcess(world: World): Promise<ServerProcess> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      ROLE: 'worker',
      MONGODB_URI: world.databaseUri,
      APP_URL: world.url,
      ATLASSIAN_CLIENT_ID: 'quantum-sprout-sandbox',
      ATLASSIAN_CLIENT_SECRET: 'sandbox-secret',
      ATLASSIAN_AUTH_URL: world.sandbox.url,
      ATLASSIAN_API_URL: world.sandbox.url,
      JWT_SECRET: world.secrets.jwtSecret,
      ENCRYPTION_KEY: world.secrets.encryptionKey,
      LOG_LEVEL: 'info',
    },
  });
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const ended = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('"ready"')) resolve();
    });
    ended.then(() => reject(new Error(`the worker ended: ${said.join('')}`)), reject);
  });
  return {
    kill: (signal) => child.kill(signal),
    ended,
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await ended;
    },
  };
}
