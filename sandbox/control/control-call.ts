import { z } from 'zod';
import type { Faults } from '../faults/faults.ts';
import type { Call } from '../http/exchange.ts';
import type { Journal } from '../http/journal.ts';
import type { GrantBook } from '../oauth/grant-book.ts';
import type { AccountStatuses } from '../privacy/account-statuses.ts';
import type { Webhooks } from '../webhooks/webhooks.ts';
import type { World } from '../world/world.ts';
import { ControlError } from './control-error.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** Everything of a sandbox that can be steered. */
export interface ControlParts {
  readonly world: World;
  readonly clock: VirtualClock;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly grants: GrantBook;
  readonly webhooks: Webhooks;
  readonly accounts: AccountStatuses;
}

export interface ControlCall extends Call, ControlParts {
  /** The parts of the path that a pattern names. */
  readonly params: Readonly<Record<string, string>>;
}

/** Reads the body of a call; an empty one counts as {}. Throws ControlError for one that does not fit. */
export function readControlBody<S extends z.ZodType>(call: Call, schema: S): z.output<S> {
  const parsed = schema.safeParse(readJson(call.body));
  if (!parsed.success) throw new ControlError(400, z.prettifyError(parsed.error));
  return parsed.data;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text === '' ? '{}' : text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new ControlError(400, 'The body is not JSON.');
    throw error;
  }
}
