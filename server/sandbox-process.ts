import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { AtlassianConfig } from './config.ts';

/** The sandbox did not start; the message says why. */
export class SandboxError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SandboxError';
  }
}

export interface SandboxProcess {
  readonly atlassian: AtlassianConfig;
  close(): Promise<void>;
}

/** What the sandbox's own app is registered with. */
const client = { clientId: 'quantum-sprout-sandbox', clientSecret: 'sandbox-secret' };

/** Starts the sandbox Jira as a process of its own; it ends with this one. Throws SandboxError. */
export async function startSandboxProcess(
  root: string,
  options: { readonly port: number; readonly dataFile: string | null; readonly stateFolder: string },
): Promise<SandboxProcess> {
  const compiled = import.meta.url.endsWith('.js');
  const child = fork(join(root, compiled ? 'dist/sandbox/main.js' : 'sandbox/main.ts'), {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      SANDBOX_PORT: String(options.port),
      SANDBOX_STATE: options.stateFolder,
      ...(options.dataFile && { SANDBOX_DATA: options.dataFile }),
    },
  });
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      const match = /listening on (http:\/\/\S+)/.exec(chunk.toString());
      if (match?.[1]) resolve(match[1]);
    });
    child.once('exit', () => reject(new SandboxError(said.join('').trim() || 'The sandbox Jira ended at once.')));
  });
  return {
    atlassian: { ...client, authUrl: url, apiUrl: url },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
