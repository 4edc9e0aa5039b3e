import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';

export interface ProgramEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process of a program of tests. What it says is lines of JSON. */
export interface RunningProgram {
  readonly child: ChildProcess;
  /** All that it has said so far. */
  readonly said: readonly Record<string, unknown>[];
  /** The first line that has this member; rejects when the process ends without. */
  says(member: string): Promise<Record<string, unknown>>;
  /** The same of what it says from now on. */
  saysNext(member: string): Promise<Record<string, unknown>>;
  readonly ended: Promise<ProgramEnd>;
  /** Ends it the hard way, unless it has ended. */
  kill(): Promise<void>;
}

export interface Program {
  /** Starts a process, which finds `argument` in its arguments as JSON. */
  start(argument: object): RunningProgram;
  remove(): Promise<void>;
}

const root = join(import.meta.dirname, '../../..');

/** Bundles a program of this folder into one file, of which a process starts in a fraction of the time. */
export async function bundleProgram(name: string): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'quantum-sprout-program-'));
  const bundle = join(folder, `${name}.cjs`);
  await build({
    entryPoints: [join(import.meta.dirname, `${name}.ts`)],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Mongoose goes by the names of classes.
    keepNames: true,
    // A script that was compiled before cannot import.
    supported: { 'dynamic-import': false },
    // Native code cannot be bundled.
    external: ['@node-rs/argon2'],
    logLevel: 'error',
  });
  const starter = join(import.meta.dirname, 'start-compiled.mjs');
  return {
    start(argument) {
      const args = [starter, bundle, join(root, 'package.json'), JSON.stringify(argument)];
      return watch(spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] }));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function watch(child: ChildProcess): RunningProgram {
  const said: Record<string, unknown>[] = [];
  const complaints: string[] = [];
  const waiting = new Set<() => void>();
  const lines = child.stdout && createInterface({ input: child.stdout });
  lines?.on('line', (line) => {
    said.push(JSON.parse(line));
    for (const look of waiting) look();
  });
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
  // Its end, with everything it has said.
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }) as ProgramEnd);
  const saysFrom = (from: number, member: string): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const line = said.slice(from).find((one) => member in one);
        if (line === undefined) return;
        waiting.delete(look);
        resolve(line);
      };
      waiting.add(look);
      look();
      ended.then(() => reject(new Error(`it has ended without ${member}: ${complaints.join('')}`)), reject);
    });
  return {
    child,
    said,
    ended,
    says: (member) => saysFrom(0, member),
    saysNext: (member) => saysFrom(said.length, member),
    async kill() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
    },
  };
}
