import { setMaxListeners } from 'node:events';
import type { Delivery } from './delivery.ts';
import type { DeliveryLog, DeliveryOutcome } from './delivery-log.ts';
import { DueTimes } from './due-times.ts';
import { Lanes } from './lanes.ts';
import { Mishaps } from './mishaps.ts';
import { type AnswerLimits, isLoopback, postDelivery } from './post-delivery.ts';
import { signDelivery } from './sign-delivery.ts';
import type { WebhookFaults } from './webhook-faults.ts';

export interface DeliveryLimits extends AnswerLimits {
  /** ms between two attempts, at least and at most. */
  readonly retrySpacingMs: readonly [number, number];
}

/** As the real service does (JIRA-CLOUD.md 2.6). */
export const realLimits: DeliveryLimits = { connectMs: 5_000, answerMs: 20_000, retrySpacingMs: [300_000, 900_000] };

export interface CourierParts {
  readonly clock: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly limits: DeliveryLimits;
  readonly faults: () => WebhookFaults;
  readonly secret: string;
  /** Whether the person still lets the app in. */
  readonly isGranted: (delivery: Delivery) => boolean;
  readonly log: DeliveryLog;
}

/** How many attempts run at once. */
const width = 20;
const mostRetries = 5;
/** An endpoint that has only failed for this long gets one attempt per event. */
const patienceMs = 30 * 60_000;
const repeatable = [0, 408, 409, 425, 429];

/** Brings deliveries to their addresses beside everything else: nobody waits for it, and `close` drops what is pending. */
export class Courier {
  readonly #parts: CourierParts;
  readonly #due: DueTimes;
  readonly #lanes = new Lanes(width);
  readonly #mishaps: Mishaps;
  readonly #closing = new AbortController();
  /** Since when every attempt at an address has failed, ms. */
  readonly #failingSince = new Map<string, number>();

  constructor(parts: CourierParts) {
    this.#parts = parts;
    // Every attempt under way listens, and Node would take so many for a leak.
    setMaxListeners(0, this.#closing.signal);
    this.#due = new DueTimes(parts.clock);
    this.#mishaps = new Mishaps({
      faults: parts.faults,
      due: this.#due,
      deliver: (delivery) => this.#deliver(delivery),
      drop: (delivery) => this.#note(delivery, 1, 'dropped'),
    });
  }

  send(delivery: Delivery): void {
    if (!this.#closing.signal.aborted) this.#mishaps.pass(delivery);
  }

  /** Makes the attempts that have become due by the sandbox's clock. */
  wake(): void {
    this.#due.wake();
  }

  /** Resolves when every attempt that is due has ended; what waits for a later one goes on waiting. */
  settled(): Promise<void> {
    return this.#lanes.idle();
  }

  close(): Promise<void> {
    this.#mishaps.clear();
    this.#due.clear();
    this.#lanes.clear();
    this.#closing.abort();
    return this.#lanes.idle();
  }

  #deliver(delivery: Delivery): void {
    const since = this.#failingSince.get(delivery.url) ?? Number.POSITIVE_INFINITY;
    const retries = this.#parts.clock() - since > patienceMs ? 0 : mostRetries;
    this.#lanes.add(() => this.#attempt(delivery, 1, retries));
  }

  async #attempt(delivery: Delivery, attempt: number, retriesLeft: number): Promise<void> {
    const url = withTrigger(delivery);
    if (!this.#parts.isGranted(delivery)) return this.#note(delivery, attempt, 'revoked');
    if (!isLoopback(url)) return this.#note(delivery, attempt, 'foreign');
    const headers = this.#headers(delivery, attempt);
    const status = await postDelivery(url, headers, delivery.body, this.#parts.limits, this.#closing.signal);
    if (this.#closing.signal.aborted) return;
    this.#note(delivery, attempt, status === 0 ? 'unanswered' : 'answered', status);
    if (status >= 200 && status < 300) this.#failingSince.delete(delivery.url);
    else if (!this.#failingSince.has(delivery.url)) this.#failingSince.set(delivery.url, this.#parts.clock());
    if (retriesLeft === 0 || !(repeatable.includes(status) || status >= 500)) return;
    const again = () => this.#attempt(delivery, attempt + 1, retriesLeft - 1);
    this.#due.after(this.#spacing(), () => this.#lanes.add(again));
  }

  #headers(delivery: Delivery, attempt: number): Record<string, string> {
    const headers: Record<string, string> = {
      'content-type': 'application/json; charset=UTF-8',
      'user-agent': 'Atlassian Webhook HTTP Client',
      'x-atlassian-webhook-identifier': delivery.identifier,
      'x-atlassian-webhook-flow': 'Primary',
    };
    if (attempt > 1) headers['x-atlassian-webhook-retry'] = String(attempt - 1);
    const { badSignature, noSignature, signedSecondsAgo } = this.#parts.faults();
    if (noSignature) return headers;
    const secret = badSignature ? `not ${this.#parts.secret}` : this.#parts.secret;
    const at = this.#parts.clock() - signedSecondsAgo * 1000;
    return { ...headers, authorization: `Bearer ${signDelivery(delivery.clientId, secret, at)}` };
  }

  #spacing(): number {
    const [least, most] = this.#parts.limits.retrySpacingMs;
    return this.#parts.faults().retrySpacingMs ?? least + this.#parts.random() * (most - least);
  }

  #note(delivery: Delivery, attempt: number, outcome: DeliveryOutcome, status = 0): void {
    this.#parts.log.add(delivery, attempt, outcome, status, this.#parts.clock());
  }
}

/** Jira adds to the address who set the event off. */
function withTrigger(delivery: Delivery): URL {
  const url = new URL(delivery.url);
  url.search = `${url.search === '' ? '?' : `${url.search}&`}triggeredByUser=${encodeURIComponent(delivery.by)}`;
  return url;
}
