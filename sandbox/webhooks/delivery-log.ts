import type { Delivery } from './delivery.ts';

/**
 * `answered`: the status says how. `unanswered`: no connection, or no answer in time. `dropped`: lost by a fault.
 * `revoked`: the person has taken the grant back. `foreign`: not an address of this machine, and so never called.
 */
export type DeliveryOutcome = 'answered' | 'unanswered' | 'dropped' | 'revoked' | 'foreign';

/** One attempt at a delivery. Addresses, bodies and tokens are not kept: an address may itself be a secret. */
export interface DeliveryEntry {
  readonly identifier: string;
  readonly event: string;
  readonly siteId: string;
  readonly account: string;
  readonly issueId: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** 0 when there was no answer. */
  readonly status: number;
  readonly outcome: DeliveryOutcome;
  /** When it ended, ms on the sandbox's clock. */
  readonly at: number;
}

const most = 1000;

/** The last thousand attempts, oldest first. */
export class DeliveryLog {
  #entries: DeliveryEntry[] = [];

  get entries(): readonly DeliveryEntry[] {
    return this.#entries.slice(-most);
  }

  add(delivery: Delivery, attempt: number, outcome: DeliveryOutcome, status: number, at: number): void {
    const { identifier, event, siteId, account, issueId } = delivery;
    this.#entries.push({ identifier, event, siteId, account, issueId, attempt, status, outcome, at });
    if (this.#entries.length > 2 * most) this.#entries = this.#entries.slice(-most);
  }
}
