import { useState } from 'react';
import type { CombinedError } from 'urql';
import type { SessionGrant_PayloadFragment } from '../../gql/graphql.ts';
import { failureWords } from '../api/failure-words.ts';
import { noErrors, type SortedErrors, sortErrors } from '../api/user-errors.ts';
import { readGrant } from './read-grant.ts';
import { useSessionKeeper } from './SessionProvider.tsx';

interface Attempt {
  readonly payload: SessionGrant_PayloadFragment | null | undefined;
  readonly error: CombinedError | undefined;
}

/** What sign-in, sign-up and a change of password have in common: a grant is adopted, errors go to their fields. */
export function useGrantForm(fields: readonly string[]) {
  const keeper = useSessionKeeper();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<SortedErrors>(noErrors);

  async function attempt(ask: () => Promise<Attempt>): Promise<boolean> {
    setBusy(true);
    const { payload, error } = await ask();
    setBusy(false);
    const grant = payload ? readGrant(payload) : null;
    if (grant) {
      setErrors(noErrors);
      keeper.adopt(grant);
      return true;
    }
    if (payload && payload.userErrors.length > 0) setErrors(sortErrors(payload.userErrors, fields));
    else setErrors({ byField: {}, form: [failureWords(error ?? { graphQLErrors: [] })] });
    return false;
  }

  return { busy, errors, attempt };
}
