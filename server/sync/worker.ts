import { LeaseLost } from '../store/work/connection-lease.ts';
import type { DueWork, NextDue } from '../store/work/due-connections.ts';
import type { LeavingConnection } from '../store/work/leaving-connection.ts';
import type { SyncWork } from '../store/work/sync-work.ts';
import { CancelRequested } from './cancel-requested.ts';

export interface WorkerOptions {
  /** Calls back with the connection that is due next; false when none is (store/open-store.ts). */
  readonly forNextDueConnection: (work: DueWork) => Promise<boolean>;
  /** One turn for one connection. */
  readonly turn: (connection: SyncWork, signal: AbortSignal) => Promise<NextDue>;
  /** Takes leave of the source for a connection that is about to be deleted. */
  readonly leave: (connection: LeavingConnection) => Promise<void>;
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
const heartbeatMs = 3_000;

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
      const found = await options.forNextDueConnection({
        turn: (connection) => heldTurn(options, connection, signal),
        leave: options.leave,
      });
      if (!found) await options.wait(idleMs, signal);
    } catch (error) {
      if (signal.aborted) return;
      options.onError(error);
      await options.wait(idleMs, signal).catch(() => undefined);
    }
  }
}

/** A turn during which the lease is kept; losing it interrupts the turn, and so does a viewer who wants the run to stop. */
async function heldTurn(options: WorkerOptions, connection: SyncWork, stopping: AbortSignal): Promise<NextDue> {
  const turn = new AbortController();
  const signal = AbortSignal.any([stopping, turn.signal]);
  const beat = async (): Promise<void> => {
    await connection.heartbeat();
    if (connection.cancelRequested) turn.abort(new CancelRequested());
  };
  // A database that does not answer is the turn's own matter: it waits for it, or fails by itself.
  const missed = (error: unknown): void => (error instanceof LeaseLost ? turn.abort(error) : options.onError(error));
  const beating = setInterval(() => void beat().catch(missed), heartbeatMs);
  try {
    return await options.turn(connection, signal);
  } finally {
    clearInterval(beating);
  }
}
