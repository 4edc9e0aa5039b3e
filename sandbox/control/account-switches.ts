import { z } from 'zod';
import { type AccountStatus, accountStatus } from '../privacy/account-statuses.ts';
import { type ControlCall, readControlBody } from './control-call.ts';

const request = z.strictObject({ accountId: z.string().min(1), status: accountStatus });

interface ShownAccount {
  readonly accountId: string;
  readonly status: AccountStatus;
}

/** GET /sandbox/accounts: those whose personal data have changed or have to go. */
export function accountStatuses({ accounts }: ControlCall): { accounts: readonly ShownAccount[] } {
  return { accounts: accounts.all };
}

/** POST /sandbox/accounts {"accountId", "status": "closed" | "updated" | "active"}: what the report of personal data will say. */
export function setAccountStatus(call: ControlCall): ShownAccount {
  const { accountId, status } = readControlBody(call, request);
  call.accounts.set(accountId, status);
  return { accountId, status };
}
