import { Draw } from '../seeding/draw.ts';
import type { Delivery } from './delivery.ts';
import type { DueTimes } from './due-times.ts';
import type { WebhookFaults } from './webhook-faults.ts';

/** How long held deliveries wait for others to be reversed with. */
const longestHoldMs = 30_000;

export interface MishapParts {
  readonly faults: () => WebhookFaults;
  readonly due: DueTimes;
  readonly deliver: (delivery: Delivery) => void;
  readonly drop: (delivery: Delivery) => void;
}

/** What happens to deliveries before their first attempt: they are lost, held, reversed, copied and late, as the plan says. */
export class Mishaps {
  readonly #parts: MishapParts;
  #drawnFor: WebhookFaults | undefined;
  #draw = new Draw(0);
  #held: Delivery[] = [];

  constructor(parts: MishapParts) {
    this.#parts = parts;
  }

  pass(delivery: Delivery): void {
    const faults = this.#parts.faults();
    if (this.#isLost(faults)) {
      this.#parts.drop(delivery);
      return;
    }
    this.#held.push(delivery);
    if (this.#held.length >= faults.reorder) this.#release();
    else if (this.#held.length === 1) this.#parts.due.after(longestHoldMs, () => this.#release());
  }

  /** Lets go of nothing that is held: it is as if it had never been. */
  clear(): void {
    this.#held = [];
  }

  #isLost(faults: WebhookFaults): boolean {
    if (this.#drawnFor !== faults) this.#draw = new Draw(faults.seed);
    this.#drawnFor = faults;
    return faults.drop === 'all' || (faults.drop > 0 && this.#draw.chance(faults.drop));
  }

  #release(): void {
    const { duplicates, delayMs } = this.#parts.faults();
    const held = this.#held.reverse();
    this.#held = [];
    for (const delivery of held) {
      for (let copy = 0; copy <= duplicates; copy += 1) {
        this.#parts.due.after(delayMs, () => this.#parts.deliver(delivery));
      }
    }
  }
}
