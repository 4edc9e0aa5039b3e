import { z } from 'zod';
import { type ControlCall, readControlBody } from './control-call.ts';
import { ControlError } from './control-error.ts';

const request = z.strictObject({ account: z.string() });

/** POST /sandbox/grants/revoke {"account": "alice"}: as when a person removes the app from their Atlassian account. */
export function revokeGrants(call: ControlCall): { account: string } {
  const { account } = readControlBody(call, request);
  if (!call.world.accounts.some(({ name }) => name === account)) {
    throw new ControlError(404, `The sandbox has no account ${account}.`);
  }
  call.grants.revokeAccount(account);
  return { account };
}
