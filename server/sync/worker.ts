import type { NextDue } from '../store/work/due-connections.ts';
import type { SyncWork } from '../store/work/sync-work.ts';

export interface WorkerOptions {
  /** Calls back with the connection that is due next; false when none is (store/open-store.ts). */
  readonly forNextDueConnection: (work: (connection: SyncWork) => Promise<NextDue>) => Promise<boolean>;
  /** One turn for one connection. */
  readonly turn: (connection: SyncWork, signal: AbortSignal) => Promise<NextDue>;
  /** Told of what a turn threw; the connection comes back by itself. */
  readonly onError: (error: unknown) => void;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Connections worked for at once. */
  readonly concurrency?: number;
}

export interface Worker {
  /** Stops taking turns, interrupts the running ones, and resolves when they have stopped. */
  stop(): Promise<void>;
}

const idleMs = 500;
const extendMs = 10_000;

/** Takes turns for due connections until stopped. Several processes may run workers side by side. */
export function startWorker(options: WorkerOptions): Worker {
  const stopping = new AbortController();
  const { signal } = stopping;
  const lanes = Array.from({ length: options.concurrency ?? 4 }, () => work(options, signal));
  return {
    async stop() {
      stopping.abort(new Error('the worker stops'));
      await Promise.all(lanes);
    },
  };
}

async function work(options: WorkerOptions, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const found = await options.forNextDueConnection((connection) => heldTurn(options, connection, signal));
      if (!found) await options.wait(idleMs, signal);
    } catch (error) {
      if (signal.aborted) return;
      options.onError(error);
      await options.wait(idleMs, signal).catch(() => undefined);
    }
  }
}

/** A turn during which the lease is kept; losing it interrupts the turn. */
async function heldTurn(options: WorkerOptions, connection: SyncWork, stopping: AbortSignal): Promise<NextDue> {
  const turn = new AbortController();
  const signal = AbortSignal.any([stopping, turn.signal]);
  const extending = setInterval(() => {
    connection.extend().catch((error: unknown) => turn.abort(error));
  }, extendMs);
  try {
    return await options.turn(connection, signal);
  } finally {
    clearInterval(extending);
  }
}
