import type { Accounts } from './store/accounts/accounts.ts';

const demo = { email: 'alice@example.com', password: 'grow-with-the-flow', name: 'Alice' };

/** Makes the demo account of the sandbox, once. Answers how to sign in. */
export async function createDemoAccount(accounts: Accounts): Promise<string> {
  const outcome = await accounts.signUp({ ...demo, timeZone: null, userAgent: null, address: null });
  if (!outcome.ok && outcome.errors.some((error) => error.code !== 'EMAIL_TAKEN'))
    throw new Error('the demo account cannot be made', { cause: outcome.errors });
  return `${demo.email} with the password ${demo.password}`;
}
